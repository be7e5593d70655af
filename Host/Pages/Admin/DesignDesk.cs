using Microsoft.Extensions.Localization;
using Platform.Designer.Conditions;
using Platform.Designer.Editing;
using Platform.Designer.Panel;
using Platform.Designer.Simple;
using Platform.Host.Accounts;
using Platform.Host.Texts;
using Platform.Kernel;
using Platform.Kernel.Model;
using Platform.Kernel.Xml;
using Platform.Runtime.Activities;
using Platform.Runtime.Calendar;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Forms;
using Platform.Runtime.Notifications;
using Platform.Runtime.Org;

namespace Platform.Host.Pages.Admin;

/// <summary>Lays out the work for the designer: the draft, and what may be chosen from.</summary>
/// <param name="drafts">Keeps drafts.</param>
/// <param name="activities">What steps can be.</param>
/// <param name="surroundings">Calendar, people and forms of the county.</param>
/// <param name="texts">Texts of the interface.</param>
/// <param name="work">The services behind the buttons.</param>
public sealed class DesignDesk(DraftService drafts, ActivityCatalog activities, DesignSurroundings surroundings, IStringLocalizer<Ui> texts, DraftWork work)
{
    /// <summary>Opens a process for work; null when there is neither draft nor published version.</summary>
    /// <param name="person">Who works.</param>
    /// <param name="key">Process id.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<(DesignSession Session, DesignHost Host, PanelContext Context)?> OpenAsync(SignedInPerson person, string key, CancellationToken ct)
    {
        if (await drafts.OpenAsync(person.TenantId, key, ct) is not { } draft
            || BpmnReader.Read(draft.Content.Span).Definitions is not { } model
            || model.Processes.All(p => p.Id != key))
        {
            return null;
        }

        (WorkCalendar calendar, OrgDirectory people, DeployedProcess? based) = await surroundings.OfAsync(person.TenantId, draft.BaseDefinitionId, ct);
        DesignPreviews previews = new(calendar, people, () => surroundings.Now, texts);
        IReadOnlyDictionary<string, FormSpec> forms = await surroundings.FormsAsync(person.TenantId, key, ct);
        return (
            new DesignSession(model, key),
            work.On(person, draft),
            Context(previews, people, forms, DesignSurroundings.Decisions(based)) with
            {
                FormsAddress = $"/definitions/design/{key}/forms",
                FormAddress = name => forms.ContainsKey(name) ? $"/definitions/design/{key}/form?file={Uri.EscapeDataString(name)}" : null,
            });
    }

    /// <summary>Begins a new process with one step, as a draft.</summary>
    /// <param name="person">Who begins.</param>
    /// <param name="name">Name of the process; must not be empty.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Key of the new process, or the problem that saving met.</returns>
    public async Task<Result<string>> BeginAsync(SignedInPerson person, string name, CancellationToken ct)
    {
        string key = $"process-{Guid.CreateVersion7(surroundings.Now).ToString("N")[^12..]}";
        DesignSession session = new(DesignSession.NewProcess(key, name, texts["Design.FirstStep"]), key);
        Result<long> saved = await drafts.SaveAsync(
            new SaveDraft { TenantId = person.TenantId, Key = key, Content = session.ToFile(), Revision = 0, By = person.PersonId }, ct);
        return saved.Map(_ => key);
    }

    private PanelContext Context(DesignPreviews previews, OrgDirectory people, IReadOnlyDictionary<string, FormSpec> forms, IReadOnlyList<string> decisions)
    {
        // Two forms of one title are told apart by their files.
        ILookup<string, string> titled = forms.ToLookup(form => form.Value.Title, form => form.Key, StringComparer.Ordinal);
        string Title(string name) => forms.GetValueOrDefault(name)?.Title is not { Length: > 0 } title ? name : titled[title].Count() > 1 ? $"{title}（{name}）" : title;
        return new PanelContext
        {
            Activities = [.. activities.Descriptors.Select(Choice)],
            Posts = [.. surroundings.PostTitles(people)],
            Roles = surroundings.Roles(people),
            Units = new DesignVariables(texts).Units(people),
            NoticePlaces = [.. NoticePlaces.All.Select(place => new ConditionChoice(place, texts["NoticePlace." + place]))],
            Forms = [.. forms.Keys.OrderBy(Title, StringComparer.Ordinal)],
            FormTitle = Title,
            FieldsOf = name => forms.TryGetValue(name, out FormSpec? form) ? [.. form.Fields.Select(f => new ConditionChoice(f.Key, f.Label))] : [],
            Decisions = [.. decisions.Select(decision => new ConditionChoice(decision, decision))],
            Variables = [.. forms.Values.SelectMany(f => f.Fields).DistinctBy(f => f.Key).Select(DesignVariables.Of)],
            TextFieldsOf = step => [.. (FormOf(step, forms)?.Fields ?? []).Where(f => f.Type is FieldType.Text or FieldType.LongText && !f.ReadOnly)
                .OrderBy(f => f.Type == FieldType.LongText ? 0 : 1).Select(f => new ConditionChoice(f.Key, f.Label))],
            VariablesOf = name => forms.TryGetValue(name, out FormSpec? form) ? [.. form.Fields.Select(DesignVariables.Of)] : [],
            Facts = new DesignVariables(texts).Facts,
            Samples = previews.Samples,
            WhenWould = previews.When,
            WhoWould = previews.Who,
            WhatWouldHappen = previews.WhatWouldHappen,
        };
    }

    /// <summary>The form that a step shows: a stated one, else its activity's.</summary>
    private FormSpec? FormOf(UserTask step, IReadOnlyDictionary<string, FormSpec> forms) => GovExtension.First(step, "form")?.Attribute("ref") is { Length: > 0 } name
        ? forms.GetValueOrDefault(name)
        : step.Extensions.Gov("activity") is { } type ? activities.FindHuman(type)?.Form : null;

    private ActivityChoice Choice(ActivityDescriptor descriptor) => new(descriptor.Type, descriptor.DisplayName, descriptor.Description, descriptor.Category, descriptor.Kind == ActivityKind.Human)
    {
        HasDeadline = descriptor.DefaultDeadline is not null,
        Inputs = [.. descriptor.Inputs.Select(i => new ActivityInput(i.Name, i.DisplayName, i.Description, [.. i.Options.Select(o => Option(descriptor.Type, o))], i.DefaultValue))],
        Fields = [.. (descriptor.Form?.Fields ?? []).Select(DesignVariables.Of)],
        Outputs = [.. descriptor.Outputs.Select(o => new ConditionChoice(o.Name, o.DisplayName))],
        Outcomes = [.. descriptor.Outcomes.Select(o => new ConditionChoice(o.Value, o.Text))],
    };

    /// <summary>An option's word stands in the interface's texts under the activity's type; one without is shown as it is.</summary>
    private ConditionChoice Option(string type, string option) =>
        new($"\"{option}\"", texts["Option." + type + "." + option] is { ResourceNotFound: false } text ? text.Value : option);
}
