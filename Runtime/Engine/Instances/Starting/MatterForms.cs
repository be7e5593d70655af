using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Kernel.Execution;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions;
using Platform.Runtime.Forms;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Payloads;
using Platform.Runtime.Tasks;

namespace Platform.Runtime.Instances.Starting;

/// <summary>
/// What was filled in on a matter started by hand, so that whoever decides sees what is asked. Fields with a mask are shown in full
/// to who started the matter and to who has an open task of it, and masked to every other reader.
/// </summary>
/// <param name="database">The matters.</param>
/// <param name="graphs">Compiled versions.</param>
/// <param name="org">Names of people.</param>
/// <param name="reading">Reads what tasks keep, and records the reading.</param>
/// <param name="reserved">Processes with pages of their own.</param>
public sealed class MatterForms(PlatformDatabase database, GraphCache graphs, OrgCache org, TaskReading reading, IEnumerable<ReservedProcess> reserved)
{
    private readonly ImmutableArray<string> reservedKeys = [.. reserved.Select(r => r.Key)];

    /// <summary>The forms in the order in which they were handed in, those without an entry left out.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The forms; none when the matter does not exist for the reader or has pages of its own.</returns>
    public async Task<IReadOnlyList<FilledForm>> GetAsync(Viewer viewer, Guid instanceId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        await using PlatformDb db = database.CreateDbContext();
        InstanceRow? matter = await Visibility.Instances(db, viewer).SingleOrDefaultAsync(i => i.Id == instanceId && !reservedKeys.Contains(i.ProcessKey), ct);
        if (matter is null)
        {
            return [];
        }

        DeployedProcess process = await graphs.GetAsync(viewer.TenantId, matter.DefinitionId, ct);
        OrgDirectory directory = await org.GetAsync(viewer.TenantId, ct);
        List<TaskRow> tasks = await Visibility.AllTasks(db, viewer.TenantId).Where(t => t.InstanceId == instanceId).ToListAsync(ct);
        bool inFull = matter.StarterId == viewer.PersonId || await HandlesAsync(db, viewer, matter, tasks, ct);
        await reading.RecordAsync(viewer, matter, ct);

        FormSpec asked = StartForm.Of(process);
        FilledForm start = new(asked.Title, NameOf(matter.StarterId), matter.StartedAt, asked, await StartedWithAsync(db, matter, ct));
        IEnumerable<FilledForm> later = tasks
            .Where(t => t.CompletedAt is not null && process.UserTask(t.ElementId) is not null)
            .OrderBy(t => t.CompletedAt)
            .Select(t => new FilledForm(t.Title, NameOf(t.CompletedBy), t.CompletedAt!.Value, process.UserTask(t.ElementId)!.Form, reading.Content(t).Values));
        return [.. later.Prepend(start).Select(form => form with { Values = Shown(form, inFull) }).Where(form => !form.Values.IsEmpty)];

        string? NameOf(Guid? person) => person is { } id ? directory.Person(id)?.Name : null;
    }

    private static async Task<ImmutableDictionary<string, FeelValue>> StartedWithAsync(PlatformDb db, InstanceRow matter, CancellationToken ct)
    {
        byte[]? facts = await db.Events.Where(e => e.TenantId == matter.TenantId && e.InstanceId == matter.Id).OrderBy(e => e.Seq).Select(e => e.Facts).FirstOrDefaultAsync(ct);
        return facts is null
            ? ImmutableDictionary<string, FeelValue>.Empty
            : KernelJson.ReadFacts(facts).OfType<ProcessEvent.InstanceStarted>().FirstOrDefault()?.Variables ?? ImmutableDictionary<string, FeelValue>.Empty;
    }

    private static async Task<bool> HandlesAsync(PlatformDb db, Viewer viewer, InstanceRow matter, List<TaskRow> tasks, CancellationToken ct)
    {
        List<Guid> open = [.. tasks.Where(t => t.Status == UserTaskStatus.Open).Select(t => t.Id)];
        ILookup<Guid, Guid> candidates = (await db.TaskCandidates.Where(c => c.TenantId == matter.TenantId && open.Contains(c.TaskId)).ToListAsync(ct)).ToLookup(c => c.TaskId, c => c.PersonId);
        List<AccessExclusionRow> exclusions = await db.AccessExclusions.Where(e => e.TenantId == matter.TenantId && e.InstanceId == matter.Id).ToListAsync(ct);
        return tasks.Where(t => open.Contains(t.Id)).Any(t => TaskAccess.MayAct(
            new TaskFacts { ProcessKey = matter.ProcessKey, Scope = matter.Scope, AssigneeId = t.AssigneeId, CandidateIds = [.. candidates[t.Id]], Exclusions = exclusions }, viewer, null).IsSuccess);
    }

    private static ImmutableDictionary<string, FeelValue> Shown(FilledForm filled, bool inFull) => filled.Form.Fields
        .Where(field => filled.Values.TryGetValue(field.Key, out FeelValue? value) && !value.IsNull)
        .ToImmutableDictionary(field => field.Key, field => inFull ? filled.Values[field.Key] : Masked(field, filled.Values[field.Key]), StringComparer.Ordinal);

    private static FeelValue Masked(FieldSpec field, FeelValue value) =>
        field.Mask != FieldMask.None && value is FeelString text ? FeelValue.Of(FieldValues.Mask(field.Mask, text.Value)) : value;
}
