using System.Security.Cryptography;

namespace Platform.Governance.Numbering;

/// <summary>Codes that cannot be guessed or counted. The alphabet has no characters that are mistaken for each other when read out.</summary>
public static class QueryCodes
{
    /// <summary>The characters used: no 0, 1, I, L, O, U.</summary>
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>How many characters a query code has.</summary>
    public const int Length = 8;

    /// <summary>A new query code: eight random characters, about 39 bits.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>A number for a sealed case, such as M-7QK4-9D2: tells neither ledger nor order.</summary>
    public static string NewSealedNumber() =>
        $"M-{RandomNumberGenerator.GetString(Alphabet, 4)}-{RandomNumberGenerator.GetString(Alphabet, 3)}";

    /// <summary>The code as a person may have typed it: spaces and hyphens dropped, upper case; null when it cannot be a code.</summary>
    /// <param name="typed">What was typed.</param>
    public static string? Clean(string? typed)
    {
        var kept = string.Concat((typed ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter != '-')).ToUpperInvariant();
        return kept.Length == Length && kept.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal)) ? kept : null;
    }
}
