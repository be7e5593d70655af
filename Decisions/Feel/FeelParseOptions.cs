namespace Platform.Decisions.Feel;

/// <summary>What a text may refer to; needed to tell names with spaces and signs from operators.</summary>
public sealed record FeelParseOptions
{
    /// <summary>Nothing known beforehand.</summary>
    public static FeelParseOptions Default { get; } = new();

    /// <summary>Names of variables in scope, and of members of their types. They win over built-in functions.</summary>
    public IReadOnlyCollection<string> Names
    {
        get;
        init
        {
            field = value;
            Index = new NameIndex(value);
        }
    } = [];

    /// <summary>Types that <c>instance of</c> and parameters may name besides the built-in ones, by their full name.</summary>
    public Func<string, FeelType?>? Types { get; init; }

    /// <summary>The names, ready to be looked up; shared by all texts that are read with these options.</summary>
    internal NameIndex Index { get; private init; } = new([]);
}
