using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Tasks;

/// <summary>What reading one task needs: the instant, its content, and the record that it was read.</summary>
public sealed class TaskReading(AuditLog audit, TaskFormData formData, TimeProvider clock)
{
    internal DateTimeOffset Now => clock.GetUtcNow();

    internal (ImmutableDictionary<string, FeelValue> Values, string? Opinion) Content(TaskRow task) => formData.Read(task);

    internal Task RecordAsync(Viewer viewer, InstanceRow instance, CancellationToken ct) =>
        audit.ReadingAsync(viewer, instance.Id, instance.Scope, "task", ct);
}
