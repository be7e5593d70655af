using Microsoft.Extensions.Localization;
using Platform.Designer.Editing;
using Platform.Host.Accounts;
using Platform.Host.Texts;
using Platform.Kernel;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Definitions.Versions;

namespace Platform.Host.Pages.Admin;

/// <summary>The services behind the designer's buttons: keep, check, publish.</summary>
/// <param name="drafts">Keeps drafts.</param>
/// <param name="requests">Asks a second person where the county wants one.</param>
/// <param name="saves">Answers in words.</param>
/// <param name="texts">Texts of the interface.</param>
public sealed class DraftWork(DraftService drafts, PublishRequests requests, DraftSaves saves, IStringLocalizer<Ui> texts)
{
    /// <summary>The work on a draft; one per page, for it knows which state its saves follow.</summary>
    /// <param name="person">Who works.</param>
    /// <param name="draft">The draft as it was opened.</param>
    public DesignHost On(SignedInPerson person, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(draft);
        (long revision, Guid? basedOn) = (draft.Revision, draft.BaseDefinitionId);
        return new DesignHost
        {
            SaveAsync = file => saves.TryAsync(async () =>
            {
                Result<long> saved = await drafts.SaveAsync(
                    new SaveDraft { TenantId = person.TenantId, Key = draft.Key, Content = file, Revision = revision, BasedOn = basedOn, By = person.PersonId }, CancellationToken.None);
                revision = saved.IsSuccess ? saved.Value : revision;
                return saved.Problem;
            }),
            FetchNewestAsync = async () =>
            {
                Draft? newest = await drafts.OpenAsync(person.TenantId, draft.Key, CancellationToken.None);
                (revision, basedOn) = (newest?.Revision ?? 0, newest?.BaseDefinitionId);
                return newest is null ? null : new NewestWork(newest.Content.ToArray(), null);
            },
            CheckAsync = async file => [.. (await drafts.CheckAsync(person.TenantId, draft.Key, basedOn, file, CancellationToken.None))
                .Select(i => new DesignIssue(i.Code, i.IsError, i.ElementId, i.Message))],
            PublishAsync = async note =>
            {
                var publish = new PublishDraft { TenantId = person.TenantId, Key = draft.Key, Revision = revision, By = person.PersonId, Note = note };
                Result<DeployOutcome> outcome = await drafts.PublishAsync(publish, CancellationToken.None);
                if (outcome.Problem?.Code == "publish.needs-approval")
                {
                    return (await requests.AskAsync(publish, CancellationToken.None)).Match(_ => new PublishAnswer(true, texts["Design.Asked"]), problem => new PublishAnswer(false, problem.Message));
                }

                if (outcome.IsSuccess)
                {
                    // The same content as an older version makes no new one; what is the newest then is left to the next save.
                    (revision, basedOn) = (0, outcome.Value.IsNew ? outcome.Value.Definitions.FirstOrDefault(d => d.Key == draft.Key)?.Id : null);
                }

                return outcome.Match(
                    done => new PublishAnswer(true, texts["Design.Published", done.Definitions.Where(d => d.Key == draft.Key).Select(d => d.Version).FirstOrDefault()]),
                    problem => new PublishAnswer(false, problem.Message));
            },
        };
    }
}
