using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Runtime;
using Platform.Runtime.Definitions;
using Platform.Runtime.Instances;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;
using Platform.Runtime.Tasks;

namespace Platform.Benchmarks;

/// <summary>The process of nine human steps, each with an assignee and a deadline, driven through the whole engine: service, checks, kernel, store.</summary>
internal sealed class NineSteps : IAsyncDisposable
{
    internal const string Tenant = "999901";
    internal const int Tasks = 9;

    /// <summary>Steps that one run makes durable: the start and nine completions.</summary>
    internal const int Steps = Tasks + 1;

    private readonly ServiceProvider services;
    private readonly InstanceService instances;
    private readonly TaskService tasks;

    private NineSteps(ServiceProvider services)
    {
        this.services = services;
        instances = services.GetRequiredService<InstanceService>();
        tasks = services.GetRequiredService<TaskService>();
    }

    internal static Guid Clerk { get; } = Guid.Parse("01980000-0000-7000-8000-000000000001");

    internal static async Task<NineSteps> OpenAsync(PlatformDatabase database)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton(new SchedulingOptions { RunsPump = false });
        collection.AddPlatformRuntime(options => options.Database = _ => database);
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        ServiceProvider services = collection.BuildServiceProvider();
        await SeedAsync(database);
        Result<DeployOutcome> deployed = await services.GetRequiredService<DefinitionService>().DeployAsync(
            new Deploy { TenantId = Tenant, Name = "nine", Files = new Dictionary<string, byte[]> { ["nine.bpmn"] = Encoding.UTF8.GetBytes(Bpmn()) } },
            CancellationToken.None);
        return deployed.Problem is { } problem
            ? throw new InvalidOperationException($"Expected the process to deploy, but: {problem.Code} {problem.Message}")
            : new NineSteps(services);
    }

    /// <summary>One matter from start to end.</summary>
    /// <param name="onStep">Called with the timestamp taken before each step, after it is durable.</param>
    internal async Task RunAsync(Action<long> onStep)
    {
        long began = TimeProvider.System.GetTimestamp();
        StepOutcome started = (await instances.StartAsync(
            new StartInstance
            {
                TenantId = Tenant,
                ProcessKey = "nine",
                CommandId = NewId(),
                Actor = Actor.Person(Clerk),
                Variables = Variables,
            },
            CancellationToken.None)).Value;
        onStep(began);
        Guid task = started.CreatedTasks[0].Id;
        for (int i = 0; i < Tasks; i++)
        {
            began = TimeProvider.System.GetTimestamp();
            TaskCompleted done = (await tasks.CompleteAsync(
                new CompleteTask { TenantId = Tenant, TaskId = task, CommandId = NewId(), By = Clerk, Opinion = "已核实,同意按流程办理。" },
                CancellationToken.None)).Value;
            onStep(began);
            if (i < Tasks - 1)
            {
                task = done.NextTasks[0].TaskId;
            }
            else if (done.InstanceStatus == InstanceStatus.Running)
            {
                throw new InvalidOperationException("Expected the matter to end with its ninth task, but it goes on.");
            }
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    internal static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    /// <summary>About 300 bytes, as a registered matter carries.</summary>
    private static ImmutableDictionary<string, FeelValue> Variables { get; } = new Dictionary<string, FeelValue>
    {
        ["number"] = FeelValue.Of("999901-X-LY-2026-00417"),
        ["ledger"] = FeelValue.Of("来访"),
        ["place"] = FeelValue.Of("城关镇东街社区幸福小区三号楼"),
        ["matter"] = FeelValue.Of("反映小区供暖温度不达标,多次联系物业没有结果,请求协调解决。"),
        ["people"] = FeelValue.Of(12),
        ["urgent"] = FeelValue.Of(false),
        ["area"] = FeelValue.Of(86.5m),
        ["registered"] = FeelValue.Of(new DateOnly(2026, 3, 2)),
    }.ToImmutableDictionary();

    private static string Bpmn()
    {
        var text = new StringBuilder(
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" targetNamespace="urn:benchmark">
              <process id="nine" name="九步办理" isExecutable="true">
                <startEvent id="start" />
                <sequenceFlow id="f0" sourceRef="start" targetRef="step1" />
            """);
        for (int i = 1; i <= Tasks; i++)
        {
            text.Append(
                $"""

                <userTask id="step{i}" name="第{i}步">
                  <extensionElements>
                    <gov:assignment post="经办人" />
                    <gov:deadline kind="calendar" amount="5" unit="day" from="entry" clock="legal" />
                  </extensionElements>
                </userTask>
                <sequenceFlow id="f{i}" sourceRef="step{i}" targetRef="{(i == Tasks ? "end" : $"step{i + 1}")}" />
                """);
        }

        return text.Append("<endEvent id=\"end\" /></process></definitions>").ToString();
    }

    private static Task SeedAsync(PlatformDatabase database) => database.WriteAsync(
        (db, _) =>
        {
            Guid unit = NewId();
            Guid post = NewId();
            db.Add(new OrgUnitRow { TenantId = Tenant, Id = unit, Code = "lianxi", Name = "联系办", ShortName = "联系办", Kind = OrgUnitKind.Department, IsActive = true });
            db.Add(new PersonRow { TenantId = Tenant, Id = Clerk, Code = "clerk", Name = "王晓梅", IsActive = true });
            db.Add(new PostRow { TenantId = Tenant, Id = post, UnitId = unit, Name = "经办人" });
            db.Add(new MembershipRow { TenantId = Tenant, Id = NewId(), PersonId = Clerk, PostId = post, UnitId = unit, IsPrimary = true });
            return Task.FromResult(true);
        },
        CancellationToken.None);
}
