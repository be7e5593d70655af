using System.Collections.Frozen;

namespace Platform.Decisions.Feel;

/// <summary>Every built-in function with a description in Chinese and an example, for completion and help in editors.</summary>
public static class FeelFunctionReference
{
    private static readonly FrozenDictionary<string, FeelFunctionInfo> ByName = FeelBuiltins.Names.Select(Describe)
        .ToFrozenDictionary(info => info.Name, StringComparer.Ordinal);

    /// <summary>All functions, group by group.</summary>
    public static IReadOnlyList<FeelFunctionInfo> All { get; } = [.. FunctionTexts.All.Select(text => ByName[text.Name])];

    /// <summary>The function of this name, or null.</summary>
    /// <param name="name">Name as it is called.</param>
    public static FeelFunctionInfo? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The functions whose name begins with what was typed; all for an empty text.</summary>
    /// <param name="typed">Letters typed so far; upper and lower case are the same.</param>
    public static IEnumerable<FeelFunctionInfo> StartingWith(string typed) =>
        All.Where(info => info.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase));

    private static FeelFunctionInfo Describe(string name)
    {
        var (group, found, chinese, example, result) = Array.Find(FunctionTexts.All, text => text.Name == name);
        return found is null
            ? throw new InvalidOperationException($"Expected a description of the function '{name}', but there is none.")
            : new FeelFunctionInfo(name, group, chinese, ((BuiltinFunction)FeelBuiltins.Find(name)!).Describe(), example, result);
    }
}
