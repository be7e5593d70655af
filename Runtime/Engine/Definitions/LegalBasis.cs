namespace Platform.Runtime.Definitions;

/// <summary>The rule on which a step rests: <c>gov:legalBasis</c>.</summary>
/// <param name="Document">The regulation: 信访工作条例.</param>
/// <param name="Clause">The clause: 第二十三条; empty when not stated.</param>
public sealed record LegalBasis(string Document, string Clause);
