using Platform.Governance.Cases;
using Platform.Governance.Scenarios;
using Platform.Runtime.Instances;

namespace Platform.Governance.Demo;

/// <summary>What happens to cases of the synthetic year beside their tasks.</summary>
public sealed class YearSideSteps(CaseSetting setting, ScenarioTime time, CaseDecisions decisions, ScenarioOperations operations, YearBooks books)
{
    private const int ExtensionDays = 10;
    private const int PauseDays = 20;

    /// <summary>Moves the clock.</summary>
    internal Task MoveToAsync(string tenantId, VirtualClock clock, DateTimeOffset at, CancellationToken ct) => time.StrideToAsync(tenantId, clock, at, ct);

    /// <summary>The registration of a case, at the desk of its level.</summary>
    internal async Task<RegisterCase> RegistrationAsync(string tenantId, YearState state, CancellationToken ct)
    {
        var directory = await setting.Org.GetAsync(tenantId, ct);
        var now = setting.Clock.GetUtcNow();
        var plan = state.Plan;
        var desk = plan.Level switch { "Z" => plan.Place.TownCode + "-zzzx", "C" => plan.Place.Code + "-djpt", _ => CountyPlan.Liaison };
        return new RegisterCase
        {
            TenantId = tenantId,
            CommandId = state.CommandId(),
            By = Actor.Person(ScenarioPeople.Find(directory, desk + "/登记员", now)),
            Ledger = plan.Ledger,
            Channel = plan.Channel,
            Title = plan.Title,
            Text = plan.Text,
            Category = plan.Category,
            Urgency = "一般",
            Town = plan.Place.TownCode,
            Village = plan.Place.Code,
            Place = plan.Place.TownName + plan.Place.Name,
            PersonName = plan.PetitionerName,
            Phone = plan.Phone,
            IdentityNumber = plan.IdentityNumber,
            Anonymous = plan.PetitionerName is null,
            GroupSize = plan.GroupSize,
            Representatives = Math.Min(plan.GroupSize, 5),
            CrossDepartment = plan.CrossDepartment,
            AccusedPersonIds = plan.AccusedPerson is { } accused ? [ScenarioPeople.Find(directory, accused, now)] : [],
        };
    }

    /// <summary>The unit that the table proposes.</summary>
    internal async Task<string> ProposedUnitAsync(string tenantId, YearState state, CancellationToken ct) =>
        await decisions.LeadUnitAsync(tenantId, await setting.FindAsync(tenantId, state.Memory.Registered!.CaseId, ct) ?? throw new InvalidOperationException("Expected the case, but it is gone."), ct)
        ?? throw new InvalidOperationException($"Expected a unit for {state.Plan.Category}, but the table names none.");

    /// <summary>Extension, pause, recusal, withdrawal: before the unit reports. What the books hold already was done before a restart. Answers when to look again, or null to go on.</summary>
    internal async Task<DateTimeOffset?> BeforeReportAsync(string tenantId, YearState state, YearTimes times, CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        var stage = new ScenarioStage(tenantId, new VirtualClock(now));
        stage.Name("甲", state.Memory.Registered!);
        var caseId = state.Memory.Registered!.CaseId;
        var head = state.Memory.LeadUnit + "/负责人";
        if (state is { Memory.NoteDone: false, Plan: { Recusal: true } or { Withdrawn: true } })
        {
            state.Memory.NoteDone = true;
            if (!state.Plan.Withdrawn || !await books.IsWithdrawnAsync(tenantId, caseId, ct))
            {
                await operations.WithdrawOrRecuseAsync(stage, state.Plan.Withdrawn, state.Memory.LeadUnit!, ct);
            }
        }

        if (state.Memory.ClockDone)
        {
            return null;
        }

        if (state.Plan.Extended)
        {
            state.Memory.ClockDone = true;
            if (!await books.IsExtendedAsync(tenantId, caseId, ct))
            {
                await DoAsync(stage, "延期", [("谁", head), ("天数", (long)ExtensionDays), ("理由", "情况复杂，需要与有关方面协商")], ct);
            }

            return null;
        }

        if (!state.Plan.Paused)
        {
            return null;
        }

        var pauses = await books.PausesAsync(tenantId, caseId, ct);
        if (state.Memory.PausedAt is null)
        {
            state.Memory.PausedAt = now;
            if (pauses.All == 0)
            {
                await DoAsync(stage, "暂停", [("谁", "lianxi"), ("天数", (long)PauseDays), ("事由", "鉴定检测审计"), ("证据", "委托检测协议")], ct);
            }

            return times.Office(now.AddDays(6));
        }

        state.Memory.ClockDone = true;
        if (pauses.Over < pauses.All)
        {
            await DoAsync(stage, "恢复", [("谁", "lianxi")], ct);
        }

        return null;
    }

    /// <summary>What happens when the process of a case is over. Answers when to look again, or null when the case is done with.</summary>
    internal async Task<DateTimeOffset?> AfterAsync(string tenantId, YearState state, YearTimes times, CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        var stage = new ScenarioStage(tenantId, new VirtualClock(now));
        var caseId = state.Memory.Registered!.CaseId;
        stage.Name("甲", state.Memory.Registered);
        if (state is { Main: null, Memory.Rated: false })
        {
            state.Memory.Rated = true;
            await books.RateAsync(tenantId, caseId, state.Plan, ct);
        }

        if (state.Main is not null || state.Memory.Reviews >= state.Plan.Reviews * 2)
        {
            return null;
        }

        if (await books.ReviewsAsync(tenantId, caseId, ct) == state.Memory.Reviews)
        {
            await (state.Memory.Reviews % 2 == 0 ? DoAsync(stage, "复查", [], ct) : DoAsync(stage, "复查意见", [("意见", "维持原处理意见。")], ct));
        }

        state.Memory.Reviews++;
        return times.Office(now.AddDays(12));
    }

    /// <summary>Groups cases about the same matter.</summary>
    internal async Task AggregateAsync(string tenantId, IEnumerable<YearState> states, CancellationToken ct)
    {
        foreach (var group in states.Where(state => state.Plan.Aggregate is not null).GroupBy(state => state.Plan.Aggregate))
        {
            await operations.AggregateAsync(tenantId, [.. group.Select(state => state.Memory.Registered!.CaseId)], ct);
        }
    }

    private async Task DoAsync(ScenarioStage stage, string name, (string Key, object Value)[] words, CancellationToken ct)
    {
        var step = new ScenarioStep.Operate(
            name,
            System.Collections.Immutable.ImmutableDictionary.CreateRange(words.Select(word => KeyValuePair.Create(
                word.Key, word.Value is long number ? Decisions.Feel.FeelValue.Of(number) : Decisions.Feel.FeelValue.Of((string)word.Value)))),
            null);
        if (await operations.DoAsync(stage, step, ct) is { } problem)
        {
            throw new InvalidOperationException($"Expected {name} to be accepted, but {problem.Code}: {problem.Message}");
        }
    }
}
