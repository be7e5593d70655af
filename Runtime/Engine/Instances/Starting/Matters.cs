using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances.Starting;

/// <summary>Shows people the matters they started by hand, and lets them call one back.</summary>
/// <param name="database">The matters.</param>
/// <param name="instances">Ends them.</param>
/// <param name="reserved">Processes with pages of their own, left out of lists here.</param>
public sealed class Matters(PlatformDatabase database, InstanceService instances, IEnumerable<ReservedProcess> reserved)
{
    private static readonly Expression<Func<InstanceRow, Matter>> Told = i => new Matter
    {
        InstanceId = i.Id,
        Name = i.BusinessKey ?? i.ProcessKey,
        ProcessKey = i.ProcessKey,
        Status = i.Status,
        StarterId = i.StarterId,
        StartedAt = i.StartedAt,
        EndedAt = i.EndedAt,
    };

    private readonly ImmutableArray<string> reservedKeys = [.. reserved.Select(r => r.Key)];

    /// <summary>The newest matters that a person started and may still see.</summary>
    /// <param name="viewer">The person.</param>
    /// <param name="limit">How many at most; 1 or more.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<Matter>> StartedAsync(Viewer viewer, int limit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        Guid? person = viewer.PersonId;
        await using PlatformDb db = database.CreateDbContext();
        return await Visibility.Instances(db, viewer)
            .Where(i => i.StarterId == person && i.ParentInstanceId == null && !reservedKeys.Contains(i.ProcessKey))
            .OrderByDescending(i => i.StartedAt).Take(limit).Select(Told).ToListAsync(ct);
    }

    /// <summary>A matter, or null when it does not exist for the viewer.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Matter?> GetAsync(Viewer viewer, Guid instanceId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        await using PlatformDb db = database.CreateDbContext();
        return await Visibility.Instances(db, viewer).Where(i => i.Id == instanceId && !reservedKeys.Contains(i.ProcessKey)).Select(Told).SingleOrDefaultAsync(ct);
    }

    /// <summary>Ends a running matter by order of who started it; open tasks disappear from the inboxes, the history stays.</summary>
    /// <param name="viewer">Who orders it.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="commandId">Id chosen by the caller; repeating it gives the first answer.</param>
    /// <param name="ct">Gives up before the commit.</param>
    /// <returns>The step; or <c>matter.not-found</c>, <c>matter.not-starter</c>, <c>matter.no-reason</c>, or the kernel's refusal when it has ended.</returns>
    public async Task<Result<StepOutcome>> CallBackAsync(Viewer viewer, Guid instanceId, string reason, Guid commandId, CancellationToken ct)
    {
        if (await GetAsync(viewer, instanceId, ct) is not { } matter || viewer.PersonId is not { } person)
        {
            return new Problem("matter.not-found", "没有找到这件事。");
        }

        if (matter.StarterId != person)
        {
            return new Problem("matter.not-starter", "只有发起人可以撤回。");
        }

        return string.IsNullOrWhiteSpace(reason)
            ? new Problem("matter.no-reason", "请写明撤回的原因。")
            : await instances.CancelAsync(
                new EndInstance { TenantId = viewer.TenantId, InstanceId = instanceId, Reason = reason.Trim(), CommandId = commandId, Actor = Actor.Person(person) }, ct);
    }
}
