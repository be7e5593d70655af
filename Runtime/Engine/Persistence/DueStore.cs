using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Runtime.Persistence.Sql;
using static Platform.Runtime.Persistence.Sql.ColumnKind;

namespace Platform.Runtime.Persistence;

/// <summary>Claims what is due, in batches from an index, under a lease: several nodes share the work, and what a dead node had claimed comes back when its lease ends.</summary>
public sealed class DueStore
{
    private readonly PlatformDatabase database;
    private readonly Lazy<Queries> queries;

    /// <summary>Made by the container.</summary>
    /// <param name="database">The database.</param>
    public DueStore(PlatformDatabase database)
    {
        this.database = database;
        queries = new Lazy<Queries>(() => new Queries(database));
    }

    /// <summary>Claims timers that are due.</summary>
    internal Task<List<TimerRow>> ClaimTimersAsync(string node, DateTimeOffset now, TimeSpan lease, CancellationToken ct) =>
        ClaimAsync(queries.Value.Timer, queries.Value.ClaimTimers, [node, now + lease, now], ct);

    /// <summary>Claims jobs that are due; each counts as one more attempt.</summary>
    internal Task<List<JobRow>> ClaimJobsAsync(string node, DateTimeOffset now, TimeSpan lease, CancellationToken ct) =>
        ClaimAsync(queries.Value.Job, queries.Value.ClaimJobs, [node, now + lease, now, JobStatus.Leased], ct);

    /// <summary>Hands due deadlines to a handler in one transaction.</summary>
    /// <returns>How many there were.</returns>
    internal Task<int> HandleDeadlinesAsync(
        DateTimeOffset now, Func<IReadOnlyList<DeadlineRow>, PlatformDb, CancellationToken, Task> handle, CancellationToken ct) =>
        database.WriteAsync(
            async (db, token) =>
            {
                List<DeadlineRow> due = await database.DueDeadlines(db, now).AsNoTracking().ToListAsync(token);
                if (due.Count > 0)
                {
                    await handle(due, db, token);
                }

                return due.Count;
            },
            ct);

    /// <summary>The earliest instant at which something is due, leases of other nodes included; null when nothing is planned.</summary>
    internal async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        DateTimeOffset? next = null;
        await database.ReadAsync(
            [new(queries.Value.NextTimer), new(queries.Value.NextJob), new(queries.Value.NextDeadline)],
            (_, row) =>
            {
                if (!row.IsDBNull(0))
                {
                    DateTimeOffset due = database.GetInstant(row, 0);
                    next = next is null || due < next ? due : next;
                }
            },
            ct);
        return next;
    }

    /// <summary>A job is done.</summary>
    internal Task DeleteJobAsync(JobRow job, CancellationToken ct) =>
        database.CommitAsync([new(DeleteJob, job.TenantId, job.Id, job.LeaseOwner, job.Attempts)], null, ct);

    /// <summary>A job waits for its next attempt, or is kept as failed. Nothing happens when another node has taken it over.</summary>
    internal Task ReleaseJobAsync(JobRow job, JobStatus status, DateTimeOffset due, Problem problem, CancellationToken ct) =>
        database.CommitAsync([new(ReleaseJob, status, due, problem.Code, Cut(problem.Message), job.TenantId, job.Id, job.LeaseOwner, job.Attempts)], null, ct);

    private static readonly SqlText DeleteJob = new(
        "DELETE FROM jobs WHERE tenant_id = $1 AND id = $2 AND lease_owner = $3 AND attempts = $4", Text, Uuid, Text, Int);

    private static readonly SqlText ReleaseJob = new(
        "UPDATE jobs SET status = $1, due_at = $2, error_code = $3, error_message = $4, lease_owner = NULL, lease_until = NULL, row_version = row_version + 1 WHERE tenant_id = $5 AND id = $6 AND lease_owner = $7 AND attempts = $8",
        Int, Instant, Text, Text, Text, Uuid, Text, Int);

    private static string Cut(string message) => message.Length <= 2_000 ? message : message[..2_000];

    private async Task<List<TRow>> ClaimAsync<TRow>(RowReader<TRow> reader, SqlText sql, object?[] values, CancellationToken ct)
        where TRow : class
    {
        List<TRow> claimed = [];
        await database.ClaimAsync(new Statement(sql, values), row => claimed.Add(reader.Read(row)), ct);
        return claimed;
    }

    private sealed class Queries
    {
        private const int TimersAtOnce = 200;
        private const int JobsAtOnce = 50;

        internal Queries(PlatformDatabase database)
        {
            Timer = new RowReader<TimerRow>(database);
            Job = new RowReader<JobRow>(database);
            ClaimTimers = new SqlText(
                database.ClaimText(
                    "timers", "tenant_id, owner_id, timer_id", "lease_owner = $1, lease_until = $2",
                    "due_at <= $3 AND (lease_until IS NULL OR lease_until <= $3)", "due_at, owner_id, timer_id", TimersAtOnce, Timer.Columns),
                Text, Instant, Instant);
            ClaimJobs = new SqlText(
                database.ClaimText(
                    "jobs", "tenant_id, id", "lease_owner = $1, lease_until = $2, status = $4, attempts = attempts + 1, row_version = row_version + 1",
                    "status <= 1 AND due_at <= $3 AND (lease_until IS NULL OR lease_until <= $3)", "due_at, id", JobsAtOnce, Job.Columns),
                Text, Instant, Instant, Int);
            NextTimer = Next("timers", "CASE WHEN lease_until > due_at THEN lease_until ELSE due_at END", "1 = 1", "due_at");
            NextJob = Next("jobs", "CASE WHEN lease_until > due_at THEN lease_until ELSE due_at END", "status <= 1", "due_at");
            NextDeadline = Next("deadlines", "next_at", "next_at IS NOT NULL", "next_at");

            SqlText Next(string table, string instant, string condition, string order) => new(database.FirstText(table, instant, condition, order));
        }

        internal RowReader<TimerRow> Timer { get; }

        internal RowReader<JobRow> Job { get; }

        internal SqlText ClaimTimers { get; }

        internal SqlText ClaimJobs { get; }

        internal SqlText NextTimer { get; }

        internal SqlText NextJob { get; }

        internal SqlText NextDeadline { get; }
    }
}
