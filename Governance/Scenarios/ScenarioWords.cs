using System.Collections.Immutable;
using Platform.Decisions.Feel;

namespace Platform.Governance.Scenarios;

/// <summary>Reads the words of a step.</summary>
internal sealed class ScenarioWords(ImmutableDictionary<string, FeelValue> words)
{
    public IEnumerable<string> Keys => words.Keys.Order(StringComparer.Ordinal);

    public bool Has(string key) => words.ContainsKey(key);

    public string? Text(string key) => words.GetValueOrDefault(key) switch
    {
        null or FeelNull => null,
        FeelString text => text.Value,
        var other => other.ToString(),
    };

    public string Required(string key) => Text(key) ?? throw new ScenarioFailure($"缺少“{key}”");

    public int Number(string key, int otherwise) =>
        words.GetValueOrDefault(key) is FeelNumber number && number.TryToInt64(out var whole) ? (int)whole : otherwise;

    public bool Flag(string key) => words.GetValueOrDefault(key) is FeelBoolean flag && flag == FeelBoolean.True;

    public IReadOnlyList<string> List(string key) => words.GetValueOrDefault(key) switch
    {
        FeelList list => [.. list.Items.OfType<FeelString>().Select(item => item.Value)],
        FeelString text => [text.Value],
        _ => [],
    };
}
