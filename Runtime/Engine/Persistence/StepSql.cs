using Platform.Runtime.Persistence.Sql;
using static Platform.Runtime.Persistence.Sql.ColumnKind;

namespace Platform.Runtime.Persistence;

/// <summary>Every statement with which a step changes rows that are already there. Inserts come from the model (<see cref="RowStatements"/>).</summary>
internal static class StepSql
{
    /// <summary>Needs no guard of its own: whoever comes second finds the event's number taken, which undoes everything.</summary>
    internal static readonly SqlText UpdateInstance = new(
        "UPDATE instances SET status = $1, state = $2, row_version = row_version + 1, last_hash = $3, last_seq = $4, ended_at = $5 WHERE tenant_id = $6 AND id = $7 AND last_seq = $8",
        Int, Bytes, Bytes, Long, Instant, Text, Uuid, Long);

    internal static readonly SqlText MoveOwner = new(
        "UPDATE instances SET owner_unit_id = $1 WHERE tenant_id = $2 AND id = $3", Uuid, Text, Uuid);

    internal static readonly SqlText CompleteTask = new(
        "UPDATE tasks SET status = $1, assignee_id = COALESCE(assignee_id, $2), completed_by = $2, on_behalf_of = $3, completed_at = $4, outcome = $5, opinion = $6, form_data = $7, row_version = row_version + 1 WHERE tenant_id = $8 AND id = $9 AND row_version = $10",
        true, Int, Uuid, Uuid, Instant, Text, Text, Bytes, Text, Uuid, Long);

    internal static readonly SqlText CancelTask = new(
        "UPDATE tasks SET status = $1, completed_at = $2, row_version = row_version + 1 WHERE tenant_id = $3 AND instance_id = $4 AND token_id = $5 AND status <= 4",
        Int, Instant, Text, Uuid, Long);

    internal static readonly SqlText CloseCandidates = new(
        "UPDATE task_candidates SET is_open = $1 WHERE tenant_id = $2 AND task_id = $3", Flag, Text, Uuid);

    internal static readonly SqlText CloseCandidatesOfToken = new(
        "UPDATE task_candidates SET is_open = $1 WHERE tenant_id = $2 AND task_id IN (SELECT id FROM tasks WHERE tenant_id = $2 AND instance_id = $3 AND token_id = $4)",
        Flag, Text, Uuid, Long);

    internal static readonly SqlText EndDeadlinesOfTask = new(
        "UPDATE deadlines SET status = $1, next_at = NULL, ended_at = $2, row_version = row_version + 1 WHERE tenant_id = $3 AND task_id = $4 AND ended_at IS NULL",
        Int, Instant, Text, Uuid);

    internal static readonly SqlText EndDeadlinesOfToken = new(
        "UPDATE deadlines SET status = $1, next_at = NULL, ended_at = $2, row_version = row_version + 1 WHERE tenant_id = $3 AND instance_id = $4 AND token_id = $5 AND ended_at IS NULL",
        Int, Instant, Text, Uuid, Long);

    internal static readonly SqlText MoveDeadline = new(
        "UPDATE deadlines SET next_step = $1, next_at = $2, row_version = row_version + 1 WHERE tenant_id = $3 AND id = $4", Int, Instant, Text, Uuid);

    internal static readonly SqlText AddParticipant = new(
        "INSERT INTO participants (tenant_id, instance_id, person_id, since) SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT 1 FROM participants WHERE tenant_id = $1 AND instance_id = $2 AND person_id = $3)",
        Text, Uuid, Uuid, Instant);

    internal static readonly SqlText DeleteTimer = new(
        "DELETE FROM timers WHERE tenant_id = $1 AND owner_id = $2 AND timer_id = $3", Text, Uuid, Long);

    internal static readonly SqlText DeleteSubscription = new(
        "DELETE FROM subscriptions WHERE tenant_id = $1 AND owner_id = $2 AND subscription_id = $3", Text, Uuid, Long);

    internal static readonly SqlText DeleteJobsOfToken = new(
        "DELETE FROM jobs WHERE tenant_id = $1 AND instance_id = $2 AND token_id = $3", Text, Uuid, Long);

    internal static readonly SqlText ConsumeJob = new(
        "DELETE FROM jobs WHERE tenant_id = $1 AND id = $2", true, Text, Uuid);

    internal static readonly SqlText ResolveIncident = new(
        "UPDATE incidents SET resolved_at = $1, resolved_by = $2 WHERE tenant_id = $3 AND instance_id = $4 AND token_id = $5 AND resolved_at IS NULL",
        Instant, Uuid, Text, Uuid, Long);

    /// <summary>All of them, for the test that parses them for every provider.</summary>
    internal static readonly IReadOnlyList<SqlText> All =
    [
        UpdateInstance, MoveOwner, CompleteTask, CancelTask, CloseCandidates, CloseCandidatesOfToken, EndDeadlinesOfTask, EndDeadlinesOfToken, MoveDeadline,
        AddParticipant, DeleteTimer, DeleteSubscription, DeleteJobsOfToken, ConsumeJob, ResolveIncident,
    ];
}
