using Microsoft.Extensions.Hosting;
using Platform.Persistence.PostgreSql;
using Platform.Persistence.Sqlite;
using Platform.Runtime.Scheduling;
using Platform.Testing;

namespace Platform.Runtime.Tests.Scheduling;

/// <summary>Quartz runs recurring work, in memory and in the database.</summary>
public sealed class RecurringSchedulerTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Recurring_work_runs_by_itself_and_again_after_a_restart(DatabaseKind kind)
    {
        await using TestDatabase test = await TestDatabase.CreateAsync(kind);
        for (int start = 0; start < 2; start++)
        {
            using var work = new EverySecond();
            var options = new PlatformRuntimeOptions();
            _ = kind == DatabaseKind.Sqlite ? options.UseSqlite(test.Location) : options.UsePostgreSql(test.Location);
            IHostedService scheduler = new RecurringScheduler([work], options, new SchedulingOptions(), TimeProvider.System);

            await scheduler.StartAsync(CancellationToken.None);
            await work.Signal.WaitAsync();
            await work.Signal.WaitAsync();
            await scheduler.StopAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task The_pump_sleeps_until_something_is_due_and_is_woken_by_what_comes_earlier()
    {
        var clock = new ManualClock();
        using var signal = new DueSignal();

        Task first = signal.SleepAsync(clock.GetUtcNow().AddMinutes(5), clock, CancellationToken.None);
        signal.Expect(clock.GetUtcNow().AddMinutes(6));
        first.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMinutes(5));
        await first;

        Task second = signal.SleepAsync(clock.GetUtcNow().AddMinutes(5), clock, CancellationToken.None);
        signal.Expect(clock.GetUtcNow().AddMinutes(1));
        await second;
    }

    [Fact]
    public async Task A_clock_moved_ahead_stays_ahead_after_a_restart_and_wakes_the_pump()
    {
        await using TestDatabase test = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var machine = new ManualClock();
        using var signal = new DueSignal();
        var clock = new PlatformClock(machine);

        Task pump = signal.SleepAsync(clock.GetUtcNow().AddDays(1), clock, CancellationToken.None);
        await new ClockService(test.Database, clock, signal).MoveForwardAsync(TimeSpan.FromHours(30), CancellationToken.None);
        await pump;

        clock.GetUtcNow().ShouldBe(machine.GetUtcNow().AddHours(30));
        var restarted = new PlatformClock(machine);
        await new ClockService(test.Database, restarted, signal).LoadAsync(CancellationToken.None);
        restarted.GetUtcNow().ShouldBe(clock.GetUtcNow());
    }

    private sealed class EverySecond : IRecurringWork, IDisposable
    {
        public TestSignal Signal { get; } = new();

        public string Name => "every-second";

        public string Cron => "0/1 * * * * ?";

        public Task RunAsync(CancellationToken ct)
        {
            Signal.Give();
            return Task.CompletedTask;
        }

        public void Dispose() => Signal.Dispose();
    }
}
