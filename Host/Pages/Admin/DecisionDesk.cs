using Microsoft.Extensions.Localization;
using Platform.Decisions.Dmn;
using Platform.Designer.Editing;
using Platform.Designer.Deciding;
using Platform.Host.Accounts;
using Platform.Host.Texts;
using Platform.Kernel;
using Platform.Host.Pages.Admin.Deciding;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Definitions.Rules;

namespace Platform.Host.Pages.Admin;

/// <summary>Lays out the work for the editor of decision tables: the draft, and the services behind its buttons.</summary>
/// <param name="drafts">Keeps drafts.</param>
/// <param name="decisions">Reads published versions.</param>
/// <param name="clock">The platform's clock.</param>
/// <param name="texts">Texts of the interface.</param>
/// <param name="saves">Answers in words.</param>
public sealed class DecisionDesk(DecisionDraftService drafts, DecisionQuery decisions, TimeProvider clock, IStringLocalizer<Ui> texts, DraftSaves saves)
{
    /// <summary>Opens a decision for work.</summary>
    /// <param name="person">Who works.</param>
    /// <param name="key">Key of the decision.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The work, with the version that the draft began from; null when there is neither draft nor version, or when the file cannot be read.</returns>
    public async Task<(DecisionSession Session, DesignHost Host, Guid? BasedOn)?> OpenAsync(SignedInPerson person, string key, CancellationToken ct)
    {
        if (await drafts.OpenAsync(person.TenantId, key, ct) is not { } draft)
        {
            return null;
        }

        using MemoryStream stream = new(draft.Content.ToArray(), writable: false);
        return DmnReader.Read(stream).Model is { } model && DecisionSession.Has(model, key) ? (new DecisionSession(model, key), new DecisionKeeping((drafts, decisions), person, draft, saves, texts).Host, draft.BaseDefinitionId) : null;
    }

    /// <summary>Begins a new decision, as a draft.</summary>
    /// <param name="person">Who begins.</param>
    /// <param name="name">Name of the decision; must not be empty.</param>
    /// <param name="form">How it is written.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Key of the new decision, or the problem that saving met.</returns>
    public async Task<Result<string>> BeginAsync(SignedInPerson person, string name, LogicForm form, CancellationToken ct)
    {
        string key = $"decision-{Guid.CreateVersion7(clock.GetUtcNow()).ToString("N")[^12..]}";
        DecisionSession session = new(DecisionSession.NewModel(key, name, LogicForms.New(form, key, (texts["Decisions.NewInput"], texts["Decisions.NewOutput"], texts["Decisions.NewBasis"]))), key);
        Result<long> saved = await drafts.SaveAsync(
            new SaveDraft { TenantId = person.TenantId, Key = key, Content = session.ToFile(), Revision = 0, By = person.PersonId }, ct);
        return saved.Map(_ => key);
    }
}
