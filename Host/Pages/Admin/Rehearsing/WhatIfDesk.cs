using Platform.Governance;
using Platform.Governance.Rehearsals;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Definitions.Versions;

namespace Platform.Host.Pages.Admin.Rehearsing;

/// <summary>Tries matters of the past on the draft and on the published version.</summary>
/// <param name="cases">Matters of the past.</param>
/// <param name="run">Tries them.</param>
/// <param name="grounds">Copies the county.</param>
/// <param name="files">Files of the draft and of the versions.</param>
/// <param name="options">Which process carries cases.</param>
public sealed class WhatIfDesk(WhatIfCases cases, WhatIfRun run, RehearsalGrounds grounds, WhatIfFiles files, GovernanceOptions options)
{
    /// <summary>Tries the matters of the last months on both.</summary>
    /// <param name="viewer">An administrator.</param>
    /// <param name="key">Process id.</param>
    /// <param name="months">How many months.</param>
    /// <param name="progress">Told how many of how many runs of a matter are over.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Both outcomes, or <c>whatif.no-cases</c> for a process that carries none, <c>definition.not-found</c>, or why one cannot run.</returns>
    public async Task<Result<WhatIfPair>> TryAsync(Viewer viewer, string key, int months, Action<int, int> progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (key != options.ProcessKey)
        {
            return new Problem("whatif.no-cases", "这个流程不办来件，没有以往的件可以推演。可以用试运行和剧本检查它。");
        }

        if (await files.OfAsync(viewer, key, ct) is not { } both)
        {
            return new Problem("definition.not-found", "这个流程还没有发布过，没有可以比较的版本。");
        }

        var matters = await cases.ReadAsync(viewer, key, months, ct);
        if (!matters.IsSuccess)
        {
            return matters.Problem!;
        }

        var all = matters.Value.Count;
        var ground = await grounds.ReadAsync(viewer.TenantId, key, both.Published, ct);
        var published = await run.RunAsync(ground, matters.Value, done => progress(done, 2 * all), ct);
        if (!published.IsSuccess)
        {
            return published.Problem!;
        }

        var draft = await run.RunAsync(ground.With(both.Draft), matters.Value, done => progress(all + done, 2 * all), ct);
        return draft.Map(outcome => new WhatIfPair(published.Value, outcome));
    }
}

/// <summary>The files that are compared.</summary>
/// <param name="drafts">Files of drafts.</param>
/// <param name="versions">Published versions.</param>
public sealed class WhatIfFiles(DraftFiles drafts, VersionQuery versions)
{
    /// <summary>Files of the newest version and of the draft; null when nothing was published.</summary>
    /// <param name="viewer">An administrator.</param>
    /// <param name="key">Process id.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<(IReadOnlyDictionary<string, byte[]> Published, IReadOnlyDictionary<string, byte[]> Draft)?> OfAsync(Viewer viewer, string key, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return await drafts.AllAsync(viewer.TenantId, key, ct) is { } draft
            && await versions.ListAsync(viewer, key, ct) is [var newest, ..]
            && await versions.FilesAsync(viewer.TenantId, newest.DefinitionId, ct) is { } published
                ? (published.Files, draft) : null;
    }
}

/// <summary>What became of the same matters on two versions.</summary>
/// <param name="Published">On the newest published version.</param>
/// <param name="Draft">On the draft.</param>
public sealed record WhatIfPair(WhatIfOutcome Published, WhatIfOutcome Draft);
