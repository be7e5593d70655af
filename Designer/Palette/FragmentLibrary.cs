using System.Collections.Immutable;
using System.Reflection;
using Platform.Designer.Simple;
using Platform.Kernel.Model;
using Platform.Kernel.Xml;

namespace Platform.Designer.Palette;

/// <summary>The fragments that come with the designer, and how they are put into a process.</summary>
public static class FragmentLibrary
{
    private const string Folder = "Platform.Designer.Palette.Fragments.";
    private static readonly string[] Order = ["approve", "countersign", "copy", "review", "dispatch", "inquire", "whistle", "publicity"];

    /// <summary>All fragments, the most used first.</summary>
    public static ImmutableArray<Fragment> All { get; } = [.. Order.Select(Read)];

    /// <summary>
    /// The process with a fragment on one of its flows; unchanged when the flow or the fragment does not exist. In a branch that a join waits
    /// for, an end at which the fragment turns away from its way on ends the whole process.
    /// </summary>
    /// <param name="process">The process.</param>
    /// <param name="flowId">Flow to put it on.</param>
    /// <param name="fragmentId">The fragment.</param>
    public static ProcessDefinition Insert(ProcessDefinition process, string flowId, string fragmentId)
    {
        if (All.FirstOrDefault(f => f.Id == fragmentId) is not { } fragment)
        {
            return process;
        }

        Pasting pasting = new(process, fragment, BranchPlaces.Of(process).IsWaitedFor(flowId));
        return ProcessScope.Change(process, flowId, scope => pasting.Into(scope, scope.Flow(flowId)));
    }

    /// <summary>
    /// The process with a fragment behind an element, on the flow that leaves it; on the flow itself when one is named.
    /// Behind an element with several ways it stands on the first one, behind one without any it becomes the way on.
    /// </summary>
    /// <param name="process">The process.</param>
    /// <param name="elementId">Element or flow.</param>
    /// <param name="fragmentId">The fragment.</param>
    public static ProcessDefinition InsertBehind(ProcessDefinition process, string elementId, string fragmentId)
    {
        FlowElement[] all = [.. ProcessOutline.Everything(process.FlowElements)];
        string? flow = all.OfType<SequenceFlow>().FirstOrDefault(f => f.Id == elementId || f.SourceRef == elementId)?.Id;
        if (flow is not null)
        {
            return Insert(process, flow, fragmentId);
        }

        if (all.OfType<FlowNode>().All(n => n.Id != elementId || n is EndEvent))
        {
            return process;
        }

        ProcessDefinition led = FlowEditor.LeadOn(process, elementId);
        return Insert(led, ProcessOutline.Everything(led.FlowElements).OfType<SequenceFlow>().Single(f => f.SourceRef == elementId).Id, fragmentId);
    }

    private static Fragment Read(string id)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Folder}{id}.bpmn")
            ?? throw new InvalidOperationException($"Expected fragment {id} to be embedded, but it is not.");
        using MemoryStream content = new();
        stream.CopyTo(content);
        Definitions model = BpmnReader.Read(content.ToArray()).Definitions ?? throw new InvalidOperationException($"Expected fragment {id} to be readable, but it is not.");
        return new Fragment(id, model.Processes.Single());
    }

    /// <summary>One fragment with ids that are free in the process it goes into.</summary>
    private sealed class Pasting
    {
        private const string OnwardId = "onward";
        private readonly Fragment fragment;
        private readonly Dictionary<string, string> ids;
        private readonly BranchPlaces places;

        internal Pasting(ProcessDefinition process, Fragment fragment, bool isWaitedFor)
        {
            this.fragment = fragment;
            places = BranchPlaces.Of(fragment.Process, isWaitedFor);
            HashSet<string> taken = [.. ProcessOutline.Everything(process.FlowElements).Select(e => e.Id)];
            ids = fragment.Process.FlowElements.ToDictionary(e => e.Id, e => Free($"{fragment.Id}-{e.Id}", taken));
            ids.TryAdd(OnwardId, Free($"{fragment.Id}-{OnwardId}", taken));
        }

        internal ProcessScope Into(ProcessScope scope, SequenceFlow flow)
        {
            SequenceFlow entry = fragment.Process.FlowElements.OfType<SequenceFlow>().Single(f => fragment.Process.FlowElements.OfType<StartEvent>().Any(s => s.Id == f.SourceRef));
            FlowElement[] added =
            [
                .. fragment.Process.FlowElements.Where(e => e is not StartEvent && e.Id != Fragment.NextId && e != entry)
                    .Select(e => Renamed(e, NeedsMerge(scope, flow) ? ids[Fragment.NextId] : flow.TargetRef)),
            ];
            ProcessScope pasted = scope.Replace(flow with { TargetRef = ids[entry.TargetRef] }).Add(added).Add(Merge(scope, flow));
            return added.OfType<FlowNode>().Aggregate(pasted, (s, node) => s.InLaneOf(flow.SourceRef, node.Id));
        }

        /// <summary>Several ways on, of which one is taken, are one for a join behind them.</summary>
        private bool NeedsMerge(ProcessScope scope, SequenceFlow flow) =>
            scope.Node(flow.TargetRef) is not ExclusiveGateway and Gateway && fragment.Process.FlowElements.OfType<SequenceFlow>().Count(f => f.TargetRef == Fragment.NextId) > 1;

        private FlowElement[] Merge(ProcessScope scope, SequenceFlow flow) => NeedsMerge(scope, flow)
            ? [new ExclusiveGateway { Id = ids[Fragment.NextId] }, new SequenceFlow { Id = ids[OnwardId], SourceRef = ids[Fragment.NextId], TargetRef = flow.TargetRef }]
            : [];

        private FlowElement Renamed(FlowElement element, string nextId)
        {
            string id = ids[element.Id];
            return element switch
            {
                SequenceFlow flow => flow with { Id = id, SourceRef = ids[flow.SourceRef], TargetRef = flow.TargetRef == Fragment.NextId ? nextId : ids[flow.TargetRef] },
                ExclusiveGateway gateway => gateway with { Id = id, Default = gateway.Default is { } usual ? ids[usual] : null },
                EndEvent end when places.IsTurn(end.Id) => end with { Id = id, EventDefinitions = [new TerminateEventDefinition()] },
                BoundaryEvent boundary => boundary with { Id = id, AttachedToRef = ids[boundary.AttachedToRef] },
                _ => element with { Id = id },
            };
        }

        private static string Free(string wanted, HashSet<string> taken)
        {
            string id = wanted;
            for (int number = 2; !taken.Add(id); number++)
            {
                id = $"{wanted}-{number}";
            }

            return id;
        }
    }
}
