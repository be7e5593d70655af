using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Platform.Designer.Conditions;

/// <summary>
/// Recognises FEEL that has the form of a sentence: the shapes that <see cref="ConditionWriter"/> writes, spaces aside, and the usual
/// other ways of writing the same: a bare yes-or-no name, <c>not(name)</c>, and <c>list contains(["a","b"], name)</c>.
/// </summary>
internal sealed class ConditionReader
{
    private static readonly (string Sign, ConditionOperator Operator)[] Comparisons =
    [
        ("!=", ConditionOperator.IsNot), (">=", ConditionOperator.AtLeast), ("<=", ConditionOperator.AtMost),
        ("=", ConditionOperator.Is), (">", ConditionOperator.Above), ("<", ConditionOperator.Below),
    ];

    private static readonly FrozenSet<string> Reserved =
        FrozenSet.Create("true", "false", "null", "not", "and", "or", "in", "between", "if", "for", "some", "every");

    private readonly string text;
    private readonly IReadOnlyList<string> names;
    private int at;

    private ConditionReader(string text, IReadOnlyCollection<string> names)
    {
        this.text = text;
        this.names = [.. names.OrderByDescending(n => n.Length)];
    }

    internal static ConditionSentence? Read(string feel, IReadOnlyCollection<string> names) =>
        string.IsNullOrWhiteSpace(feel) ? ConditionSentence.Empty : new ConditionReader(feel, names).Sentence();

    private ConditionSentence? Sentence()
    {
        ImmutableArray<ConditionClause>.Builder clauses = ImmutableArray.CreateBuilder<ConditionClause>();
        bool? needsAll = null;
        while (Clause() is { } clause)
        {
            clauses.Add(clause);
            if (AtEnd())
            {
                return new ConditionSentence(needsAll ?? true, clauses.ToImmutable());
            }

            bool isAnd = Word("and");
            bool isLinked = isAnd || Word("or");
            if (!isLinked || (needsAll ?? isAnd) != isAnd)
            {
                return null;
            }

            needsAll = isAnd;
        }

        return null;
    }

    private ConditionClause? Clause()
    {
        if (Call("contains"))
        {
            return Name() is { } held && Sign(",") && Value() is { Text: { } part } && Sign(")") ? new ConditionClause(held, ConditionOperator.Contains, [part]) : null;
        }

        if (Call("list contains"))
        {
            return ListContains();
        }

        if (Call("count"))
        {
            return Name() is { } list && Sign(")") ? Counted(list) : null;
        }

        if (Call("not"))
        {
            return Name() is { } denied && Sign(")") ? YesOrNo(denied, "false") : null;
        }

        return Name() is { } name ? About(name) : null;
    }

    private ConditionClause? About(string name)
    {
        if (Word("in"))
        {
            return Sign("(") && Values(")") is [var some, ..] values ? OneOf(name, [some, .. values.Skip(1)]) : null;
        }

        ConditionOperator? comparison = Comparisons.Where(c => Sign(c.Sign)).Select(c => (ConditionOperator?)c.Operator).FirstOrDefault();
        return comparison switch
        {
            { } op => Value() is { } value ? Compared(name, op, value) : null,
            null when EndsClause() => YesOrNo(name, "true"),
            _ => null,
        };
    }

    private ConditionClause? ListContains()
    {
        if (Sign("[null, []]"))
        {
            return Sign(",") && Name() is { } empty && Sign(")") ? new ConditionClause(empty, ConditionOperator.IsEmpty, []) { WrittenKind = ConditionKind.List } : null;
        }

        if (Sign("["))
        {
            return Values("]") is { Count: > 0 } values && Sign(",") && Name() is { } name && Sign(")") ? OneOf(name, values) : null;
        }

        return Name() is { } list && Sign(",") && Value() is { Text: { } part } && Sign(")")
            ? new ConditionClause(list, ConditionOperator.Contains, [part]) { WrittenKind = ConditionKind.List }
            : null;
    }

    /// <summary>Of a number of things in a list, sentences only ask whether there are any.</summary>
    private ConditionClause? Counted(string list)
    {
        ConditionOperator? asked = Sign(">") ? ConditionOperator.IsFilled : Sign("=") ? ConditionOperator.IsEmpty : null;
        return asked is { } op && Value() is { Text: "0" } ? new ConditionClause(list, op, []) { WrittenKind = ConditionKind.List } : null;
    }

    private static ConditionClause YesOrNo(string name, string value) => new(name, ConditionOperator.Is, [value]) { WrittenKind = ConditionKind.Boolean };

    private static ConditionClause OneOf(string name, IReadOnlyList<Literal> values) =>
        new(name, ConditionOperator.OneOf, [.. values.Select(v => v.Text!)]) { WrittenKind = values[0].Kind };

    private static ConditionClause? Compared(string name, ConditionOperator comparison, Literal value) => (value.Text, comparison) switch
    {
        ({ } text, _) => new ConditionClause(name, comparison, [text]) { WrittenKind = value.Kind },
        (null, ConditionOperator.Is) => new ConditionClause(name, ConditionOperator.IsEmpty, []),
        (null, ConditionOperator.IsNot) => new ConditionClause(name, ConditionOperator.IsFilled, []),
        _ => null,
    };

    private List<Literal>? Values(string end)
    {
        List<Literal> values = [];
        do
        {
            if (Value() is not { Text: { } } value)
            {
                return null;
            }

            values.Add(value);
        }
        while (Sign(","));
        return Sign(end) ? values : null;
    }

    private string? Name()
    {
        SkipSpace();
        string? known = names.FirstOrDefault(n => string.CompareOrdinal(text, at, n, 0, n.Length) == 0 && !ContinuesName(at + n.Length));
        if (known is not null)
        {
            at += known.Length;
            return known;
        }

        int start = at;
        while (at < text.Length && (char.IsLetter(text[at]) || text[at] == '_' || (at > start && (char.IsDigit(text[at]) || text[at] == '.'))))
        {
            at++;
        }

        string name = text[start..at];
        return name.Length == 0 || Reserved.Contains(name) ? null : name;
    }

    private Literal? Value()
    {
        SkipSpace();
        if (at < text.Length && text[at] == '"')
        {
            return Quoted() is { } quoted ? new Literal(quoted, ConditionKind.Text) : null;
        }

        if (Word("date"))
        {
            return Sign("(") && Value() is { Text: { } day } && Sign(")") ? new Literal(day, ConditionKind.Date) : null;
        }

        foreach (string word in new[] { "true", "false", "null" })
        {
            if (Word(word))
            {
                return new Literal(word == "null" ? null : word, ConditionKind.Boolean);
            }
        }

        int start = at;
        at += at < text.Length && text[at] == '-' ? 1 : 0;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
        {
            at++;
        }

        return at > start && char.IsAsciiDigit(text[at - 1]) ? new Literal(text[start..at], ConditionKind.Number) : null;
    }

    private string? Quoted()
    {
        StringBuilder value = new();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at++;
                return value.ToString();
            }

            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
                value.Append(text[at] switch { 'n' => '\n', 'r' => '\r', var c => c });
            }
            else
            {
                value.Append(text[at]);
            }
        }

        return null;
    }

    private bool Word(string word)
    {
        SkipSpace();
        bool found = string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && !ContinuesName(at + word.Length);
        at += found ? word.Length : 0;
        return found;
    }

    /// <summary>The beginning of a call; a variable of the same name is none.</summary>
    private bool Call(string function)
    {
        int before = at;
        bool found = Word(function) && Sign("(");
        at = found ? at : before;
        return found;
    }

    private bool EndsClause()
    {
        int before = at;
        bool ends = AtEnd() || Word("and") || Word("or");
        at = before;
        return ends;
    }

    private bool Sign(string sign)
    {
        SkipSpace();
        bool found = string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0;
        at += found ? sign.Length : 0;
        return found;
    }

    private bool ContinuesName(int position) => position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] == '_');

    private void SkipSpace()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private bool AtEnd()
    {
        SkipSpace();
        return at == text.Length;
    }

    /// <summary>A value that was read; no text means the word null.</summary>
    private sealed record Literal(string? Text, ConditionKind Kind);
}
