using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.Kernel.Model;

namespace Platform.KernelTesting;

/// <summary>
/// One instance under test, with commands in the words of a test. After every command it checks that folding the facts gives the state,
/// that a refusal changed nothing, and that the state holds together; so every test of the kernel tests that too.
/// </summary>
public sealed class ProcessRun
{
    /// <summary>Monday, 5 January 2026, 08:00 in Beijing.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 1, 5, 8, 0, 0, TimeSpan.FromHours(8));

    private readonly KernelHost host;
    private readonly Dictionary<HostedInstance, (InstanceState State, int Facts)> replays = [];

    private ProcessRun(KernelHost host, HostedInstance instance)
    {
        this.host = host;
        Instance = instance;
        Check();
    }

    /// <summary>The instance.</summary>
    public HostedInstance Instance { get; }

    /// <summary>The host it runs in.</summary>
    public KernelHost Host => host;

    /// <summary>Its state.</summary>
    public InstanceState State => Instance.State!;

    /// <summary>All its facts.</summary>
    public IReadOnlyList<ProcessEvent> Facts => Instance.Facts;

    /// <summary>Whether it ended well.</summary>
    public bool IsCompleted => State.Status == InstanceStatus.Completed;

    /// <summary>Element ids of open tasks, sorted, separated by blanks.</summary>
    public string Tasks => Elements(TokenStatus.Task);

    /// <summary>Element ids of tokens that wait for events, sorted, separated by blanks.</summary>
    public string Waits => Elements(TokenStatus.Event);

    /// <summary>Codes of open incidents, sorted, separated by blanks.</summary>
    public string Incidents => string.Join(' ', Instance.Incidents.Values.Select(p => p.Code).Order(StringComparer.Ordinal));

    /// <summary>Compiles a model and expects it to be sound.</summary>
    /// <param name="builder">The model.</param>
    /// <param name="options">What the compiler may know.</param>
    public static ProcessGraph Compile(ProcessBuilder builder, CompileOptions? options = null) => Compile(builder.Build(), options);

    /// <summary>Compiles the first process of a file and expects it to be sound.</summary>
    /// <param name="definitions">The file.</param>
    /// <param name="options">What the compiler may know.</param>
    public static ProcessGraph Compile(Definitions definitions, CompileOptions? options = null)
    {
        var result = GraphCompiler.Compile(definitions, definitions.Processes.First().Id, options);
        return result.Graph ?? throw new InvalidOperationException(
            $"Expected a sound model, but got {string.Join("; ", result.Issues.Select(i => $"{i.Code} {i.ElementId}: {i.Message}"))}");
    }

    /// <summary>Starts an instance of a model.</summary>
    /// <param name="builder">The model.</param>
    /// <param name="variables">First variables.</param>
    public static ProcessRun Of(ProcessBuilder builder, params ReadOnlySpan<(string Name, object? Value)> variables) =>
        Of(Compile(builder), new KernelHost(Morning), variables);

    /// <summary>Starts an instance of a compiled model in a host.</summary>
    /// <param name="graph">The model.</param>
    /// <param name="host">The host.</param>
    /// <param name="variables">First variables.</param>
    public static ProcessRun Of(ProcessGraph graph, KernelHost host, params ReadOnlySpan<(string Name, object? Value)> variables)
    {
        host.Deploy(graph);
        var started = host.Start(graph.ProcessId, new Trigger.StartProcess { Variables = Values(variables) });
        return new ProcessRun(host, started.Value);
    }

    /// <summary>An instance that already runs in a host.</summary>
    /// <param name="host">The host.</param>
    /// <param name="instance">The instance.</param>
    public static ProcessRun Attach(KernelHost host, HostedInstance instance) => new(host, instance);

    /// <summary>Variables from plain values.</summary>
    /// <param name="variables">Names and values: numbers, texts, truths, lists of them, or FEEL values.</param>
    public static ImmutableDictionary<string, FeelValue> Values(params ReadOnlySpan<(string Name, object? Value)> variables)
    {
        var values = ImmutableDictionary.CreateBuilder<string, FeelValue>();
        foreach (var (name, value) in variables)
        {
            values[name] = Feel(value);
        }
        return values.ToImmutable();
    }

    /// <summary>Completes the oldest open task of an element.</summary>
    /// <param name="element">Id of the user task.</param>
    /// <param name="variables">Results.</param>
    public ProcessRun Complete(string element, params ReadOnlySpan<(string Name, object? Value)> variables) =>
        Do(new Trigger.ResumeToken { TokenId = Token(element, TokenStatus.Task).Id, Variables = Values(variables) });

    /// <summary>Completes the oldest open task of an element with an outcome.</summary>
    /// <param name="element">Id of the user task.</param>
    /// <param name="outcome">Outcome.</param>
    public ProcessRun Decide(string element, string outcome) =>
        Do(new Trigger.ResumeToken { TokenId = Token(element, TokenStatus.Task).Id, Outcome = outcome });

    /// <summary>Answers the activity of an element.</summary>
    /// <param name="element">Id of the task.</param>
    /// <param name="variables">Results.</param>
    public ProcessRun Finish(string element, params ReadOnlySpan<(string Name, object? Value)> variables) =>
        Do(new Trigger.ResumeToken { TokenId = Token(element, TokenStatus.Work).Id, Variables = Values(variables) });

    /// <summary>Delivers a message to what waits for it.</summary>
    /// <param name="name">Name of the message.</param>
    /// <param name="variables">Content.</param>
    public ProcessRun Message(string name, params ReadOnlySpan<(string Name, object? Value)> variables) =>
        Do(new Trigger.DeliverMessage
        {
            SubscriptionId = State.Subscriptions.First(s => s.Kind == SubscriptionKind.Message && s.Name == name).Id,
            Variables = Values(variables),
        });

    /// <summary>Sends a signal to everything that waits for it.</summary>
    /// <param name="name">Name of the signal.</param>
    public ProcessRun Signal(string name)
    {
        host.Broadcast(name, ImmutableDictionary<string, FeelValue>.Empty);
        return Check();
    }

    /// <summary>Moves the clock.</summary>
    /// <param name="duration">ISO 8601 duration.</param>
    public ProcessRun Advance(string duration)
    {
        host.Advance(IsoDuration.TryParse(duration, out var by) ? by : throw new ArgumentException("Expected a duration.", nameof(duration)));
        return Check();
    }

    /// <summary>Sets variables of the process.</summary>
    /// <param name="variables">Names and values.</param>
    public ProcessRun Set(params ReadOnlySpan<(string Name, object? Value)> variables) =>
        Do(new Trigger.SetVariables { Variables = Values(variables) });

    /// <summary>Sends any trigger and expects it to be accepted.</summary>
    /// <param name="trigger">The trigger.</param>
    public ProcessRun Do(Trigger trigger) =>
        host.Send(Instance, trigger) is { } problem
            ? throw new InvalidOperationException($"Expected {trigger} to be accepted, but got {problem}.")
            : Check();

    /// <summary>Sends a trigger and expects a refusal that changes nothing.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <returns>The code of the problem.</returns>
    public string Refused(Trigger trigger)
    {
        string before = StateText.Of(State);
        int facts = Facts.Count;
        var problem = host.Send(Instance, trigger)
            ?? throw new InvalidOperationException($"Expected {trigger} to be refused, but it was accepted.");
        if (StateText.Of(State) != before || Facts.Count != facts)
        {
            throw new InvalidOperationException($"Expected a refusal to change nothing, but {trigger} did.");
        }
        return problem.Code;
    }

    /// <summary>The oldest token at an element with a status.</summary>
    /// <param name="element">Id of the element.</param>
    /// <param name="status">Its status.</param>
    public Token Token(string element, TokenStatus status) =>
        State.Tokens.FirstOrDefault(t => t.Status == status && Instance.ElementOf(t) == element)
        ?? throw new InvalidOperationException($"Expected a token with status {status} at {element}, but the state is\n{StateText.Of(State)}");

    /// <summary>A process variable as FEEL text; null when there is none.</summary>
    /// <param name="name">Its name.</param>
    public string? Variable(string name) => State.Variable(name)?.ToString();

    private static FeelValue Feel(object? value) => value switch
    {
        null => FeelValue.Null,
        FeelValue feel => feel,
        bool truth => FeelValue.Of(truth),
        int number => FeelValue.Of(number),
        decimal number => FeelValue.Of(number),
        string text => FeelValue.Of(text),
        IEnumerable<object> items => FeelValue.Of(items.Select(Feel)),
        _ => throw new ArgumentException($"Expected a plain value, but got {value.GetType().Name}.", nameof(value)),
    };

    private string Elements(TokenStatus status) =>
        string.Join(' ', State.Tokens.Where(t => t.Status == status).Select(Instance.ElementOf).Order(StringComparer.Ordinal));

    /// <summary>The state that all facts lead to; the facts of earlier commands were folded when those were checked.</summary>
    private InstanceState Replay(HostedInstance instance)
    {
        var (state, folded) = replays.GetValueOrDefault(instance, (InstanceState.Replay(instance.Graph, []), 0));
        for (; folded < instance.Facts.Count; folded++)
        {
            state = state.Apply(instance.Graph, instance.Facts[folded]);
        }
        replays[instance] = (state, folded);
        return state;
    }

    private ProcessRun Check()
    {
        foreach (var instance in host.Instances)
        {
            string state = StateText.Of(instance.State!);
            string replayed = StateText.Of(Replay(instance));
            if (state != replayed)
            {
                throw new InvalidOperationException($"Expected the facts to lead to\n{state}\nbut they lead to\n{replayed}");
            }
            var breaches = StateInvariants.Breaches(instance.Graph, instance.State!).ToList();
            if (breaches.Count > 0)
            {
                throw new InvalidOperationException($"Expected a sound state, but {string.Join(", ", breaches)}\n{state}");
            }
        }
        return this;
    }
}
