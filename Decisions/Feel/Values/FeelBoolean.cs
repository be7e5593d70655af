using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>True or false.</summary>
public sealed class FeelBoolean : FeelValue
{
    private FeelBoolean(bool value) => Value = value;

    /// <summary>FEEL's true.</summary>
    public static FeelBoolean True { get; } = new(true);

    /// <summary>FEEL's false.</summary>
    public static FeelBoolean False { get; } = new(false);

    /// <summary>The .NET value.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override string TypeName => "boolean";

    internal override FeelKind Kind => FeelKind.Boolean;

    /// <summary>The boolean for a .NET one.</summary>
    /// <param name="value">True or false.</param>
    public static new FeelBoolean Of(bool value) => value ? True : False;

    /// <summary>The boolean, or FEEL's null where three-valued logic leaves the answer open.</summary>
    internal static FeelValue Of(bool? value) => value is { } known ? Of(known) : FeelNull.Instance;

    /// <inheritdoc/>
    public override bool Equals(FeelValue? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value ? 1 : 2;

    internal override void Write(StringBuilder text, bool literal) => text.Append(Value ? "true" : "false");
}
