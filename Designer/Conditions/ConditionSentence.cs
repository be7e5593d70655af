using System.Collections.Immutable;

namespace Platform.Designer.Conditions;

/// <summary>How a value is compared in a sentence.</summary>
public enum ConditionOperator
{
    /// <summary>等于.</summary>
    Is,

    /// <summary>不等于.</summary>
    IsNot,

    /// <summary>大于, for days: 晚于.</summary>
    Above,

    /// <summary>不小于, for days: 不早于.</summary>
    AtLeast,

    /// <summary>小于, for days: 早于.</summary>
    Below,

    /// <summary>不大于, for days: 不晚于.</summary>
    AtMost,

    /// <summary>属于: one of several values.</summary>
    OneOf,

    /// <summary>包含: the text contains the value.</summary>
    Contains,

    /// <summary>没有填.</summary>
    IsEmpty,

    /// <summary>已填写.</summary>
    IsFilled,
}

/// <summary>One clause: a variable, a comparison, and the values it is compared with.</summary>
/// <param name="Variable">Name of the variable in FEEL.</param>
/// <param name="Operator">The comparison.</param>
/// <param name="Values">Values as people write them, without quotes: several for <see cref="ConditionOperator.OneOf"/>, none for empty and filled, else one.</param>
public sealed record ConditionClause(string Variable, ConditionOperator Operator, ImmutableArray<string> Values)
{
    /// <summary>
    /// As what kind its values were written in the expression it was read from, so that writing it again changes nothing; null when it
    /// was not read, or its variable or values were changed since. It does not count in comparisons.
    /// </summary>
    public ConditionKind? WrittenKind { get; init; }

    /// <inheritdoc/>
    public bool Equals(ConditionClause? other) =>
        other is not null && Variable == other.Variable && Operator == other.Operator && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Variable, Operator, Values.Length);
}

/// <summary>A condition as a sentence: clauses that must all hold, or of which one is enough. It is written as FEEL and read back from it.</summary>
/// <param name="NeedsAll">True for 并且, false for 或者.</param>
/// <param name="Clauses">The clauses; empty says nothing and is written as empty text.</param>
public sealed record ConditionSentence(bool NeedsAll, ImmutableArray<ConditionClause> Clauses)
{
    /// <summary>No clause yet.</summary>
    public static ConditionSentence Empty { get; } = new(true, []);

    /// <inheritdoc/>
    public bool Equals(ConditionSentence? other) =>
        other is not null && (NeedsAll == other.NeedsAll || Clauses.Length < 2) && Clauses.SequenceEqual(other.Clauses);

    /// <inheritdoc/>
    public override int GetHashCode() => Clauses.Length;

    /// <summary>The sentence in FEEL. Values of numbers and days are written as such, everything else as text.</summary>
    /// <param name="kindOf">Kind of a variable by its name; null when it is not known, which means text. Clauses that were read keep their kind.</param>
    public string ToFeel(Func<string, ConditionKind?> kindOf) =>
        string.Join(NeedsAll ? " and " : " or ", Clauses.Select(c => ConditionWriter.Write(c, c.WrittenKind ?? kindOf(c.Variable) ?? ConditionKind.Text)));

    /// <summary>Whether every clause says with what it compares, and this fits what is compared: a number for numbers, a day for days.</summary>
    /// <param name="kindOf">Kind of a variable by its name; null when it is not known, which means text. Texts that were read as empty count as meant.</param>
    public bool IsFinished(Func<string, ConditionKind?> kindOf) =>
        Clauses.All(c => ConditionWriter.IsFinished(c, c.WrittenKind ?? kindOf(c.Variable) ?? ConditionKind.Text));

    /// <summary>Reads FEEL that has the form of a sentence; null for any other expression, which is then edited as FEEL.</summary>
    /// <param name="feel">The expression; empty text is the empty sentence.</param>
    /// <param name="names">Names of the variables, so that names with spaces and signs are recognised.</param>
    public static ConditionSentence? Read(string feel, IReadOnlyCollection<string> names) => ConditionReader.Read(feel, names);
}
