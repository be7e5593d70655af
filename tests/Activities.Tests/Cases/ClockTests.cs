using Platform.Governance.Clocks;
using Platform.Governance.Demo;
using Platform.Governance.Rows;
using Platform.Runtime.Calendar;
using Platform.Runtime.Persistence;
using Platform.Testing;

namespace Platform.Activities.Tests.Cases;

/// <summary>The two clocks of a case while it is handled: extended, stopped, resumed, under a calendar that changes.</summary>
public sealed class ClockTests
{
    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_extension_moves_case_task_and_warnings_together_and_happens_once(DatabaseKind kind)
    {
        await using var engine = await CaseEngine.StartAsync(kind);
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "feedback");
        var due = (await engine.CaseAsync(id)).PromiseDueAt!.Value;
        var order = new ExtendCase { TenantId = DemoCounty.TenantId, CaseId = id, By = await engine.PersonAsync("bm-zhujian/负责人"), Days = 10, Reason = "情况复杂" };

        var until = (await engine.Get<CaseClocks>().ExtendAsync(order, default)).Value;

        until.ShouldBeInRange(due.AddDays(10), due.AddDays(12), "ten days, and no end on a weekend");
        (await engine.CaseAsync(id)).ShouldSatisfyAllConditions(row => row.PromiseDueAt.ShouldBe(until), row => row.OriginalPromiseDueAt.ShouldBe(due));
        (await engine.TaskAsync(id, "feedback")).DueAt.ShouldBe(until);
        (await PromiseAsync(engine, id)).ShouldSatisfyAllConditions(row => row.DueAt.ShouldBe(until), row => row.OriginalDueAt.ShouldBe(due));
        (await engine.Get<CaseClocks>().ExtendAsync(order, default)).Problem!.Code.ShouldBe("case.extension-limit");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_pause_stops_the_promise_and_gives_the_working_days_back(DatabaseKind kind)
    {
        await using var engine = await CaseEngine.StartAsync(kind);
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "feedback");
        var before = await engine.CaseAsync(id);
        var by = await engine.PersonAsync("lianxi");

        (await engine.Get<CaseClocks>().PauseAsync(
            new PauseCase { TenantId = DemoCounty.TenantId, CaseId = id, By = by, Days = 20, Reason = "鉴定检测审计", Evidence = "委托检测协议" }, default)).IsSuccess.ShouldBeTrue();
        (await PromiseAsync(engine, id)).Status.ShouldBe(DeadlineStatus.Paused);
        await engine.MoveToAsync(engine.Clock.GetUtcNow().AddDays(7));
        var until = (await engine.Get<CaseClocks>().ResumeAsync(DemoCounty.TenantId, id, by, default)).Value;

        until.ShouldBeGreaterThan(before.PromiseDueAt!.Value);
        var row = await engine.CaseAsync(id);
        (row.PromiseDueAt, row.PausedSince, row.LegalDueAt).ShouldBe((until, null, before.LegalDueAt));
        (await PromiseAsync(engine, id)).ShouldSatisfyAllConditions(clock => clock.Status.ShouldBe(DeadlineStatus.Running), clock => clock.DueAt.ShouldBe(until));
        (await engine.BooksAsync<PauseRow>(rows => rows.Where(item => item.CaseId == id))).ShouldHaveSingleItem().Until.ShouldBe(engine.Clock.GetUtcNow());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_pause_without_reason_or_evidence_changes_nothing(DatabaseKind kind)
    {
        await using var engine = await CaseEngine.StartAsync(kind);
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "feedback");
        var order = new PauseCase { TenantId = DemoCounty.TenantId, CaseId = id, By = await engine.PersonAsync("lianxi"), Days = 20, Reason = "等一等", Evidence = "无" };

        (await engine.Get<CaseClocks>().PauseAsync(order, default)).Problem!.Code.ShouldBe("case.pause-limit");
        (await engine.Get<CaseClocks>().PauseAsync(order with { Reason = "听证", Days = 31 }, default)).Problem!.Code.ShouldBe("case.pause-limit");

        (await PromiseAsync(engine, id)).Status.ShouldBe(DeadlineStatus.Running);
        (await engine.BooksAsync<PauseRow>(rows => rows.Where(item => item.CaseId == id))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_changed_calendar_counts_for_what_is_accepted_afterwards_and_promises_stay_as_given(DatabaseKind kind)
    {
        await using var engine = await CaseEngine.StartAsync(kind);
        var before = await engine.RegisterAsync("JY");
        await engine.ReachAsync(before, "study");
        var promised = (await engine.CaseAsync(before)).PromiseDueAt!.Value;

        await AddHolidayAsync(engine, new DateOnly(2026, 3, 11));
        var after = await engine.RegisterAsync("JY");
        await engine.ReachAsync(after, "study");

        (await engine.CaseAsync(before)).PromiseDueAt.ShouldBe(promised);
        (await engine.CaseAsync(after)).PromiseDueAt!.Value.ShouldBeGreaterThan(promised, "a working day less lies between");
    }

    private static async Task<DeadlineRow> PromiseAsync(CaseEngine engine, Guid id) => (await engine.BooksAsync<DeadlineRow>(
        rows => rows.Where(row => row.InstanceId == id && row.Clock == DeadlineClock.Promise && row.ElementId == "feedback"))).ShouldHaveSingleItem();

    private static async Task AddHolidayAsync(CaseEngine engine, DateOnly day)
    {
        var calendar = Guid.CreateVersion7(engine.Clock.GetUtcNow());
        await engine.Get<PlatformDatabase>().WriteAsync(
            (db, _) =>
            {
                db.Calendars.Add(new CalendarRow { TenantId = DemoCounty.TenantId, Id = calendar, Name = "清源县", TimeZone = "Asia/Shanghai", IsDefault = true, Hours = [] });
                db.CalendarDays.Add(new CalendarDayRow { TenantId = DemoCounty.TenantId, CalendarId = calendar, Day = day, Kind = CalendarDayKind.Holiday, Name = "县庆" });
                return Task.FromResult(true);
            },
            default);
        engine.Get<CalendarCache>().Invalidate(DemoCounty.TenantId);
    }
}
