using System.Collections.Frozen;

namespace Platform.Decisions.Feel;

/// <summary>All built-in functions by name.</summary>
internal static class FeelBuiltins
{
    private static readonly FrozenDictionary<string, FeelFunction> Functions = Build();

    private static readonly FrozenDictionary<char, string[]> WithSpaces = Functions.Keys
        .Where(name => name.Contains(' ', StringComparison.Ordinal))
        .GroupBy(name => name[0])
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The function of this name, or null.</summary>
    public static FeelFunction? Find(string name) => Functions.GetValueOrDefault(name);

    /// <summary>The names of all functions.</summary>
    public static IReadOnlyList<string> Names => Functions.Keys;

    /// <summary>Names of several words that begin with this letter.</summary>
    public static string[] NamesWithSpaces(char first) => WithSpaces.TryGetValue(first, out var names) ? names : [];

    private static FrozenDictionary<string, FeelFunction> Build()
    {
        var catalog = new BuiltinCatalog();
        ConversionFunctions.Register(catalog);
        TemporalConversions.Register(catalog);
        StringFunctions.Register(catalog);
        RegexFunctions.Register(catalog);
        ListFunctions.Register(catalog);
        ListEditing.Register(catalog);
        Statistics.Register(catalog);
        NumberFunctions.Register(catalog);
        RangeFunctions.Register(catalog);
        TemporalFunctions.Register(catalog);
        ContextFunctions.Register(catalog);
        return catalog.ToDictionary();
    }
}
