using Platform.Kernel.Execution.Rules;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>An event that was waited for has happened: who goes on.</summary>
internal static class Firing
{
    /// <summary>Lets the event happen at the token, or in the scope, that waited for it.</summary>
    internal static void Fire(StepRun run, Node node, long tokenId, long scopeId)
    {
        switch (node.Kind)
        {
            case ElementKind.StartEvent:
                EventSubProcesses.Fire(run, node, scopeId);
                break;
            case ElementKind.BoundaryEvent:
                BoundaryEvents.Fire(run, node, run.State.FindToken(tokenId)!);
                break;
            default:
                EventRace.Win(run, node, run.State.FindToken(tokenId)!);
                break;
        }
    }
}
