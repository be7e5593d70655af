using Platform.Governance.Rehearsals;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Definitions.Versions;

namespace Platform.Host.Pages.Admin.Rehearsing;

/// <summary>Tries matters of the past on the draft and on the published version, for one person at a time: whoever comes second waits.</summary>
/// <param name="cases">Matters of the past.</param>
/// <param name="run">Tries them.</param>
/// <param name="grounds">Copies the county.</param>
/// <param name="files">Files of the draft and of the versions.</param>
public sealed class WhatIfDesk(WhatIfCases cases, WhatIfRun run, RehearsalGrounds grounds, WhatIfFiles files) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Tries the matters of the last months on both, batch by batch.</summary>
    /// <param name="viewer">An administrator.</param>
    /// <param name="key">Process id.</param>
    /// <param name="months">How many months.</param>
    /// <param name="progress">Told how far it is, with the outcome of the batches so far.</param>
    /// <param name="ct">Gives up; what was told so far holds.</param>
    /// <returns>Both outcomes, or <c>viewer.not-allowed</c>, <c>definition.not-found</c>, or why one cannot run.</returns>
    public async Task<Result<WhatIfPair>> TryAsync(Viewer viewer, string key, int months, Action<WhatIfProgress> progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(progress);
        if (await files.OfAsync(viewer, key, ct) is not { } both)
        {
            return new Problem("definition.not-found", "这个流程还没有发布过，没有可以比较的版本。");
        }

        var period = await cases.PeriodAsync(viewer, key, months, ct);
        if (!period.IsSuccess)
        {
            return period.Problem!;
        }

        await one.WaitAsync(ct);
        try
        {
            var published = await grounds.ReadAsync(viewer.TenantId, key, both.Published, ct);
            return await TryAsync(viewer, period.Value, (published, published.With(both.Draft)), progress, ct);
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => one.Dispose();

    private async Task<Result<WhatIfPair>> TryAsync(
        Viewer viewer, WhatIfPeriod period, (RehearsalGround Published, RehearsalGround Draft) grounds, Action<WhatIfProgress> progress, CancellationToken ct)
    {
        var (published, draft) = (new WhatIfTally(), new WhatIfTally());
        var sum = new WhatIfPair(published.Sum, draft.Sum);
        var done = 0;

        // Each matter is tried twice, and half of it is done after the first time.
        void Tell(int inBatch) => progress(new WhatIfProgress((2 * done) + inBatch, 2 * period.Count, sum));
        Tell(0);
        await foreach (var batch in cases.BatchesAsync(viewer, grounds.Published.ProcessKey, period, ct))
        {
            var before = await run.RunAsync(grounds.Published, batch, Tell, ct);
            if (!before.IsSuccess)
            {
                return before.Problem!;
            }

            var after = await run.RunAsync(grounds.Draft, batch, count => Tell(batch.Count + count), ct);
            if (!after.IsSuccess)
            {
                return after.Problem!;
            }

            published.Add(before.Value);
            draft.Add(after.Value);
            sum = new WhatIfPair(published.Sum, draft.Sum);
            done += batch.Count;
            Tell(0);
        }

        return sum;
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

/// <summary>How far trying matters is.</summary>
/// <param name="Done">How many runs of a matter have begun.</param>
/// <param name="All">How many there will be; two for each matter.</param>
/// <param name="SoFar">The outcome of the batches that are over.</param>
public sealed record WhatIfProgress(int Done, int All, WhatIfPair SoFar);
