using Platform.Designer.Versions;
using Platform.Host.Accounts;
using Platform.Kernel;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Definitions.Rules;
using Platform.Runtime.Access;

namespace Platform.Host.Pages.Admin.Deciding;

/// <summary>The versions of a decision: which there are, what differs between two, and going on from an old one.</summary>
/// <param name="decisions">Published versions.</param>
/// <param name="drafts">Drafts of decisions.</param>
/// <param name="surroundings">Lists whose words stand in cells.</param>
public sealed class DecisionVersionDesk(DecisionQuery decisions, DecisionDraftService drafts, DecisionSurroundings surroundings)
{
    /// <summary>A decision with its versions and its draft.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Key of the decision.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Both may be null: a new decision has no version yet, a published one need not have a draft.</returns>
    public async Task<(DecisionItem? Decision, DraftItem? Draft)> OpenAsync(string tenantId, string key, CancellationToken ct) => (
        (await decisions.ListAsync(tenantId, ct)).FirstOrDefault(item => item.Key == key),
        (await drafts.ListAsync(tenantId, ct)).FirstOrDefault(draft => draft.Key == key));

    /// <summary>What differs between two versions.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="key">Key of the decision; its own changes come first.</param>
    /// <param name="from">The older version.</param>
    /// <param name="to">The newer version; null for the draft.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The changes; null when one of them is not there or cannot be read.</returns>
    public async Task<IReadOnlyList<ElementChange>?> CompareAsync(Viewer viewer, string key, Guid from, Guid? to, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var tenantId = viewer.TenantId;
        var before = await decisions.GetFileAsync(tenantId, from, ct);
        var after = to is { } version
            ? (await decisions.GetFileAsync(tenantId, version, ct))?.Content
            : (await drafts.OpenAsync(tenantId, key, ct))?.Content.ToArray();
        return before is null || after is null
            ? null
            : DecisionDiff.Compare(before.Name, before.Content, after, (await surroundings.OfAsync(viewer, key, ct)).Lists)?.OrderBy(change => change.ElementId != key).ToList();
    }

    /// <summary>Makes an old version the draft, to be looked at, changed and published again. Published versions stay as they are.</summary>
    /// <param name="person">Who goes back.</param>
    /// <param name="key">Key of the decision.</param>
    /// <param name="version">The old version.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Why it was not done: there is a draft already, or no such version; null when done.</returns>
    public async Task<Problem?> GoBackAsync(SignedInPerson person, string key, Guid version, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (await decisions.GetFileAsync(person.TenantId, version, ct) is not { } file)
        {
            return new Problem("decision.no-version", "没有找到这一版，可能已被删除。");
        }

        var saved = await drafts.SaveAsync(new SaveDraft { TenantId = person.TenantId, Key = key, Content = file.Content, Revision = 0, By = person.PersonId }, ct);
        return saved.Problem is { Code: "draft.stale" } ? new Problem("decision.has-draft", "这张决策表已有没发布的草稿。请先发布草稿，再退回旧版。") : saved.Problem;
    }
}
