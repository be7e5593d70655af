using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Governance.Scenarios;

namespace Platform.Host.Pages.Admin.Rehearsing;

/// <summary>A matter as somebody makes it up for a rehearsal, or takes it over from a sample.</summary>
public sealed class MatterEntry
{
    private const string Aliases = "甲乙丙丁戊己庚辛壬癸";
    private const string Public = "群众";
    private const string TitleWord = "标题";
    private const string TextWord = "正文";
    private const string CategoryWord = "类别";
    private const string UrgencyWord = "紧急度";

    private readonly HashSet<string> flags = new(StringComparer.Ordinal);
    private ImmutableDictionary<string, FeelValue> sample = ImmutableDictionary<string, FeelValue>.Empty;
    private string who = Public;

    /// <summary>Degrees of urgency.</summary>
    public static IReadOnlyList<string> Urgencies { get; } = ["一般", "紧急", "特急"];

    /// <summary>What can be true of a matter.</summary>
    public static IReadOnlyList<string> AllFlags { get; } = ["匿名", "要求保密", "涉及干部", "跨部门"];

    /// <summary>Name of a matter in a rehearsal: 甲, 乙 ….</summary>
    /// <param name="index">How many there are already.</param>
    public static string AliasOf(int index) => index < Aliases.Length ? Aliases[index].ToString() : $"件{index + 1}";

    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Text.</summary>
    public string Text { get; set; } = "";

    /// <summary>What it is about.</summary>
    public string Category { get; set; } = "其他";

    /// <summary>How urgent; empty lets the decision table say.</summary>
    public string Urgency { get; set; } = "";

    /// <summary>Whether something is true of it.</summary>
    /// <param name="flag">One of <see cref="AllFlags"/>.</param>
    public bool Has(string flag) => flags.Contains(flag);

    /// <summary>Makes something true or not.</summary>
    /// <param name="flag">One of <see cref="AllFlags"/>.</param>
    /// <param name="on">Whether.</param>
    public void Set(string flag, bool on) => _ = on ? flags.Add(flag) : flags.Remove(flag);

    /// <summary>Takes a sample over; words that the page does not show are kept.</summary>
    /// <param name="step">The sample; null begins with nothing.</param>
    public void Take(ScenarioStep.Register? step)
    {
        sample = step?.Words ?? ImmutableDictionary<string, FeelValue>.Empty;
        who = step?.Who ?? Public;
        (Title, Text, Urgency) = (Word(TitleWord), Word(TextWord), Word(UrgencyWord));
        Category = Word(CategoryWord) is { Length: > 0 } category ? category : "其他";
        flags.Clear();
        flags.UnionWith(AllFlags.Where(flag => sample.GetValueOrDefault(flag) is FeelBoolean { Value: true }));
    }

    /// <summary>The step that registers it.</summary>
    /// <param name="alias">Name of the matter in the rehearsal.</param>
    public ScenarioStep ToStep(string alias)
    {
        var words = sample.RemoveRange([TextWord, UrgencyWord, .. AllFlags])
            .SetItem(TitleWord, FeelValue.Of(Title.Trim()))
            .SetItem(CategoryWord, FeelValue.Of(Category));
        words = string.IsNullOrWhiteSpace(Text) ? words : words.SetItem(TextWord, FeelValue.Of(Text.Trim()));
        words = Urgency.Length == 0 ? words : words.SetItem(UrgencyWord, FeelValue.Of(Urgency));
        return new ScenarioStep.Register(who, words.SetItems(flags.Select(flag => KeyValuePair.Create<string, FeelValue>(flag, FeelValue.Of(true))))) { Case = alias };
    }

    private string Word(string key) => sample.GetValueOrDefault(key) is FeelString text ? text.Value : "";
}
