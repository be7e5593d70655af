using System.Collections.Frozen;

namespace Platform.Decisions.Feel;

/// <summary>Collects the built-in functions. Signatures are written as DMN 1.5 §10.3.4 prints them.</summary>
internal sealed class BuiltinCatalog
{
    private readonly Dictionary<string, List<BuiltinForm>> _forms = new(StringComparer.Ordinal);

    /// <summary>
    /// Adds one form, for example <c>substring(string: string, start position: number): string</c>. Kinds may be joined
    /// by <c>|</c>; <c>?</c> behind a kind admits null; <c>…</c> behind the last parameter lets it repeat.
    /// </summary>
    public void Add(string signature, BuiltinBody body)
    {
        var open = signature.IndexOf('(', StringComparison.Ordinal);
        var close = signature.LastIndexOf(')');
        var inside = signature[(open + 1)..close].TrimEnd();
        var repeats = inside.EndsWith('…');
        var parameters = inside.TrimEnd('…')
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Parameter)
            .ToArray();
        var result = signature[(close + 1)..].TrimStart(':', ' ');
        var name = signature[..open];
        if (!_forms.TryGetValue(name, out var forms))
        {
            _forms[name] = forms = [];
        }
        forms.Add(new BuiltinForm(parameters, repeats, Kinds(result), body));
    }

    public FrozenDictionary<string, FeelFunction> ToDictionary() => _forms.ToFrozenDictionary(
        entry => entry.Key,
        entry => (FeelFunction)new BuiltinFunction(entry.Key, [.. entry.Value]),
        StringComparer.Ordinal);

    private static BuiltinParameter Parameter(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return new BuiltinParameter(text[..colon].Trim(), Kinds(text[(colon + 1)..].Trim()));
    }

    private static FeelKind Kinds(string text)
    {
        var kinds = text.EndsWith('?') ? FeelKind.Null : FeelKind.None;
        foreach (var word in text.TrimEnd('?').Split('|'))
        {
            kinds |= word.Trim() switch
            {
                "any" => FeelKind.Any,
                "value" => FeelKind.NotNull,
                "boolean" => FeelKind.Boolean,
                "number" => FeelKind.Number,
                "string" => FeelKind.String,
                "date" => FeelKind.Date,
                "time" => FeelKind.Time,
                "datetime" => FeelKind.DateTime,
                "months" => FeelKind.YearMonth,
                "days" => FeelKind.DayTime,
                "list" => FeelKind.List,
                "context" => FeelKind.Context,
                "range" => FeelKind.Range,
                "function" => FeelKind.Function,
                "point" => FeelKind.Number | FeelKind.String | FeelKind.Temporal | FeelKind.Duration,
                _ => throw new InvalidOperationException($"Expected a kind of value, but found '{word}'."),
            };
        }
        return kinds;
    }
}
