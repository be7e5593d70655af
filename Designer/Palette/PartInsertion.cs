using Platform.Designer.Simple;
using Platform.Kernel.Model;

namespace Platform.Designer.Palette;

/// <summary>Puts a part on a flow of a process.</summary>
public static class PartInsertion
{
    /// <summary>The process with the part on one of its flows; unchanged when there is no such flow.</summary>
    /// <param name="process">The process.</param>
    /// <param name="flowId">Flow to put it on.</param>
    /// <param name="part">The part.</param>
    public static ProcessDefinition On(ProcessDefinition process, string flowId, ProcessPart part) => part.Kind switch
    {
        PartKind.User => FlowEditor.Insert(process, flowId, With(new UserTask { Name = part.Name }, part)),
        PartKind.Service => FlowEditor.Insert(process, flowId, With(new ServiceTask { Name = part.Name }, part)),
        PartKind.Rule => FlowEditor.Insert(process, flowId, new BusinessRuleTask { Name = part.Name }),
        PartKind.Exclusive => FlowEditor.InsertBlock(process, flowId, BlockKind.Exclusive),
        PartKind.Parallel => FlowEditor.InsertBlock(process, flowId, BlockKind.Parallel),
        PartKind.Inclusive => FlowEditor.InsertBlock(process, flowId, BlockKind.Inclusive),
        PartKind.Wait => FlowEditor.Insert(process, flowId, new IntermediateCatchEvent { Name = part.Name, EventDefinitions = [new TimerEventDefinition { TimeDuration = Expression.Formal("P1D") }] }),
        PartKind.End => FlowEditor.EndAfter(process, flowId),
        PartKind.Fragment => FragmentLibrary.Insert(process, flowId, part.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part.Kind, "Expected a known kind of part."),
    };

    private static T With<T>(T task, ProcessPart part)
        where T : ActivityNode => part.Activity is { } type ? GovExtension.Attribute(task, "activity", type) : task;
}
