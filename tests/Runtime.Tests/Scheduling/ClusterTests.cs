using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Platform.FaultWorker;
using Platform.Runtime.Persistence;
using Platform.Testing;

namespace Platform.Runtime.Tests.Scheduling;

/// <summary>Recurring work on several nodes of one PostgreSQL database, one of which dies.</summary>
public sealed class ClusterTests
{
    /// <summary>Quartz looks for dead nodes every few seconds; a machine under load may take longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task When_a_node_is_killed_the_others_do_its_recurring_work_and_only_the_time_it_died_in_may_come_again()
    {
        if (!PostgreSqlServer.IsAvailable)
        {
            return;
        }

        await using TestDatabase test = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        DateTimeOffset start = TimeProvider.System.GetUtcNow();
        using Node one = Node.Start(test, "one");
        await one.NextAsync();
        using Node two = Node.Start(test, "two");
        while (await NodesAsync(test) < 2)
        {
            await Task.WhenAny(one.NextAsync(), two.NextAsync());
        }

        // Whoever did the last time dies.
        string dead = (await BeatsAsync(test))[^1].Node;
        Node survivor = dead == "one" ? two : one;
        await (dead == "one" ? one : two).KillAsync();
        int before = (await BeatsAsync(test)).Count;
        while ((await BeatsAsync(test)).Count < before + 3)
        {
            await survivor.NextAsync();
        }

        await survivor.KillAsync();
        List<(DateTimeOffset At, string Node)> beats = await BeatsAsync(test);
        beats.Skip(before).ShouldAllBe(beat => beat.Node != dead);

        // What was missed until the death was noticed is made up for at once. There are never more times than the clock had since
        // the first node was started, but for the one that the dead node may have done without being able to say so.
        DateTimeOffset first = DateTimeOffset.FromUnixTimeSeconds(start.ToUnixTimeSeconds() / Heartbeat.Seconds * Heartbeat.Seconds);
        for (int i = 0; i < beats.Count; i++)
        {
            int times = i < before ? i : i - 1;
            beats[i].At.ShouldBeGreaterThanOrEqualTo(first.AddSeconds(times * Heartbeat.Seconds), $"time {i + 1}");
        }
    }

    private static async Task<List<(DateTimeOffset At, string Node)>> BeatsAsync(TestDatabase test)
    {
        await using PlatformDb db = test.Database.CreateDbContext();
        var rows = await db.Audit.Where(row => row.Action == Heartbeat.Action).OrderBy(row => row.At).Select(row => new { row.At, row.Detail }).ToListAsync();
        return [.. rows.Select(row => (row.At, row.Detail!))];
    }

    /// <summary>Nodes that have told the cluster that they live.</summary>
    private static async Task<int> NodesAsync(TestDatabase test)
    {
        await using PlatformDb db = test.Database.CreateDbContext();
        return await db.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM qrtz_scheduler_state").SingleAsync();
    }

    private sealed class Node : IDisposable
    {
        private readonly Process process;
        private TaskCompletionSource beat = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private Node(Process process) => this.process = process;

        public static Node Start(TestDatabase test, string name)
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
            start.ArgumentList.Add(typeof(Matters).Assembly.Location);
            start.ArgumentList.Add("recurring");
            start.ArgumentList.Add(test.Location);
            start.ArgumentList.Add(name);
            var node = new Node(new Process { StartInfo = start });
            node.process.OutputDataReceived += (_, line) => node.Hear(line.Data);
            node.process.Start();
            node.process.BeginOutputReadLine();
            return node;
        }

        /// <summary>Waits until this node has done the work once more.</summary>
        public async Task NextAsync()
        {
            await beat.Task.WaitAsync(Patience);
            beat = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        public async Task KillAsync()
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        public void Dispose()
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            process.Dispose();
        }

        private void Hear(string? line)
        {
            if (line is not null)
            {
                beat.TrySetResult();
            }
        }
    }
}
