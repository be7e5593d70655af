using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions;
using Platform.Runtime.Forms;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Tasks;

/// <summary>
/// Reads what was chosen on tasks, so that it can be tried on another version of the process: outcomes, choices, numbers
/// and dates, and how long it took. What people wrote, and who they were, stays where it is; discreet matters are left out.
/// </summary>
public sealed class RecordedWork(PlatformDatabase database, GraphCache graphs, TaskFormData formData)
{
    /// <summary>The matters of a process that began in a period and whose course may be tried, the newest first.</summary>
    /// <param name="viewer">An administrator; for others there are none.</param>
    /// <param name="processKey">Key of the process.</param>
    /// <param name="from">Beginning of the period.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<Guid>> MattersAsync(Viewer viewer, string processKey, DateTimeOffset from, int most, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        return await Visibility.Operations(db, viewer).Where(i => i.ProcessKey == processKey && !i.IsDiscreet && i.StartedAt >= from)
            .OrderByDescending(i => i.StartedAt).Select(i => i.Id).Take(most).ToListAsync(ct);
    }

    /// <summary>What was done on the tasks of matters, in order.</summary>
    /// <param name="viewer">An administrator.</param>
    /// <param name="instanceIds">Matters that <see cref="MattersAsync"/> gave.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The acts by matter, or <c>viewer.not-allowed</c>.</returns>
    public async Task<Result<ILookup<Guid, RecordedAct>>> ActsAsync(Viewer viewer, IReadOnlyCollection<Guid> instanceIds, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (!viewer.Has(ViewerRights.Administer))
        {
            return new Problem("viewer.not-allowed", "只有流程管理员可以用以往的件推演。");
        }

        await using PlatformDb db = database.CreateDbContext();
        var known = await Visibility.Operations(db, viewer).Where(i => instanceIds.Contains(i.Id) && !i.IsDiscreet).Select(i => i.Id).ToListAsync(ct);
        var rows = await Visibility.AllTasks(db, viewer.TenantId).Where(t => known.Contains(t.InstanceId) && t.Status == UserTaskStatus.Completed && t.CompletedAt != null)
            .OrderBy(t => t.CompletedAt).ToListAsync(ct);
        var acts = new List<(Guid Instance, RecordedAct Act)>();
        foreach (var row in rows)
        {
            var form = (await graphs.GetAsync(viewer.TenantId, row.DefinitionId, ct)).UserTask(row.ElementId)?.Form ?? FormSpec.Empty;
            acts.Add((row.InstanceId, new RecordedAct(
                row.ElementId, row.UnitId, row.Outcome ?? "", WithoutWords(form, formData.Read(row).Values), row.CompletedAt!.Value - row.CreatedAt, row.DueAt is { } due && row.CompletedAt > due)));
        }

        return Result.Of(acts.ToLookup(pair => pair.Instance, pair => pair.Act));
    }

    private static ImmutableDictionary<string, FeelValue> WithoutWords(FormSpec form, ImmutableDictionary<string, FeelValue> values) => values
        .Where(pair => !pair.Value.IsNull && form.Field(pair.Key) is { ReadOnly: false })
        .ToImmutableDictionary(
            pair => pair.Key,
            pair => form.Field(pair.Key)!.Type is FieldType.Text or FieldType.LongText ? FeelValue.Of(RecordedAct.Withheld) : pair.Value,
            StringComparer.Ordinal);
}

/// <summary>What was done on a task.</summary>
/// <param name="ElementId">The element.</param>
/// <param name="UnitId">Unit for which it was done; null when it was for none in particular.</param>
/// <param name="Outcome">Outcome chosen.</param>
/// <param name="Values">Values of the form; texts are <see cref="Withheld"/>.</param>
/// <param name="Took">From the beginning of the task to its end.</param>
/// <param name="WasOverdue">Whether it was done after its deadline.</param>
public sealed record RecordedAct(string ElementId, Guid? UnitId, string Outcome, ImmutableDictionary<string, FeelValue> Values, TimeSpan Took, bool WasOverdue)
{
    /// <summary>Stands for what somebody wrote.</summary>
    public const string Withheld = "略";
}
