using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Execution;
using Platform.Runtime.Persistence.Sql;
using static Platform.Runtime.Persistence.Sql.ColumnKind;

namespace Platform.Runtime.Persistence;

/// <summary>Loads what a step needs in one round trip and saves a step in one transaction.</summary>
public sealed class InstanceStore
{
    private readonly PlatformDatabase database;
    private readonly Lazy<Queries> queries;

    /// <summary>Made by the container.</summary>
    /// <param name="database">The database.</param>
    public InstanceStore(PlatformDatabase database)
    {
        this.database = database;
        queries = new Lazy<Queries>(() => new Queries(database));
    }

    /// <summary>An instance with everything a step may ask about it.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="instanceId">The instance; not looked at when a task is given.</param>
    /// <param name="taskId">The task that leads to the instance; null for none.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when there is no such instance or task.</returns>
    internal async Task<LoadedInstance?> LoadAsync(string tenantId, Guid instanceId, Guid? taskId, CancellationToken ct)
    {
        Queries sql = queries.Value;
        InstanceRow? instance = null;
        TaskRow? task = null;
        bool hasPeople = false;
        await database.ReadAsync(
            [taskId is { } id ? new Statement(sql.ByTask, tenantId, id) : new Statement(sql.ById, tenantId, instanceId)],
            (_, record) =>
            {
                instance = sql.Instance.Read(record);
                task = taskId is null ? null : sql.Task.Read(record, sql.Instance.Count);
                hasPeople = record.GetInt32(sql.Instance.Count + (taskId is null ? 0 : sql.Task.Count)) == 1;
            },
            ct);
        if (instance is null)
        {
            return null;
        }

        return hasPeople ? await WithPeopleAsync(instance, task, ct) : new LoadedInstance(instance, task, [], []);
    }

    /// <summary>Candidates and exclusions, which most steps do without: a second round trip for the others.</summary>
    private async Task<LoadedInstance> WithPeopleAsync(InstanceRow instance, TaskRow? task, CancellationToken ct)
    {
        Queries sql = queries.Value;
        List<TaskCandidateRow> candidates = [];
        List<AccessExclusionRow> exclusions = [];
        Statement excluded = new(sql.Exclusions, instance.TenantId, instance.Id);
        await database.ReadAsync(
            task is null ? [excluded] : [excluded, new Statement(sql.Candidates, task.TenantId, task.Id)],
            (query, record) =>
            {
                if (query == 0)
                {
                    exclusions.Add(sql.Exclusion.Read(record));
                }
                else
                {
                    candidates.Add(sql.Candidate.Read(record));
                }
            },
            ct);
        return new LoadedInstance(instance, task, candidates, exclusions);
    }

    /// <summary>Makes a step durable.</summary>
    /// <param name="statements">All rows of the step.</param>
    /// <param name="enlisted">Work through EF in the same transaction; null for none.</param>
    /// <param name="ct">Gives up while waiting.</param>
    internal Task<WriteVerdict> SaveAsync(IReadOnlyList<Statement> statements, Func<PlatformDb, CancellationToken, Task>? enlisted, CancellationToken ct) =>
        database.CommitAsync(statements, enlisted, ct);

    /// <summary>What a command that had been carried out before led to: the step's number, the instance as it is now and the tasks of the step.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="commandId">The command.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when the command was never carried out.</returns>
    internal async Task<(InstanceRow Instance, long Seq, List<TaskRow> Tasks)?> FindAnswerAsync(string tenantId, Guid commandId, CancellationToken ct)
    {
        Queries sql = queries.Value;
        long seq = 0;
        InstanceRow? instance = null;
        List<TaskRow> tasks = [];
        await database.ReadAsync(
            [new(sql.AnswerInstance, tenantId, commandId), new(sql.AnswerTasks, tenantId, commandId)],
            (query, record) =>
            {
                if (query == 0)
                {
                    instance = sql.Instance.Read(record);
                    seq = record.GetInt64(sql.Instance.Count);
                }
                else
                {
                    tasks.Add(sql.Task.Read(record));
                }
            },
            ct);
        return instance is null ? null : (instance, seq, tasks);
    }

    /// <summary>Running instances that a token of another one called.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="parentId">The calling instance.</param>
    /// <param name="tokenId">Its token.</param>
    /// <param name="ct">Gives up.</param>
    internal async Task<List<Guid>> ChildrenAsync(string tenantId, Guid parentId, long tokenId, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        return await db.Instances
            .Where(i => i.TenantId == tenantId && i.ParentInstanceId == parentId && i.ParentTokenId == tokenId && i.Status == InstanceStatus.Running)
            .Select(i => i.Id)
            .ToListAsync(ct);
    }

    /// <summary>Work through EF in a transaction of its own.</summary>
    /// <param name="work">The work.</param>
    /// <param name="ct">Gives up while waiting.</param>
    internal Task WriteAsync(Func<PlatformDb, CancellationToken, Task> work, CancellationToken ct) =>
        database.WriteAsync(
            async (db, token) =>
            {
                await work(db, token);
                return true;
            },
            ct);

    private sealed class Queries
    {
        internal Queries(PlatformDatabase database)
        {
            Instance = new RowReader<InstanceRow>(database);
            Task = new RowReader<TaskRow>(database);
            Candidate = new RowReader<TaskCandidateRow>(database);
            Exclusion = new RowReader<AccessExclusionRow>(database);
            string taskColumns = Task.PrefixedColumns.Replace("x.", "t.", StringComparison.Ordinal);
            const string Excluded = "EXISTS (SELECT 1 FROM access_exclusions a WHERE a.tenant_id = x.tenant_id AND a.instance_id = x.id)";
            const string Offered = "EXISTS (SELECT 1 FROM task_candidates c WHERE c.tenant_id = t.tenant_id AND c.task_id = t.id)";
            ById = new(
                $"SELECT {Instance.PrefixedColumns}, CASE WHEN {Excluded} THEN 1 ELSE 0 END FROM instances x WHERE x.tenant_id = $1 AND x.id = $2",
                Text, Uuid);
            ByTask = new(
                $"SELECT {Instance.PrefixedColumns}, {taskColumns}, CASE WHEN {Excluded} OR {Offered} THEN 1 ELSE 0 END FROM tasks t JOIN instances x ON x.tenant_id = t.tenant_id AND x.id = t.instance_id WHERE t.tenant_id = $1 AND t.id = $2",
                Text, Uuid);
            Candidates = new($"SELECT {Candidate.Columns} FROM task_candidates WHERE tenant_id = $1 AND task_id = $2", Text, Uuid);
            Exclusions = new($"SELECT {Exclusion.Columns} FROM access_exclusions WHERE tenant_id = $1 AND instance_id = $2", Text, Uuid);
            AnswerInstance = new(
                $"SELECT {Instance.PrefixedColumns}, e.seq FROM events e JOIN instances x ON x.tenant_id = e.tenant_id AND x.id = e.instance_id WHERE e.tenant_id = $1 AND e.command_id = $2",
                Text, Uuid);
            AnswerTasks = new(
                $"SELECT {Task.PrefixedColumns} FROM events e JOIN tasks x ON x.tenant_id = e.tenant_id AND x.instance_id = e.instance_id AND x.created_seq = e.seq WHERE e.tenant_id = $1 AND e.command_id = $2 ORDER BY x.id",
                Text, Uuid);
        }

        internal RowReader<InstanceRow> Instance { get; }

        internal RowReader<TaskRow> Task { get; }

        internal RowReader<TaskCandidateRow> Candidate { get; }

        internal RowReader<AccessExclusionRow> Exclusion { get; }

        internal SqlText ById { get; }

        internal SqlText ByTask { get; }

        internal SqlText Candidates { get; }

        internal SqlText Exclusions { get; }

        internal SqlText AnswerInstance { get; }

        internal SqlText AnswerTasks { get; }
    }
}
