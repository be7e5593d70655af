using Platform.Runtime.Forms;
using Platform.Runtime.Org;

namespace Platform.Host.Components.Forms;

/// <summary>Finds the people and units of an organisation by parts of their names.</summary>
/// <param name="directory">The organisation.</param>
/// <param name="now">The instant at which posts are held.</param>
public sealed class DirectoryChoices(OrgDirectory directory, Func<DateTimeOffset> now)
{
    private const int Screenful = 12;

    /// <summary>Units whose name contains the text, at most a screenful.</summary>
    /// <param name="text">Part of a name.</param>
    public IReadOnlyList<PickItem> FindUnits(string text) =>
        [.. directory.Units
            .Where(unit => unit.IsActive && (unit.Name.Contains(text, StringComparison.Ordinal) || unit.ShortName.Contains(text, StringComparison.Ordinal)))
            .OrderBy(unit => unit.Kind).ThenBy(unit => unit.SortOrder)
            .Take(Screenful)
            .Select(unit => new PickItem(unit.Id.ToString(), unit.ShortName, unit.Name == unit.ShortName ? null : unit.Name))];

    /// <summary>People whose name or post contains the text, at most a screenful.</summary>
    /// <param name="text">Part of a name or post.</param>
    public IReadOnlyList<PickItem> FindPeople(string text)
    {
        var at = now();
        return [.. directory.People
            .Where(person => person.IsActive)
            .Select(person => (person, posts: directory.PostsOf(person.Id, at).Select(held => held.Unit.ShortName + held.Post.Name).ToList()))
            .Where(pair => pair.person.Name.Contains(text, StringComparison.Ordinal) || pair.posts.Exists(post => post.Contains(text, StringComparison.Ordinal)))
            .OrderBy(pair => pair.person.Name, StringComparer.Ordinal)
            .Take(Screenful)
            .Select(pair => new PickItem(pair.person.Id.ToString(), pair.person.Name, pair.posts.FirstOrDefault()))];
    }

    /// <summary>Name of a unit; the id itself when it is unknown.</summary>
    /// <param name="id">The unit's id.</param>
    public string UnitName(string id) => directory.FindUnit(id)?.ShortName ?? id;

    /// <summary>Name of a person; the id itself when it is unknown.</summary>
    /// <param name="id">The person's id.</param>
    public string PersonName(string id) => directory.FindPerson(id)?.Name ?? id;

    /// <summary>Gives units and people that a process names by code the ids that a form holds.</summary>
    /// <param name="form">A form before anybody filled it in.</param>
    public void Resolve(FormModel form)
    {
        ArgumentNullException.ThrowIfNull(form);
        foreach (var field in form.Spec.Fields.Where(field => field.Type is FieldType.Unit or FieldType.Person))
        {
            var ids = form.Items(field)
                .Select(text => field.Type == FieldType.Unit ? directory.FindUnit(text)?.Id : directory.FindPerson(text)?.Id)
                .OfType<Guid>().Select(id => id.ToString()).ToList();
            if (field.Multiple)
            {
                form.Enter(field, ids);
            }
            else
            {
                form.Enter(field, ids.FirstOrDefault());
            }
        }
    }
}
