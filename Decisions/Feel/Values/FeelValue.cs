using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>
/// A value of FEEL (DMN 1.5 §10.3.2.3). A closed union: <see cref="FeelNull"/>, <see cref="FeelBoolean"/>,
/// <see cref="FeelNumber"/>, <see cref="FeelString"/>, <see cref="FeelDate"/>, <see cref="FeelTime"/>,
/// <see cref="FeelDateTime"/>, <see cref="FeelYearMonthDuration"/>, <see cref="FeelDayTimeDuration"/>,
/// <see cref="FeelList"/>, <see cref="FeelContext"/>, <see cref="FeelRange"/> and <see cref="FeelFunction"/>.
/// Immutable and safe to share between threads. Equality is FEEL's equality where FEEL defines it; values of
/// different types are simply unequal here, while FEEL's <c>=</c> answers null for them.
/// </summary>
public abstract class FeelValue : IEquatable<FeelValue>
{
    /// <summary>Nested deeper than this a value is not walked: no operation on values may exhaust the stack.</summary>
    internal const int DeepestNesting = 2_000;

    private protected FeelValue()
    {
    }

    /// <summary>FEEL's null.</summary>
    public static FeelValue Null => FeelNull.Instance;

    /// <summary>The name of the value's type as FEEL writes it, for example <c>date and time</c>; never empty.</summary>
    public abstract string TypeName { get; }

    /// <summary>Whether this is FEEL's null.</summary>
    public bool IsNull => this is FeelNull;

    internal abstract FeelKind Kind { get; }

    /// <summary>How many values this one consists of, itself included; saturates. Keeps shared structures from exploding.</summary>
    internal virtual int Weight => 1;

    /// <summary>How deep lists and contexts are nested in this value.</summary>
    internal virtual int Height => 0;

    /// <summary>The boolean for a .NET one.</summary>
    /// <param name="value">True or false.</param>
    public static FeelBoolean Of(bool value) => FeelBoolean.Of(value);

    /// <summary>The number for a .NET integer.</summary>
    /// <param name="value">Any value.</param>
    public static FeelNumber Of(long value) => FeelNumber.Of(value);

    /// <summary>The number for a .NET decimal, exactly.</summary>
    /// <param name="value">Any value.</param>
    public static FeelNumber Of(decimal value) => FeelNumber.Of(value);

    /// <summary>The string, or null for null.</summary>
    /// <param name="value">Any text or null.</param>
    public static FeelValue Of(string? value) => value is null ? Null : new FeelString(value);

    /// <summary>The date for a .NET one.</summary>
    /// <param name="value">Any value.</param>
    public static FeelDate Of(DateOnly value) => FeelDate.Of(value);

    /// <summary>The date and time, with the offset of <paramref name="value"/>.</summary>
    /// <param name="value">Any value.</param>
    public static FeelDateTime Of(DateTimeOffset value) => FeelDateTime.Of(value);

    /// <summary>The list of these values, in their order.</summary>
    /// <param name="items">Any number of values; taken over as a copy.</param>
    public static FeelList Of(IEnumerable<FeelValue> items) => new([.. items]);

    /// <inheritdoc/>
    public abstract bool Equals(FeelValue? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as FeelValue);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>The value as FEEL text that reads back as the same value where a literal exists.</summary>
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Write(text, literal: true);
        return text.ToString();
    }

    /// <summary>The text that the FEEL function <c>string()</c> gives for this value.</summary>
    internal string ToText()
    {
        if (this is FeelString text)
        {
            return text.Value;
        }
        var builder = new StringBuilder();
        Write(builder, literal: false);
        return builder.ToString();
    }

    /// <summary>Appends the value. With <paramref name="literal"/> temporal values are written as <c>@"…"</c>.</summary>
    internal abstract void Write(StringBuilder text, bool literal);
}
