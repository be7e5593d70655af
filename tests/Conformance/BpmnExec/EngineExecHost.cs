using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.KernelTesting;
using Platform.Runtime.Definitions;
using Platform.Runtime.Instances;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Payloads;
using Platform.Runtime.Scheduling;
using Platform.Testing;

namespace Platform.Conformance.BpmnExec;

/// <summary>
/// Runs a case through the engine on a database of its own: deployed, stored, read back for every step, its jobs and timers taken from
/// the tables. Vendor expressions are written into the file as FEEL first, as an import does.
/// </summary>
internal sealed class EngineExecHost : IExecHost
{
    private readonly TestDatabase database;
    private readonly EngineHost host;
    private readonly Dictionary<Guid, ExecInstance> shown = [];
    private readonly Dictionary<ExecInstance, Guid> ids = [];
    private readonly List<ProcessGraph> graphs = [];

    private EngineExecHost(TestDatabase database, EngineHost host)
    {
        this.database = database;
        this.host = host;
    }

    public DateTimeOffset Now => host.Clock.GetUtcNow();

    public IReadOnlyList<ExecInstance> Instances => [.. shown.Values.OrderBy(i => i.Number)];

    public IReadOnlyCollection<ProcessGraph> Graphs => graphs;

    public int PendingStartTimers { get; private set; }

    /// <summary>A host on an empty database.</summary>
    internal static async Task<EngineExecHost> StartAsync(DatabaseKind kind, DateTimeOffset clock)
    {
        var database = await TestDatabase.CreateAsync(kind);
        return new EngineExecHost(database, EngineHost.On(
            database, new ManualClock(clock), services => services.Replace(ServiceDescriptor.Singleton<ITaskPlanner, AnyoneMay>())));
    }

    public async Task<IReadOnlyList<(string Element, string Text)>> DeployAsync(ExecCase test)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (string file in test.Files)
        {
            files[$"{files.Count:00}-{Path.GetFileNameWithoutExtension(file)}.bpmn"] = Translate(await File.ReadAllTextAsync(file), test.Overrides);
        }
        var deployed = await host.Get<DefinitionService>().DeployAsync(
            new Deploy { TenantId = EngineHost.Tenant, Name = test.Id, Files = files }, CancellationToken.None);
        if (deployed.Problem is { } problem)
        {
            return [.. problem.Details.Select(d => (d.Key.Split(':')[^1], $"{d.Code} {d.Message}"))];
        }
        foreach (var version in deployed.Value.Definitions)
        {
            graphs.Add((await host.Get<GraphCache>().GetAsync(EngineHost.Tenant, version.Id, CancellationToken.None)).Graph);
        }
        await LookAsync();
        return [];
    }

    public Task<Result<ExecInstance>> StartAsync(string process, string? businessKey, ImmutableDictionary<string, FeelValue> variables) =>
        StartAsync(process, businessKey, variables, null);

    public async Task<IReadOnlyList<ExecInstance>> StartByMessageAsync(string message, ImmutableDictionary<string, FeelValue> variables)
    {
        var started = await host.Get<InstanceService>().CorrelateMessageAsync(
            new CorrelateMessage
            {
                TenantId = EngineHost.Tenant, Name = message, Variables = variables, CommandId = host.NewId(), Actor = Actor.System,
            },
            CancellationToken.None);
        await SettleAsync();
        return started.IsSuccess ? [shown[started.Value.InstanceId]] : [];
    }

    public async Task<IReadOnlyList<ExecInstance>> StartByConditionAsync(ImmutableDictionary<string, FeelValue> variables)
    {
        var world = new World { Now = Now };
        var started = new List<ExecInstance>();
        foreach (var graph in graphs)
        {
            foreach (var node in ProcessStart.ThatHold(graph, variables, world))
            {
                var outcome = await StartAsync(graph.ProcessId, null, variables, node.Id);
                started.AddRange(outcome.IsSuccess ? [outcome.Value] : []);
            }
        }
        return started;
    }

    public async Task<Problem?> SendAsync(ExecInstance instance, Trigger trigger)
    {
        var task = trigger is Trigger.ResumeToken resumed ? await FindTaskAsync(ids[instance], resumed.TokenId) : null;
        var step = await host.Get<InstanceRunner>().RunAsync(
            new InstanceCommand
            {
                TenantId = EngineHost.Tenant,
                InstanceId = ids[instance],
                TaskId = task?.Id,
                CommandId = host.NewId(),
                Actor = Actor.System,
                Trigger = trigger,
                Additions = task is null ? null : new StepAdditions
                {
                    Completion = new TaskCompletion { TaskId = task.Id, RowVersion = task.RowVersion, By = Guid.Empty, At = Now },
                },
            },
            CancellationToken.None);
        await SettleAsync();
        return step.Problem;
    }

    public async Task BroadcastAsync(string signal, ImmutableDictionary<string, FeelValue> variables)
    {
        await host.Get<InstanceService>().BroadcastSignalAsync(
            new BroadcastSignal
            {
                TenantId = EngineHost.Tenant, Name = signal, Variables = variables, CommandId = host.NewId(), Actor = Actor.System,
            },
            CancellationToken.None);
        await SettleAsync();
    }

    public async Task AdvanceAsync(IsoDuration by)
    {
        var until = by.AddTo(Now);
        while (await host.Get<DueWork>().NextDueAsync(CancellationToken.None) is { } due && due <= until)
        {
            host.Clock.MoveTo(due > Now ? due : Now);
            if (await host.DrainAsync() == 0)
            {
                break;
            }
        }
        host.Clock.MoveTo(until);
        await SettleAsync();
    }

    public async Task<IReadOnlyList<string>> AuditAsync()
    {
        var wrong = new List<string>();
        await using var db = host.Database.CreateDbContext();
        foreach (var (id, instance) in shown)
        {
            var events = await db.Events.Where(e => e.InstanceId == id).OrderBy(e => e.Seq).ToListAsync();
            var facts = events.SelectMany(e => KernelJson.ReadFacts(e.Facts));
            if (StateText.Replayed(instance.Graph, facts) != StateText.Of(instance.State))
            {
                wrong.Add($"stored facts of {instance.Graph.ProcessId} do not lead to its stored state");
            }
        }
        int open = await db.Tasks.CountAsync(t => t.Status == UserTaskStatus.Open);
        int tokens = Instances.Where(i => i.IsRunning).Sum(i => i.OpenTasks.Count());
        if (open != tokens)
        {
            wrong.Add($"{open} open task rows for {tokens} tokens at tasks");
        }
        int timers = await db.Timers.CountAsync() - PendingStartTimers;
        int pending = Instances.Where(i => i.IsRunning).Sum(i => i.State.Timers.Length);
        if (timers != pending)
        {
            wrong.Add($"{timers} timer rows for {pending} pending timers");
        }
        return wrong;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Every text and attribute that has a FEEL replacement, replaced; the equals sign says that it is an expression.</summary>
    private static byte[] Translate(string text, IReadOnlyDictionary<string, string> overrides)
    {
        var document = XDocument.Parse(text, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
        foreach (var element in document.Descendants())
        {
            foreach (var attribute in element.Attributes().Where(a => overrides.ContainsKey(a.Value.Trim())))
            {
                attribute.Value = $"={overrides[attribute.Value.Trim()]}";
            }
            if (!element.HasElements && overrides.TryGetValue(element.Value.Trim(), out string? feel))
            {
                element.Value = $"={feel}";
            }
        }
        return Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting));
    }

    private async Task<Result<ExecInstance>> StartAsync(
        string process, string? businessKey, ImmutableDictionary<string, FeelValue> variables, string? startElementId)
    {
        var started = await host.Get<InstanceService>().StartAsync(
            new StartInstance
            {
                TenantId = EngineHost.Tenant,
                ProcessKey = process,
                BusinessKey = businessKey,
                StartElementId = startElementId,
                Variables = variables,
                CommandId = host.NewId(),
                Actor = Actor.System,
            },
            CancellationToken.None);
        await SettleAsync();
        return started.Map(outcome => shown[outcome.InstanceId]);
    }

    private async Task<TaskRow?> FindTaskAsync(Guid instanceId, long tokenId)
    {
        await using var db = host.Database.CreateDbContext();
        return await db.Tasks.FirstOrDefaultAsync(t => t.InstanceId == instanceId && t.TokenId == tokenId && t.Status == UserTaskStatus.Open);
    }

    /// <summary>Does the jobs that the last command left behind, and reads what was reached.</summary>
    private async Task SettleAsync()
    {
        await HoldTimersAsync(until: Now.AddDays(1));
        await host.DrainAsync();
        await HoldTimersAsync(until: null);
        await LookAsync();
    }

    /// <summary>The cases let timers fire only while the clock moves, even those that are already due.</summary>
    private async Task HoldTimersAsync(DateTimeOffset? until)
    {
        await using var db = host.Database.CreateDbContext();
        await db.Timers.Where(t => t.DueAt <= Now).ExecuteUpdateAsync(t => t.SetProperty(x => x.LeaseUntil, until));
    }

    private async Task LookAsync()
    {
        await using var db = host.Database.CreateDbContext();
        PendingStartTimers = await db.Timers.CountAsync(t => t.Kind == Runtime.Persistence.TimerKind.Start);
        var jobs = await db.Jobs.Where(j => j.ErrorCode != null).ToListAsync();
        var incidents = await db.Incidents.Where(i => i.ResolvedAt == null).ToListAsync();
        foreach (var row in await db.Instances.OrderBy(i => i.StartedAt).ThenBy(i => i.Id).ToListAsync())
        {
            var state = KernelJson.ReadState(row.State, row.ProcessKey);
            if (!shown.TryGetValue(row.Id, out var view))
            {
                var process = await host.Get<GraphCache>().GetAsync(EngineHost.Tenant, row.DefinitionId, CancellationToken.None);
                view = new ExecInstance
                {
                    Number = shown.Count + 1,
                    Graph = process.Graph,
                    Parent = row.ParentInstanceId is { } parent ? shown.GetValueOrDefault(parent) : null,
                    BusinessKey = row.BusinessKey,
                    State = state,
                };
                shown.Add(row.Id, view);
                ids.Add(view, row.Id);
            }
            view.State = state;
            view.Problems =
            [
                .. incidents.Where(i => i.InstanceId == row.Id).Select(i => new Problem(i.Code, i.Message)),
                .. jobs.Where(j => j.InstanceId == row.Id).Select(j => new Problem(j.ErrorCode!, $"{j.Kind}: {j.ErrorMessage}")),
            ];
        }
    }

    /// <summary>The cases are about processes, not about a county's people: every task is open to whoever comes.</summary>
    private sealed class AnyoneMay : ITaskPlanner
    {
        public ValueTask<TaskPlan> PlanAsync(TaskOrder order, CancellationToken ct) => ValueTask.FromResult(new TaskPlan
        {
            Task = new TaskRow
            {
                TenantId = order.TenantId,
                Id = Guid.CreateVersion7(order.Now),
                InstanceId = order.InstanceId,
                TokenId = order.TokenId,
                ElementId = order.ElementId,
                DefinitionId = order.Process.Id,
                CreatedSeq = order.Seq,
                Title = order.ElementId,
                Status = UserTaskStatus.Open,
                CreatedAt = order.Now,
                SortAt = order.Now,
                Round = order.Round,
            },
        });
    }
}
