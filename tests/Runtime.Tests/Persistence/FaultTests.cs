using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.FaultWorker;
using Platform.Kernel.Execution;
using Platform.Runtime.Definitions;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Payloads;
using Platform.Testing;

namespace Platform.Runtime.Tests.Persistence;

/// <summary>
/// A node is killed (SIGKILL) at random moments while it completes tasks and its deadlines and timers come due.
/// The environment variable PLATFORM_FAULT_KILLS says how often; the suite does it a few times, the long run at least twenty.
/// </summary>
public sealed class FaultTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Killing_a_node_loses_no_answered_step_and_does_nothing_twice(DatabaseKind kind)
    {
        // given
        await using TestDatabase test = await TestDatabase.CreateAsync(kind);
        DateTimeOffset zero = TimeProvider.System.GetUtcNow();
        await PrepareAsync(test);
        await test.Database.DisposeAsync();
        int kills = int.Parse(Environment.GetEnvironmentVariable("PLATFORM_FAULT_KILLS") ?? "4", CultureInfo.InvariantCulture);
        var answers = new ConcurrentBag<string>();
        var random = new Random(kills);

        // when
        for (int i = 0; i < kills; i++)
        {
            await RunAndKillAsync(test, zero, answers, TimeSpan.FromMilliseconds(random.Next(100, 1_500)));
        }

        // then
        await test.ReopenAsync();
        await using EngineHost host = EngineHost.On(test, new ManualClock(new FastClock(zero).GetUtcNow().AddDays(40)));
        await host.DrainAsync();
        await using PlatformDb db = test.Database.CreateDbContext();
        answers.Count.ShouldBeGreaterThan(kills);
        await Answered_steps_are_there(db, answers);
        await Every_chain_holds_and_folds_to_its_state(db, host);
        await Timers_and_deadlines_happened_once(db);
    }

    private static async Task Answered_steps_are_there(PlatformDb db, IEnumerable<string> answers)
    {
        HashSet<string> stored = [.. await db.Events.Select(e => e.InstanceId + " " + e.Seq + " " + e.CommandId).ToListAsync()];
        var lower = stored.Select(s => s.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        answers.Where(a => !lower.Contains(a)).ShouldBeEmpty();
    }

    private static async Task Every_chain_holds_and_folds_to_its_state(PlatformDb db, EngineHost host)
    {
        ILookup<Guid, EventRow> events = (await db.Events.OrderBy(e => e.Seq).ToListAsync()).ToLookup(e => e.InstanceId);
        foreach (InstanceRow instance in await db.Instances.ToListAsync())
        {
            EventChain.FirstBreak(events[instance.Id], instance.LastHash).ShouldBeNull();
            instance.LastSeq.ShouldBe(events[instance.Id].Count());
            DeployedProcess process = await host.Get<GraphCache>().GetAsync(instance.TenantId, instance.DefinitionId, CancellationToken.None);
            InstanceState folded = InstanceState.Replay(process.Graph, events[instance.Id].SelectMany(e => KernelJson.ReadFacts(e.Facts)));
            KernelJson.WriteState(folded).ShouldBe(KernelJson.WriteState(KernelJson.ReadState(instance.State, process.Key)));
        }
    }

    private static async Task Timers_and_deadlines_happened_once(PlatformDb db)
    {
        (await db.Timers.CountAsync()).ShouldBe(0);
        (await db.Deadlines.CountAsync(d => d.NextAt != null)).ShouldBe(0);
        IEnumerable<(Guid Instance, long Timer)> fired = (await db.Events.ToListAsync()).SelectMany(e => KernelJson.ReadFacts(e.Facts)
            .OfType<ProcessEvent.TimerFired>().Select(f => (e.InstanceId, f.TimerId)));
        fired.ShouldBeUnique();

        // The key of a deadline's event forbids a second one; what it leads to would show it.
        var notices = await db.Notifications.Select(n => new { n.TaskId, n.PersonId, n.Kind }).ToListAsync();
        notices.ShouldBeUnique();
        (await db.DeadlineEvents.CountAsync()).ShouldBeGreaterThan(0);
        foreach (DeadlineRow deadline in await db.Deadlines.Where(d => d.Status == DeadlineStatus.Running).ToListAsync())
        {
            (await db.DeadlineEvents.CountAsync(e => e.DeadlineId == deadline.Id)).ShouldBe(deadline.NextStep);
        }
    }

    private static async Task PrepareAsync(TestDatabase test)
    {
        await using EngineHost host = EngineHost.On(test, new ManualClock());
        await TestCounty.Usual().SaveAsync(host.Database);
        await host.DeployAsync(("fault.bpmn", Matters.Bpmn));
    }

    private static async Task RunAndKillAsync(TestDatabase test, DateTimeOffset zero, ConcurrentBag<string> answers, TimeSpan after)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(Matters).Assembly.Location);
        start.ArgumentList.Add(test.Kind == DatabaseKind.Sqlite ? "sqlite" : "postgres");
        start.ArgumentList.Add(test.Location);
        start.ArgumentList.Add(zero.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        using Process worker = new() { StartInfo = start };
        var working = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        worker.OutputDataReceived += (_, line) =>
        {
            // The last line may be cut off by the kill: only whole ones count as answers.
            if (line.Data?.Split(' ') is [{ Length: 36 }, _, { Length: 36 }])
            {
                answers.Add(line.Data);
                working.TrySetResult();
            }
        };
        worker.Start();
        worker.BeginOutputReadLine();
        try
        {
            await working.Task.WaitAsync(TimeSpan.FromMinutes(2));
            await Task.Delay(after);
        }
        finally
        {
            worker.Kill();
            await worker.WaitForExitAsync();
        }
    }
}
