using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Runtime.Forms;
using Platform.Runtime.Org;

namespace Platform.Governance.Scenarios;

/// <summary>Finds people and units by the words of a scenario.</summary>
internal static class ScenarioPeople
{
    private static readonly string[] UnitFields = ["leadUnit", "coUnits", "suggestedUnit", "studyUnit"];

    /// <summary>A person by sign-in code, or the first holder of 单位代码/岗位.</summary>
    public static Guid Find(OrgDirectory directory, string who, DateTimeOffset now)
    {
        var parts = who.Split('/', 2);
        var found = parts.Length == 2 && directory.FindUnit(parts[0]) is { } unit
            ? directory.HoldersByPost(parts[1], unit.Id, now).Select(held => held.Person).FirstOrDefault()
            : directory.FindPerson(who);
        return found?.Id ?? throw new ScenarioFailure($"没有找到“{who}”这个人");
    }

    /// <summary>What a form takes: units and people by id.</summary>
    public static ImmutableDictionary<string, FeelValue> FormValues(OrgDirectory directory, FormSpec? form, ImmutableDictionary<string, FeelValue> words, DateTimeOffset now) =>
        words.ToImmutableDictionary(pair => pair.Key, pair => FormValue(directory, form, pair.Key, pair.Value, now), StringComparer.Ordinal);

    private static FeelValue FormValue(OrgDirectory directory, FormSpec? form, string key, FeelValue value, DateTimeOffset now) =>
        (form?.Field(key)?.Type, UnitFields.Contains(key)) switch
        {
            (FieldType.Unit, _) or (_, true) => Named(value, text => Unit(directory, text)),
            (FieldType.Person, _) => Named(value, text => Find(directory, text, now)),
            _ => value,
        };

    private static FeelValue Named(FeelValue value, Func<string, Guid> find) => value switch
    {
        FeelString text => FeelValue.Of(find(text.Value).ToString()),
        FeelList list => FeelValue.Of(list.Items.Select(item => Named(item, find))),
        _ => value,
    };

    /// <summary>A unit by code or name.</summary>
    public static Guid Unit(OrgDirectory directory, string text) =>
        directory.FindUnit(text)?.Id ?? throw new ScenarioFailure($"没有找到“{text}”这个单位");
}
