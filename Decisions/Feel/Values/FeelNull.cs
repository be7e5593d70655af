using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>FEEL's null: no value, or the outcome of something that could not be computed.</summary>
public sealed class FeelNull : FeelValue
{
    private FeelNull()
    {
    }

    /// <summary>The one instance.</summary>
    public static FeelNull Instance { get; } = new();

    /// <inheritdoc/>
    public override string TypeName => "Null";

    internal override FeelKind Kind => FeelKind.Null;

    /// <inheritdoc/>
    public override bool Equals(FeelValue? other) => other is FeelNull;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    internal override void Write(StringBuilder text, bool literal) => text.Append("null");
}
