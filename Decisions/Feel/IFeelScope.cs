using System.Diagnostics.CodeAnalysis;

namespace Platform.Decisions.Feel;

/// <summary>
/// The variables that an expression may read. Implementations must answer the same for the length of an evaluation and
/// must not throw.
/// </summary>
public interface IFeelScope
{
    /// <summary>The names in scope, in FEEL's normal form: single spaces between words.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>Finds a variable.</summary>
    /// <param name="name">The name in normal form.</param>
    /// <param name="value">Its value; FEEL's null when it has none.</param>
    /// <returns>False when there is no such variable.</returns>
    bool TryGet(string name, [NotNullWhen(true)] out FeelValue? value);
}
