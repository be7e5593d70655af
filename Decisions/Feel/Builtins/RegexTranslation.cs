using System.Text.RegularExpressions;

namespace Platform.Decisions.Feel;

/// <summary>A pattern as .NET understands it.</summary>
/// <param name="Flags">The flags it was translated with.</param>
/// <param name="Limit">How long one search may take.</param>
/// <param name="Regex">The expression; null when pattern or flags are not valid.</param>
internal sealed record RegexTranslation(string Flags, TimeSpan Limit, Regex? Regex);
