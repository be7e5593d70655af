using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Governance.Demo;
using Platform.Governance.Numbering;
using Platform.Governance.Rows;
using Platform.Host.Commands;
using Platform.Kernel.Execution;
using Platform.Runtime.Deadlines;
using Platform.Runtime.Definitions;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Payloads;
using Platform.Testing;

namespace Platform.Workflows.Tests.Year;

/// <summary>
/// The process of the year is killed (SIGKILL) at random moments and started again until the year is over. The environment variable
/// PLATFORM_FAULT_KILLS says how often, and then takes the whole year; the suite kills the first cases of it a few times.
/// </summary>
public sealed class YearFaultTests
{
    private const int FewKills = 3;
    private const int FewCases = 60;
    private const int AllCases = 1_039;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_year_that_is_killed_again_and_again_ends_like_one_that_was_not(DatabaseKind kind)
    {
        // given
        var asked = Environment.GetEnvironmentVariable("PLATFORM_FAULT_KILLS");
        var kills = asked is null ? FewKills : int.Parse(asked, CultureInfo.InvariantCulture);
        var cases = asked is null ? FewCases : AllCases;
        var undisturbed = await UndisturbedAsync(kind, cases);
        await using var place = await YearPlace.CreateAsync(kind);
        var random = new Random(kills);

        // when
        for (var done = 0; done < kills;)
        {
            using var year = YearProcess.Start(place, cases);
            (await year.KillAfterAsync(TimeSpan.FromMilliseconds(random.Next(100, asked is null ? 900 : 2_500)))).ShouldBeTrue("the year was over before it could be killed");
            done++;
            await Everything_answered_is_still_there(place);
        }

        using var last = YearProcess.Start(place, cases);
        (await last.EndAsync()).ShouldBe(0, string.Join('\n', last.Lines));

        // then
        FiguresOf(last).ShouldBe(undisturbed);
        await using var rehearsal = await place.OpenAsync();
        await using var db = rehearsal.Get<PlatformDatabase>().CreateDbContext();
        await Every_chain_holds_and_folds_to_its_state(rehearsal, db);
        await No_timer_and_no_deadline_happened_twice(db);
        await No_case_is_half_written(rehearsal, db, kills);
    }

    private static async Task<string> UndisturbedAsync(DatabaseKind kind, int cases)
    {
        await using var place = await YearPlace.CreateAsync(kind);
        using var year = YearProcess.Start(place, cases);
        (await year.EndAsync()).ShouldBe(0, string.Join('\n', year.Lines));
        return FiguresOf(year);
    }

    /// <summary>The lines behind the one with the time it took.</summary>
    private static string FiguresOf(YearProcess year) =>
        string.Join('\n', year.Lines.SkipWhile(line => !line.StartsWith("办理", StringComparison.Ordinal)).Skip(1));

    /// <summary>A completion whose case went on in the journal was answered; it must not be lost.</summary>
    private static async Task Everything_answered_is_still_there(YearPlace place)
    {
        await using var rehearsal = await place.OpenAsync();
        await using var db = rehearsal.Get<PlatformDatabase>().CreateDbContext();
        var completed = (await db.Tasks.Where(task => task.Status == UserTaskStatus.Completed).Select(task => task.Id).ToListAsync()).ToHashSet();
        Answered(Path.Combine(place.Folder, "year.journal")).Where(task => !completed.Contains(task)).ShouldBeEmpty();
    }

    private static List<Guid> Answered(string journal)
    {
        var begun = new Dictionary<string, Guid>(StringComparer.Ordinal);
        List<Guid> answered = [];
        foreach (var line in File.ReadAllText(journal).Split('\n')[..^1])
        {
            using var note = JsonDocument.Parse(line);
            var key = $"{note.RootElement.GetProperty("Ordinal")}/{note.RootElement.TryGetProperty("IsRepeat", out _)}";
            if (begun.Remove(key, out var before) && !note.RootElement.TryGetProperty("Intent", out _))
            {
                answered.Add(before);
            }

            if (note.RootElement.TryGetProperty("Intent", out var intent))
            {
                begun[key] = intent.GetProperty("TaskId").GetGuid();
            }
        }

        return answered;
    }

    private static async Task Every_chain_holds_and_folds_to_its_state(Rehearsal rehearsal, PlatformDb db)
    {
        var events = (await db.Events.OrderBy(row => row.Seq).ToListAsync()).ToLookup(row => row.InstanceId);
        foreach (var instance in await db.Instances.ToListAsync())
        {
            EventChain.FirstBreak(events[instance.Id], instance.LastHash).ShouldBeNull();
            instance.LastSeq.ShouldBe(events[instance.Id].Count());
            var process = await rehearsal.Get<GraphCache>().GetAsync(instance.TenantId, instance.DefinitionId, CancellationToken.None);
            var folded = InstanceState.Replay(process.Graph, events[instance.Id].SelectMany(row => KernelJson.ReadFacts(row.Facts)));
            KernelJson.WriteState(folded).ShouldBe(KernelJson.WriteState(KernelJson.ReadState(instance.State, process.Key)));
        }
    }

    private static async Task No_timer_and_no_deadline_happened_twice(PlatformDb db)
    {
        (await db.Events.ToListAsync()).SelectMany(row => KernelJson.ReadFacts(row.Facts).OfType<ProcessEvent.TimerFired>().Select(fact => (row.InstanceId, fact.TimerId)))
            .ShouldBeUnique();
        (await db.Timers.CountAsync()).ShouldBe(0);
        (await db.Deadlines.CountAsync(row => row.NextAt != null)).ShouldBe(0);
        var events = (await db.DeadlineEvents.ToListAsync()).ToLookup(row => row.DeadlineId, row => row.Level);
        foreach (var deadline in await db.Deadlines.ToListAsync())
        {
            var plan = DeadlinePlan.Read(deadline.Plan);
            var reached = plan.Steps.Take(deadline.NextStep).Select(plan.KeyOf);
            events[deadline.Id].Where(level => plan.Steps.Select(plan.KeyOf).Contains(level)).ShouldBe(reached, ignoreOrder: true);
        }
    }

    private static async Task No_case_is_half_written(Rehearsal rehearsal, PlatformDb db, int kills)
    {
        var cases = await db.Set<CaseRow>().ToListAsync();
        var instances = await db.Instances.ToDictionaryAsync(row => row.Id);
        cases.Select(row => row.Id).ShouldBe(instances.Keys, ignoreOrder: true);
        cases.ShouldAllBe(row => !row.IsOpen && instances[row.Id].Status == InstanceStatus.Completed);
        (await db.Incidents.CountAsync()).ShouldBe(0);
        (await db.Tasks.CountAsync(row => row.Status <= UserTaskStatus.Suspended)).ShouldBe(0);
        (await db.Set<OpinionRow>().CountAsync()).ShouldBe(await db.Tasks.CountAsync(row => row.Status == UserTaskStatus.Completed), "each completion is one entry in the books");
        foreach (var extension in await db.Set<ExtensionRow>().ToListAsync())
        {
            cases.Single(row => row.Id == extension.CaseId).PromiseDueAt.ShouldBe(extension.Until);
            (await db.DeadlineEvents.CountAsync(row => row.InstanceId == extension.CaseId && row.Level.StartsWith("extended"))).ShouldBe(1);
        }

        // A number may be reserved for a case that the kill kept from being registered; it stays in the books as a gap.
        (await rehearsal.Get<CaseNumbers>().GapsAsync(DemoCounty.TenantId, 2020, CancellationToken.None)).Count.ShouldBeLessThanOrEqualTo(kills);
    }
}
