using Microsoft.Extensions.Localization;
using Platform.Designer.Editing;
using Platform.Host.Accounts;
using Platform.Host.Texts;
using Platform.Kernel;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Definitions.Rules;

namespace Platform.Host.Pages.Admin.Deciding;

/// <summary>
/// Keeps and publishes what one person makes of one decision, and remembers on what it builds: the last state that was kept, and the published
/// version behind it. What others made meanwhile is handed over together with the state that both began from.
/// </summary>
internal sealed class DecisionKeeping
{
    private readonly DecisionDraftService drafts;
    private readonly DecisionQuery decisions;
    private readonly SignedInPerson person;
    private readonly DraftSaves saves;
    private readonly IStringLocalizer<Ui> texts;
    private readonly string key;
    private byte[] kept;
    private byte[]? common;
    private long revision;
    private Guid? basedOn;
    private bool isBehindPublished;

    /// <summary>Begins with what was opened.</summary>
    /// <param name="services">Keeps drafts, and reads published versions.</param>
    /// <param name="person">Who works.</param>
    /// <param name="draft">What was opened.</param>
    /// <param name="saves">Answers in words.</param>
    /// <param name="texts">Texts of the interface.</param>
    public DecisionKeeping((DecisionDraftService Drafts, DecisionQuery Decisions) services, SignedInPerson person, Draft draft, DraftSaves saves, IStringLocalizer<Ui> texts)
    {
        (drafts, decisions) = services;
        this.person = person;
        this.saves = saves;
        this.texts = texts;
        key = draft.Key;
        (kept, revision, basedOn) = (draft.Content.ToArray(), draft.Revision, draft.BaseDefinitionId);
    }

    /// <summary>The work as the editor asks for it.</summary>
    public DesignHost Host => new()
    {
        SaveAsync = SaveAsync,
        FetchNewestAsync = FetchNewestAsync,
        CheckAsync = async file => [.. (await drafts.CheckAsync(person.TenantId, basedOn, file, CancellationToken.None))
            .Where(i => i.IsError).Select(i => new DesignIssue(i.Code, i.IsError, i.ElementId, i.Message))],
        PublishAsync = PublishAsync,
    };

    private Task<SaveAnswer> SaveAsync(byte[] file) => saves.TryAsync(async () =>
    {
        Result<long> saved = await drafts.SaveAsync(
            new SaveDraft { TenantId = person.TenantId, Key = key, Content = file, Revision = revision, BasedOn = basedOn, By = person.PersonId }, CancellationToken.None);
        if (saved.IsSuccess)
        {
            (kept, revision) = (file, saved.Value);
        }

        if (saved.IsSuccess || isBehindPublished)
        {
            (common, isBehindPublished) = (null, false);
        }

        return saved.Problem;
    });

    private async Task<NewestWork?> FetchNewestAsync() => isBehindPublished ? await FetchPublishedAsync() : await FetchDraftAsync();

    /// <summary>Somebody else saved the same draft, or published it: both states began from what was kept last.</summary>
    private async Task<NewestWork?> FetchDraftAsync()
    {
        Draft? newest = await drafts.OpenAsync(person.TenantId, key, CancellationToken.None);
        (revision, basedOn) = (newest?.Revision ?? 0, newest?.BaseDefinitionId);
        if (newest is null)
        {
            return null;
        }

        return new NewestWork(newest.Content.ToArray(), common ??= kept);
    }

    /// <summary>Somebody published, from another draft or with a process: both states began from the version behind this draft.</summary>
    private async Task<NewestWork?> FetchPublishedAsync()
    {
        if (await drafts.PublishedAsync(person.TenantId, key, CancellationToken.None) is not { } newest)
        {
            return null;
        }

        common ??= basedOn is { } version ? (await decisions.GetFileAsync(person.TenantId, version, CancellationToken.None))?.Content : null;
        basedOn = newest.BaseDefinitionId;
        return new NewestWork(newest.Content.ToArray(), common);
    }

    private async Task<PublishAnswer> PublishAsync(string note)
    {
        Result<DeployOutcome> outcome = await drafts.PublishAsync(
            new PublishDraft { TenantId = person.TenantId, Key = key, Revision = revision, By = person.PersonId, Note = note }, CancellationToken.None);
        if (outcome.Problem is { } problem)
        {
            (common, isBehindPublished) = (null, problem.Code == "draft.overtaken");
            return new PublishAnswer(false, problem.Message) { IsOvertaken = problem.Code is "draft.overtaken" or "draft.stale" or "draft.not-found" };
        }

        DeployedVersion? version = outcome.Value.Decisions.FirstOrDefault(d => d.Key == key);
        (revision, basedOn) = (0, version?.Id);
        return new PublishAnswer(true, version is null ? texts["Decisions.Unchanged"] : texts["Decisions.Published", version.Version]);
    }
}
