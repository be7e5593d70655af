using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions;
using Platform.Runtime.Forms;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Payloads;

namespace Platform.Runtime.Tasks;

/// <summary>
/// Reads what was chosen on tasks, so that it can be tried on another version of the process: outcomes, choices, numbers
/// and dates, and how long it took. What people wrote, and who they were, stays where it is; discreet matters are left out.
/// </summary>
public sealed class RecordedWork(PlatformDatabase database, GraphCache graphs, TaskFormData formData)
{
    private const long FirstStep = 1;

    private static readonly Problem NotAllowed = new("viewer.not-allowed", "只有流程管理员可以用以往的件推演。");

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

    /// <summary>How many matters of a process began in a period and may be tried.</summary>
    /// <param name="viewer">An administrator; for others there are none.</param>
    /// <param name="processKey">Key of the process.</param>
    /// <param name="from">Beginning of the period.</param>
    /// <param name="until">Its end, not included.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<int> CountAsync(Viewer viewer, string processKey, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        return await Tried(db, viewer, processKey, from, until).CountAsync(ct);
    }

    /// <summary>The matters of a process that began in a period, the oldest first, in batches: however many there are, only one batch is held at a time.</summary>
    /// <param name="viewer">An administrator; for others there are none.</param>
    /// <param name="processKey">Key of the process.</param>
    /// <param name="from">Beginning of the period.</param>
    /// <param name="until">Its end, not included.</param>
    /// <param name="size">Matters of a batch; 1 or more.</param>
    /// <param name="ct">Gives up.</param>
    public async IAsyncEnumerable<IReadOnlyList<Guid>> BatchesAsync(
        Viewer viewer, string processKey, DateTimeOffset from, DateTimeOffset until, int size, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var (at, last) = (from, Guid.Empty);
        while (true)
        {
            await using PlatformDb db = database.CreateDbContext();
            var page = await Tried(db, viewer, processKey, at, until).Where(i => i.StartedAt > at || i.Id.CompareTo(last) > 0)
                .OrderBy(i => i.StartedAt).ThenBy(i => i.Id).Select(i => new { i.Id, i.StartedAt }).Take(size).ToListAsync(ct);
            if (page.Count > 0)
            {
                yield return [.. page.Select(i => i.Id)];
            }

            if (page.Count < size)
            {
                yield break;
            }

            (at, last) = (page[^1].StartedAt, page[^1].Id);
        }
    }

    /// <summary>How matters began that people started with a form: who, and what they chose. What they wrote is <see cref="RecordedAct.Withheld"/>.</summary>
    /// <param name="viewer">An administrator.</param>
    /// <param name="instanceIds">Matters that <see cref="BatchesAsync"/> gave.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The beginnings, or <c>viewer.not-allowed</c>.</returns>
    public async Task<Result<IReadOnlyList<RecordedStart>>> StartsAsync(Viewer viewer, IReadOnlyCollection<Guid> instanceIds, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (!viewer.Has(ViewerRights.Administer))
        {
            return NotAllowed;
        }

        await using PlatformDb db = database.CreateDbContext();
        var known = await Visibility.Operations(db, viewer).Where(i => instanceIds.Contains(i.Id) && !i.IsDiscreet).Select(i => i.Id).ToListAsync(ct);
        var rows = await Visibility.AllInstances(db, viewer.TenantId).Where(i => known.Contains(i.Id))
            .Select(i => new { i.Id, i.DefinitionId, i.StartedAt, i.StarterId, i.Status }).ToListAsync(ct);
        var firsts = await db.Events.Where(e => e.TenantId == viewer.TenantId && known.Contains(e.InstanceId) && e.Seq == FirstStep)
            .ToDictionaryAsync(e => e.InstanceId, e => e.Facts, ct);
        var starts = new List<RecordedStart>();
        foreach (var row in rows.OrderBy(row => row.StartedAt))
        {
            var form = StartForm.Of(await graphs.GetAsync(viewer.TenantId, row.DefinitionId, ct));
            var begun = firsts.TryGetValue(row.Id, out var facts) ? KernelJson.ReadFacts(facts).OfType<ProcessEvent.InstanceStarted>().FirstOrDefault() : null;
            var values = WithoutWords(form, begun?.Variables ?? ImmutableDictionary<string, FeelValue>.Empty);
            starts.Add(new RecordedStart(row.Id, row.StartedAt, row.StarterId, values, row.Status != InstanceStatus.Running));
        }

        return Result.Of<IReadOnlyList<RecordedStart>>(starts);
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
            return NotAllowed;
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

    private static IQueryable<OperationsItem> Tried(PlatformDb db, Viewer viewer, string processKey, DateTimeOffset from, DateTimeOffset until) =>
        Visibility.Operations(db, viewer).Where(i => i.ProcessKey == processKey && !i.IsDiscreet && i.StartedAt >= from && i.StartedAt < until);

    private static ImmutableDictionary<string, FeelValue> WithoutWords(FormSpec form, ImmutableDictionary<string, FeelValue> values) => values
        .Where(pair => !pair.Value.IsNull && form.Field(pair.Key) is { ReadOnly: false })
        .ToImmutableDictionary(
            pair => pair.Key,
            pair => form.Field(pair.Key)!.Type is FieldType.Text or FieldType.LongText ? FeelValue.Of(RecordedAct.Withheld) : pair.Value,
            StringComparer.Ordinal);
}

/// <summary>How a matter began.</summary>
/// <param name="InstanceId">The matter.</param>
/// <param name="At">When.</param>
/// <param name="StarterId">Who started it; null when nobody did by hand.</param>
/// <param name="Values">What was chosen in the start form.</param>
/// <param name="IsOver">Whether it has ended.</param>
public sealed record RecordedStart(Guid InstanceId, DateTimeOffset At, Guid? StarterId, ImmutableDictionary<string, FeelValue> Values, bool IsOver);

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
