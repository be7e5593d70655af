using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.KernelTesting;

/// <summary>
/// Builds a model in code the way one draws it: each element is added behind the last one; <see cref="From"/> goes back to an element,
/// <see cref="To"/> draws a flow to one that stands elsewhere. Ids double as names.
/// </summary>
public sealed class ProcessBuilder
{
    private readonly string id;
    private readonly List<FlowElement> elements = [];
    private readonly List<Artifact> artifacts = [];
    private readonly Dictionary<string, RootElement> roots;
    private string? cursor;
    private string? condition;
    private bool isDefault;
    private string? lastActivity;

    /// <summary>An empty process.</summary>
    /// <param name="id">Id of the process.</param>
    public ProcessBuilder(string id = "p")
        : this(id, [])
    {
    }

    private ProcessBuilder(string id, Dictionary<string, RootElement> roots)
    {
        this.id = id;
        this.roots = roots;
    }

    /// <summary>A start event.</summary>
    /// <param name="id">Id.</param>
    /// <param name="on">What it catches; null for nothing.</param>
    /// <param name="interrupting">For an event sub-process: whether it ends what runs.</param>
    public ProcessBuilder Start(string id = "start", EventDefinition? on = null, bool interrupting = true) =>
        Add(new StartEvent { Id = id, Name = id, EventDefinitions = Define(on), IsInterrupting = interrupting });

    /// <summary>An end event; the next element needs <see cref="From"/>.</summary>
    /// <param name="id">Id.</param>
    /// <param name="on">What it throws; null for nothing.</param>
    public ProcessBuilder End(string id = "end", EventDefinition? on = null)
    {
        Add(new EndEvent { Id = id, Name = id, EventDefinitions = Define(on) });
        cursor = null;
        return this;
    }

    /// <summary>An intermediate catching event.</summary>
    /// <param name="id">Id.</param>
    /// <param name="on">What it catches.</param>
    public ProcessBuilder Catch(string id, EventDefinition on) =>
        Add(new IntermediateCatchEvent { Id = id, Name = id, EventDefinitions = Define(on) });

    /// <summary>An intermediate throwing event.</summary>
    /// <param name="id">Id.</param>
    /// <param name="on">What it throws; null for nothing.</param>
    public ProcessBuilder Throw(string id, EventDefinition? on = null) =>
        Add(new IntermediateThrowEvent { Id = id, Name = id, EventDefinitions = Define(on) });

    /// <summary>A boundary event; what follows stands behind it.</summary>
    /// <param name="id">Id.</param>
    /// <param name="host">Activity it stands on.</param>
    /// <param name="on">What it catches.</param>
    /// <param name="interrupting">Whether it ends the activity.</param>
    public ProcessBuilder Boundary(string id, string host, EventDefinition on, bool interrupting = true)
    {
        cursor = null;
        return Add(new BoundaryEvent
        {
            Id = id,
            Name = id,
            AttachedToRef = host,
            EventDefinitions = Define(on),
            CancelActivity = interrupting,
        });
    }

    /// <summary>User tasks, one behind the other.</summary>
    /// <param name="ids">Their ids.</param>
    public ProcessBuilder User(params ReadOnlySpan<string> ids)
    {
        foreach (string task in ids)
        {
            Add(new UserTask { Id = task, Name = task });
        }
        return this;
    }

    /// <summary>A service task with an activity type.</summary>
    /// <param name="id">Id.</param>
    public ProcessBuilder Service(string id) => Add(new ServiceTask { Id = id, Name = id, Extensions = Gov(("activity", "test.Work")) });

    /// <summary>A receive task.</summary>
    /// <param name="id">Id.</param>
    /// <param name="message">Message it waits for.</param>
    public ProcessBuilder Receive(string id, string message)
    {
        Define(On.Message(message));
        return Add(new ReceiveTask { Id = id, Name = id, MessageRef = message });
    }

    /// <summary>A send task.</summary>
    /// <param name="id">Id.</param>
    /// <param name="message">Message it sends.</param>
    public ProcessBuilder Send(string id, string message)
    {
        Define(On.Message(message));
        return Add(new SendTask { Id = id, Name = id, MessageRef = message });
    }

    /// <summary>A script task.</summary>
    /// <param name="id">Id.</param>
    /// <param name="script">FEEL.</param>
    /// <param name="result">Variable for the result; null to set the entries of a context.</param>
    public ProcessBuilder Script(string id, string script, string? result = null) => Add(new ScriptTask
    {
        Id = id,
        Name = id,
        Script = new Script { Text = script },
        Extensions = result is null ? Extensions.None : Gov(("resultVariable", result)),
    });

    /// <summary>Any other element, as the model has it.</summary>
    /// <param name="node">The element.</param>
    public ProcessBuilder Node(FlowNode node) => Add(node);

    /// <summary>An exclusive gateway.</summary>
    /// <param name="id">Id.</param>
    public ProcessBuilder Exclusive(string id) => Add(new ExclusiveGateway { Id = id, Name = id });

    /// <summary>A parallel gateway.</summary>
    /// <param name="id">Id.</param>
    public ProcessBuilder Parallel(string id) => Add(new ParallelGateway { Id = id, Name = id });

    /// <summary>An inclusive gateway.</summary>
    /// <param name="id">Id.</param>
    public ProcessBuilder Inclusive(string id) => Add(new InclusiveGateway { Id = id, Name = id });

    /// <summary>An event-based gateway.</summary>
    /// <param name="id">Id.</param>
    public ProcessBuilder EventGateway(string id) => Add(new EventBasedGateway { Id = id, Name = id });

    /// <summary>A call activity.</summary>
    /// <param name="id">Id.</param>
    /// <param name="called">Process it calls.</param>
    /// <param name="mappings">gov:in and gov:out elements.</param>
    public ProcessBuilder Call(string id, string called, params ReadOnlySpan<ExtensionElement> mappings) => Add(new CallActivity
    {
        Id = id,
        Name = id,
        CalledElement = called,
        Extensions = new Extensions { Elements = [.. mappings] },
    });

    /// <summary>A sub-process.</summary>
    /// <param name="id">Id.</param>
    /// <param name="inside">Builds its inside.</param>
    /// <param name="kind">Which kind.</param>
    public ProcessBuilder Sub(string id, Action<ProcessBuilder> inside, SubProcessKind kind = SubProcessKind.Embedded)
    {
        var inner = new ProcessBuilder(id, roots);
        inside(inner);
        if (kind == SubProcessKind.Event)
        {
            cursor = null;
        }
        Add(new SubProcess
        {
            Id = id,
            Name = id,
            Kind = kind,
            TriggeredByEvent = kind == SubProcessKind.Event,
            FlowElements = [.. inner.elements],
            Artifacts = [.. inner.artifacts],
        });
        cursor = kind == SubProcessKind.Event ? null : cursor;
        return this;
    }

    /// <summary>A handler that undoes an activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="handler">Id of the user task that undoes it.</param>
    public ProcessBuilder Undo(string activity, string handler)
    {
        Boundary($"{activity}-undo", activity, new CompensateEventDefinition());
        cursor = null;
        Add(new UserTask { Id = handler, Name = handler, IsForCompensation = true });
        cursor = null;
        artifacts.Add(new Association { Id = $"{activity}-{handler}", SourceRef = $"{activity}-undo", TargetRef = handler });
        return this;
    }

    /// <summary>Multiplies the activity added last.</summary>
    /// <param name="cardinality">FEEL number; null when a collection decides.</param>
    /// <param name="collection">FEEL list; null when a number decides.</param>
    /// <param name="item">Variable for the item.</param>
    /// <param name="sequential">One after the other.</param>
    /// <param name="until">Completion condition; null for none.</param>
    /// <param name="into">Variable that collects results; null for none.</param>
    /// <param name="outputItem">FEEL for each result.</param>
    public ProcessBuilder Multi(
        string? cardinality = null,
        string? collection = null,
        string? item = null,
        bool sequential = false,
        string? until = null,
        string? into = null,
        string? outputItem = null)
    {
        var attributes = new List<(string, string)>();
        void Say(string name, string? value)
        {
            if (value is not null)
            {
                attributes.Add((name, value));
            }
        }
        Say("collection", collection);
        Say("item", item);
        Say("outputCollection", into);
        Say("outputItem", outputItem);
        return Change(a => a with
        {
            Loop = new MultiInstanceLoopCharacteristics
            {
                IsSequential = sequential,
                LoopCardinality = cardinality is null ? null : Expression.Formal(cardinality),
                CompletionCondition = until is null ? null : Expression.Formal(until),
                Extensions = Gov([.. attributes]),
            },
        });
    }

    /// <summary>Repeats the activity added last while a condition holds.</summary>
    /// <param name="condition">FEEL; null for always.</param>
    /// <param name="maximum">Largest number of times; null for no limit.</param>
    /// <param name="testBefore">Whether to look before the first time.</param>
    public ProcessBuilder Loop(string? condition = null, int? maximum = null, bool testBefore = false) => Change(a => a with
    {
        Loop = new StandardLoopCharacteristics
        {
            LoopCondition = condition is null ? null : Expression.Formal(condition),
            LoopMaximum = maximum,
            TestBefore = testBefore,
        },
    });

    /// <summary>Changes the activity added last.</summary>
    /// <param name="change">Makes the changed one.</param>
    public ProcessBuilder Change(Func<ActivityNode, ActivityNode> change)
    {
        int index = elements.FindIndex(e => e.Id == lastActivity);
        elements[index] = change((ActivityNode)elements[index]);
        return this;
    }

    /// <summary>Goes on behind an element that was already added.</summary>
    /// <param name="id">The element.</param>
    /// <param name="when">Condition of the next flow; null for none.</param>
    /// <param name="otherwise">Whether the next flow is the default.</param>
    public ProcessBuilder From(string id, string? when = null, bool otherwise = false)
    {
        (cursor, condition, isDefault) = (id, when, otherwise);
        return this;
    }

    /// <summary>The next element stands by itself: no flow leads to it.</summary>
    public ProcessBuilder Apart()
    {
        cursor = null;
        return this;
    }

    /// <summary>Draws a flow to an element that stands elsewhere.</summary>
    /// <param name="id">The element, added before or after.</param>
    public ProcessBuilder To(string id)
    {
        Connect(id);
        cursor = null;
        return this;
    }

    /// <summary>The model.</summary>
    public Definitions Build() => new()
    {
        Id = "definitions",
        RootElements =
        [
            .. roots.Values,
            new ProcessDefinition { Id = id, Name = id, IsExecutable = true, FlowElements = [.. elements], Artifacts = [.. artifacts] },
        ],
    };

    /// <summary>gov: attributes.</summary>
    /// <param name="attributes">Names and values.</param>
    public static Extensions Gov(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (name, value) in attributes)
        {
            values[name] = value;
        }
        return new Extensions { GovAttributes = values.ToImmutable() };
    }

    /// <summary>A gov: element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="attributes">Names and values of its attributes.</param>
    public static ExtensionElement GovElement(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var values = ImmutableArray.CreateBuilder<ExtensionAttribute>();
        foreach (var (attribute, value) in attributes)
        {
            values.Add(new ExtensionAttribute("", attribute, value));
        }
        return new ExtensionElement { NamespaceUri = Extensions.GovNamespace, LocalName = name, Attributes = values.ToImmutable() };
    }

    private ProcessBuilder Add(FlowNode node)
    {
        elements.Add(node);
        if (cursor is not null)
        {
            Connect(node.Id);
        }
        cursor = node.Id;
        lastActivity = node is ActivityNode ? node.Id : lastActivity;
        return this;
    }

    private void Connect(string target)
    {
        string flow = $"{cursor}-{target}";
        elements.Add(new SequenceFlow
        {
            Id = flow,
            SourceRef = cursor!,
            TargetRef = target,
            Condition = condition is null ? null : Expression.Formal(condition),
        });
        if (isDefault)
        {
            int index = elements.FindIndex(e => e.Id == cursor);
            elements[index] = elements[index] switch
            {
                ExclusiveGateway gateway => gateway with { Default = flow },
                InclusiveGateway gateway => gateway with { Default = flow },
                ActivityNode activity => activity with { Default = flow },
                var other => throw new InvalidOperationException($"Expected something with a default flow, but got {other.GetType().Name}."),
            };
        }
        (condition, isDefault) = (null, false);
    }

    private ImmutableArray<EventDefinition> Define(EventDefinition? definition)
    {
        if (definition is null)
        {
            return [];
        }
        RootElement? root = definition switch
        {
            MessageEventDefinition { MessageRef: { } name } => new Message { Id = name, Name = name },
            SignalEventDefinition { SignalRef: { } name } => new Signal { Id = name, Name = name },
            ErrorEventDefinition { ErrorRef: { } code } => new Error { Id = code, ErrorCode = code },
            EscalationEventDefinition { EscalationRef: { } code } => new Escalation { Id = code, EscalationCode = code },
            _ => null,
        };
        if (root is not null)
        {
            roots[root.Id] = root;
        }
        return [definition];
    }
}
