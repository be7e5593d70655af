using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions;
using Platform.Runtime.Forms;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances.Starting;

/// <summary>
/// Lets officials start published processes. A process can be started by hand when it has a start event without trigger;
/// <c>gov:assignment</c> on that event says who may, and without one everybody in the county may. What a person may not start
/// does not exist for them.
/// </summary>
/// <param name="database">Published versions.</param>
/// <param name="graphs">Compiled versions.</param>
/// <param name="org">Who holds which post.</param>
/// <param name="instances">Starts.</param>
/// <param name="reserved">Processes with a way in of their own.</param>
/// <param name="clock">The platform's clock.</param>
public sealed class ProcessStarts(
    PlatformDatabase database, GraphCache graphs, OrgCache org, InstanceService instances, IEnumerable<ReservedProcess> reserved, TimeProvider clock)
{
    private const int LongestName = 120;
    private static readonly TimeSpan Local = TimeSpan.FromHours(8);
    private readonly ImmutableHashSet<string> reservedKeys = [.. reserved.Select(r => r.Key)];

    /// <summary>The processes that a person may start, by name.</summary>
    /// <param name="viewer">The person.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<StartableProcess>> ListAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        List<StartableProcess> found = [];
        foreach (string key in await KeysAsync(viewer.TenantId, ct))
        {
            if (await FindAsync(viewer, key, ct) is { } process)
            {
                found.Add(Describe(process));
            }
        }

        return [.. found.OrderBy(p => p.Name, StringComparer.Ordinal)];
    }

    /// <summary>What a process asks of who starts it, or null when it does not exist for the person.</summary>
    /// <param name="viewer">The person.</param>
    /// <param name="key">Key of the process.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<StartOffer?> OpenAsync(Viewer viewer, string key, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (await FindAsync(viewer, key, ct) is not { } process)
        {
            return null;
        }

        FormSpec form = StartForm.Of(process);
        return new StartOffer(Describe(process), form, FormCheck.Defaults(form, FeelScope.Empty, clock.GetUtcNow()));
    }

    /// <summary>Starts a process. The matter is known as the process, the person and the day; it belongs to the person's unit.</summary>
    /// <param name="request">The order.</param>
    /// <param name="ct">Gives up before the commit.</param>
    /// <returns>The first step; or <c>start.not-found</c>, <c>form.invalid</c> with a detail for each field, or the kernel's refusal.</returns>
    public async Task<Result<StepOutcome>> StartAsync(StartRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.By.PersonId is not { } person || await FindAsync(request.By, request.ProcessKey, ct) is not { } process)
        {
            return new Problem("start.not-found", "没有找到这个流程，或者您不能发起它。");
        }

        DateTimeOffset now = clock.GetUtcNow();
        FormAnswer answer = FormCheck.Check(StartForm.Of(process), request.Values, FeelScope.Empty, now);
        if (!answer.IsValid)
        {
            return answer.ToProblem();
        }

        string name = (await org.GetAsync(request.By.TenantId, ct)).Person(person)?.Name ?? string.Empty;
        return await instances.StartAsync(
            new StartInstance
            {
                TenantId = request.By.TenantId,
                ProcessKey = process.Key,
                Version = process.Version,
                BusinessKey = NameOf(process.Name, name, now),
                Variables = answer.Values,
                CommandId = request.CommandId,
                Actor = Actor.Person(person),
                Access = new InstanceAccess(InformationScope.Internal, request.By.UnitIds.Cast<Guid?>().FirstOrDefault(), []),
            },
            ct);
    }

    private static StartableProcess Describe(DeployedProcess process) => new(
        process.Key, process.Name, string.Join('\n', StartForm.EventOf(process)!.Element.Documentation.Select(d => d.Text.Trim())));

    private static string NameOf(string process, string person, DateTimeOffset now)
    {
        DateTimeOffset local = now.ToOffset(Local);
        string who = $"（{person}，{local.Month}月{local.Day}日）";
        return process[..Math.Min(process.Length, LongestName - who.Length)] + who;
    }

    private async Task<List<string>> KeysAsync(string tenantId, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        return await db.Definitions.Where(d => d.TenantId == tenantId && !d.IsRetired).Select(d => d.Key).Distinct().ToListAsync(ct);
    }

    private async Task<DeployedProcess?> FindAsync(Viewer viewer, string key, CancellationToken ct) =>
        viewer.PersonId is { } person
        && !reservedKeys.Contains(key)
        && await graphs.LatestAsync(viewer.TenantId, key, ct) is { } process
        && StartForm.EventOf(process) is { } start
        && await MayStartAsync(viewer.TenantId, person, process, start.Element.Extensions.GovElements.Where(e => e.LocalName == "assignment"), ct)
            ? process
            : null;

    private async Task<bool> MayStartAsync(
        string tenantId, Guid person, DeployedProcess process, IEnumerable<Kernel.Model.ExtensionElement> assignments, CancellationToken ct)
    {
        ImmutableArray<AssignmentSpec> stated = [.. assignments.Select(e => AssignmentSpec.Read(e, []))];
        if (stated.IsEmpty)
        {
            return true;
        }

        AssignmentContext context = new() { Variables = FeelScope.Empty, Now = clock.GetUtcNow(), ProcessKey = process.Key, StarterId = person };
        return AssigneeResolver.Resolve(await org.GetAsync(tenantId, ct), stated, context).People.Any(p => p.PersonId == person);
    }
}
