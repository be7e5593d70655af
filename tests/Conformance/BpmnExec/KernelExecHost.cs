using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.Kernel.Xml;
using Platform.KernelTesting;

namespace Platform.Conformance.BpmnExec;

/// <summary>Runs a case on the kernel alone, in memory.</summary>
internal sealed class KernelExecHost(DateTimeOffset clock) : IExecHost
{
    private readonly KernelHost host = new(clock);
    private readonly Dictionary<HostedInstance, ExecInstance> shown = [];
    private readonly Dictionary<ExecInstance, HostedInstance> hosted = [];

    public DateTimeOffset Now => host.Now;

    public IReadOnlyList<ExecInstance> Instances => [.. host.Instances.Select(Show)];

    public IReadOnlyCollection<ProcessGraph> Graphs => host.Graphs;

    public int PendingStartTimers => host.PendingStartTimers;

    public async Task<IReadOnlyList<(string Element, string Text)>> DeployAsync(ExecCase test)
    {
        var issues = new List<(string, string)>();
        var options = new CompileOptions { ExpressionOverrides = test.Overrides };
        foreach (string file in test.Files)
        {
            var read = BpmnReader.Read((await File.ReadAllBytesAsync(file)).AsSpan());
            issues.AddRange(read.Issues.Where(i => i.Severity == ReadSeverity.Error).Select(i => (i.ElementId ?? "", i.ToString())));
            foreach (var process in read.Definitions?.Processes ?? [])
            {
                var result = GraphCompiler.Compile(read.Definitions!, process.Id, options);
                issues.AddRange(result.Issues.Where(i => i.Severity == IssueSeverity.Error).Select(i => (i.ElementId, $"{i.Code} {i.Message}")));
                if (result.Graph is { } graph)
                {
                    host.Deploy(graph);
                }
            }
        }
        return issues;
    }

    public Task<Result<ExecInstance>> StartAsync(string process, string? businessKey, ImmutableDictionary<string, FeelValue> variables)
    {
        var started = host.Start(process, new Trigger.StartProcess { Variables = variables }, businessKey);
        Refresh();
        return Task.FromResult(started.Map(Show));
    }

    public Task<IReadOnlyList<ExecInstance>> StartByMessageAsync(string message, ImmutableDictionary<string, FeelValue> variables) =>
        Task.FromResult<IReadOnlyList<ExecInstance>>([.. host.StartBy(EventKind.Message, message, variables).Select(Show)]);

    public Task<IReadOnlyList<ExecInstance>> StartByConditionAsync(ImmutableDictionary<string, FeelValue> variables) =>
        Task.FromResult<IReadOnlyList<ExecInstance>>([.. host.StartByCondition(variables).Select(Show)]);

    public Task<Problem?> SendAsync(ExecInstance instance, Trigger trigger)
    {
        var problem = host.Send(hosted[instance], trigger);
        Refresh();
        return Task.FromResult(problem);
    }

    public Task BroadcastAsync(string signal, ImmutableDictionary<string, FeelValue> variables)
    {
        host.Broadcast(signal, variables);
        Refresh();
        return Task.CompletedTask;
    }

    public Task AdvanceAsync(IsoDuration by)
    {
        host.Advance(by);
        Refresh();
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> AuditAsync() => Task.FromResult<IReadOnlyList<string>>(
    [
        .. host.Instances.Where(i => StateText.Of(i.State!) != StateText.Replayed(i.Graph, i.Facts))
            .Select(i => $"facts of {i.Graph.ProcessId} do not lead to its state"),
    ]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Refresh()
    {
        foreach (var instance in host.Instances)
        {
            Show(instance);
        }
    }

    private ExecInstance Show(HostedInstance instance)
    {
        if (!shown.TryGetValue(instance, out var view))
        {
            view = new ExecInstance
            {
                Number = instance.Number,
                Graph = instance.Graph,
                Parent = instance.Parent is { } parent ? Show(parent) : null,
                BusinessKey = instance.BusinessKey,
                State = instance.State!,
            };
            shown.Add(instance, view);
            hosted.Add(view, instance);
        }
        view.State = instance.State!;
        view.Problems = [.. instance.Incidents.Values];
        return view;
    }
}
