using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Kernel.Graph.Building;

/// <summary>Builds the graph of one process: (1) nodes in document order, (2) flows, (3) borders and handlers, (4) plans, (5) entries and reach.</summary>
internal sealed class GraphBuilder
{
    private readonly ProcessDefinition process;
    private readonly Definitions definitions;
    private readonly IssueList issues;
    private readonly EventReader events;
    private readonly ActivityReader activities;
    private readonly ExpressionReader expressions;
    private readonly List<Node> nodes = [];
    private readonly List<Flow> flows = [];
    private readonly List<GraphScope> scopes = [];
    private readonly List<(GraphScope Scope, SequenceFlow Flow)> sequenceFlows = [];
    private readonly List<Association> associations = [];
    private readonly Dictionary<string, Node> byId = new(StringComparer.Ordinal);

    internal GraphBuilder(Definitions definitions, ProcessDefinition process, CompileOptions options, IssueList issues)
    {
        this.definitions = definitions;
        this.process = process;
        this.issues = issues;
        expressions = new ExpressionReader(options, [.. options.KnownNames, .. DeclaredNames(process.FlowElements)], issues);
        events = new EventReader(new RootCatalog(definitions), expressions, issues);
        activities = new ActivityReader(expressions, issues);
    }

    /// <summary>The graph, or null when its parts do not fit together; issues say why.</summary>
    internal ProcessGraph? Build()
    {
        associations.AddRange(definitions.Collaborations.SelectMany(c => c.Artifacts).OfType<Association>());
        AddScope(null, process.FlowElements, process.Artifacts);
        foreach (var (scope, flow) in sequenceFlows)
        {
            AddFlow(scope, flow);
        }
        foreach (var node in nodes)
        {
            Attach(node);
        }
        if (issues.HasErrors)
        {
            // References are broken; what follows would only report consequences. Expressions are still worth reading.
            nodes.ForEach(Plan);
            return null;
        }
        nodes.ForEach(Plan);
        ConnectHandlers();
        ConnectLinks();
        SetFlows();
        scopes.ForEach(SetEntries);
        Reachability.Compute(nodes, scopes);
        return new ProcessGraph(process.Id, process.Name, [.. nodes], [.. flows], [.. scopes]);
    }

    private static IEnumerable<string> DeclaredNames(ImmutableArray<FlowElement> elements) =>
        elements.OfType<DataObject>().Select(data => data.Name)
            .Concat(elements.OfType<SubProcess>().SelectMany(s => DeclaredNames(s.FlowElements)))
            .OfType<string>()
            .Where(name => name.Length > 0);

    private GraphScope AddScope(Node? owner, ImmutableArray<FlowElement> elements, ImmutableArray<Artifact> artifacts)
    {
        var scope = new GraphScope { Index = scopes.Count, Owner = owner };
        scopes.Add(scope);
        associations.AddRange(artifacts.OfType<Association>());
        var own = ImmutableArray.CreateBuilder<Node>();
        foreach (var element in elements)
        {
            if (element is FlowNode flowNode && AddNode(scope, flowNode) is { } node)
            {
                own.Add(node);
            }
            else if (element is SequenceFlow flow)
            {
                sequenceFlows.Add((scope, flow));
            }
        }
        scope.Nodes = own.DrainToImmutable();
        return scope;
    }

    private Node? AddNode(GraphScope scope, FlowNode element)
    {
        if (ElementKinds.Of(element, out string? reason) is not { } kind)
        {
            issues.Error("bpmn.unsupported-element", element, $"“{IssueList.Label(element)}”是{reason}，目前不支持。");
            return null;
        }
        var node = new Node
        {
            Index = nodes.Count,
            Id = element.Id.Length > 0 ? element.Id : $"#{nodes.Count}",
            Name = element.Name,
            Kind = kind,
            Element = element,
            Parent = scope,
        };
        nodes.Add(node);
        if (!byId.TryAdd(node.Id, node))
        {
            issues.Error("bpmn.duplicate-id", element, $"编号“{node.Id}”用了不止一次。");
        }
        if (element is SubProcess subProcess)
        {
            node.Inner = AddScope(node, subProcess.FlowElements, subProcess.Artifacts);
        }
        return node;
    }

    private void AddFlow(GraphScope scope, SequenceFlow flow)
    {
        var source = Resolve(flow.SourceRef, flow);
        var target = Resolve(flow.TargetRef, flow);
        if (source is null || target is null)
        {
            return;
        }
        if (source.Parent != target.Parent)
        {
            issues.Error("bpmn.flow-crosses-level", flow, $"从“{source.Label}”到“{target.Label}”的连线越过了子流程边界。");
        }
        _ = scope;
        flows.Add(new Flow
        {
            Index = flows.Count,
            Id = flow.Id,
            Name = flow.Name,
            Source = source,
            Target = target,
            Condition = expressions.Read(flow.Condition, flow),
        });
    }

    private Node? Resolve(string reference, SequenceFlow flow)
    {
        if (byId.TryGetValue(reference, out var node))
        {
            return node;
        }
        bool isUnsupported = process.FlowElements.Any(e => e.Id == reference);
        if (!isUnsupported)
        {
            issues.Error("bpmn.unknown-reference", flow, $"连线“{IssueList.Label(flow)}”的一端“{reference}”不存在。");
        }
        return null;
    }

    private void Attach(Node node)
    {
        if (node.Element is not BoundaryEvent boundary)
        {
            return;
        }
        if (!byId.TryGetValue(boundary.AttachedToRef, out var host) || !host.IsActivity || host.Parent != node.Parent)
        {
            issues.Error("bpmn.unknown-reference", boundary, $"边界事件“{node.Label}”所附着的“{boundary.AttachedToRef}”不存在，或不是同一层的任务。");
            return;
        }
        node.AttachedTo = host;
        host.Boundaries = host.Boundaries.Add(node);
    }

    private void Plan(Node node)
    {
        node.Event = node.Element switch
        {
            EventNode element => events.Read(element),
            ReceiveTask task => events.ReadMessage(task.MessageRef, task),
            SendTask task => events.ReadMessage(task.MessageRef, task),
            _ => null,
        };
        if (node.Element is ActivityNode activity)
        {
            node.Activity = activities.Read(activity);
            node.Loop = activities.ReadLoop(activity);
        }
    }

    private void ConnectHandlers()
    {
        foreach (var boundary in nodes.Where(n => n is { Kind: ElementKind.BoundaryEvent, Event.Kind: EventKind.Compensation }))
        {
            var association = associations.FirstOrDefault(a => a.SourceRef == boundary.Id || a.TargetRef == boundary.Id);
            string? handlerId = association?.SourceRef == boundary.Id ? association.TargetRef : association?.SourceRef;
            if (handlerId is null || !byId.TryGetValue(handlerId, out var handler) || !handler.IsForCompensation)
            {
                issues.Error("bpmn.no-compensation", boundary.Element, $"补偿边界事件“{boundary.Label}”没有连到补偿任务。");
                continue;
            }
            boundary.AttachedTo!.CompensationHandler = handler;
        }
        foreach (var node in nodes.Where(n => n.Event is { Kind: EventKind.Compensation } && n.Element is ThrowEvent))
        {
            string? reference = ((ThrowEvent)node.Element).EventDefinitions.OfType<CompensateEventDefinition>().First().ActivityRef;
            if (string.IsNullOrEmpty(reference))
            {
                continue;
            }
            if (!byId.TryGetValue(reference, out var activity) || !activity.IsActivity)
            {
                issues.Error("bpmn.unknown-reference", node.Element, $"补偿事件“{node.Label}”引用的“{reference}”不存在。");
                continue;
            }
            node.Event = node.Event! with { CompensatedActivity = activity };
        }
    }

    /// <summary>A link is a flow from each throwing event to the catching one of its name.</summary>
    private void ConnectLinks()
    {
        foreach (var source in nodes.Where(n => n is { Kind: ElementKind.ThrowEvent, Event.Kind: EventKind.Link }))
        {
            var target = source.Parent.Nodes.FirstOrDefault(n =>
                n is { Kind: ElementKind.CatchEvent, Event.Kind: EventKind.Link } && n.Event.Name == source.Event!.Name);
            if (target is not null)
            {
                flows.Add(new Flow { Index = flows.Count, Id = "", Source = source, Target = target });
            }
        }
    }

    private void SetFlows()
    {
        foreach (var group in flows.GroupBy(f => f.Source))
        {
            group.Key.Outgoing = [.. group];
        }
        foreach (var group in flows.GroupBy(f => f.Target))
        {
            group.Key.Incoming = [.. group];
        }
        foreach (var node in nodes)
        {
            string? defaultId = node.Element switch
            {
                ActivityNode activity => activity.Default,
                ExclusiveGateway gateway => gateway.Default,
                InclusiveGateway gateway => gateway.Default,
                _ => null,
            };
            if (!string.IsNullOrEmpty(defaultId))
            {
                node.Default = node.Outgoing.FirstOrDefault(f => f.Id == defaultId);
                if (node.Default is null)
                {
                    issues.Error("bpmn.unknown-reference", node.Element, $"“{node.Label}”的默认连线“{defaultId}”不是它的出线。");
                }
            }
            node.LeavesUnconditionally = node.Default is null && node.Outgoing.All(f => f.Condition is null);
        }
    }

    private static void SetEntries(GraphScope scope)
    {
        scope.StartEvents = [.. scope.Nodes.Where(n => n.Kind == ElementKind.StartEvent)];
        scope.EventSubProcesses = [.. scope.Nodes.Where(n => n.Kind == ElementKind.EventSubProcess)];
        scope.Entries = scope.StartEvents.IsEmpty
            ? [.. scope.Nodes.Where(IsImplicitStart)]
            : [.. scope.StartEvents.Where(n => n.Event!.Kind == EventKind.None)];
    }

    private static bool IsImplicitStart(Node node) =>
        node.Incoming.IsEmpty
        && !node.IsForCompensation
        && node.Kind is not (ElementKind.BoundaryEvent or ElementKind.EventSubProcess);
}
