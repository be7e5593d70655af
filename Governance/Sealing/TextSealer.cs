using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Governance.Sealing;

/// <summary>
/// Encrypts texts about people before they reach the database (AES-256-GCM, bound to the case they belong to), and makes
/// digests by which the same person is found again without their number being readable.
/// </summary>
public sealed class TextSealer
{
    private const string Mark = "s1:";
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly byte[] textKey;
    private readonly byte[] digestKey;

    /// <summary>Uses a key.</summary>
    /// <param name="key">The county's key.</param>
    public TextSealer(SealKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        textKey = key.Derive("case texts");
        digestKey = key.Derive("identity digests");
    }

    /// <summary>Encrypts a text; equal texts give different results. Null stays null.</summary>
    /// <param name="caseId">Case it belongs to; it cannot be opened under another.</param>
    /// <param name="text">The text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Seal(Guid caseId, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var plain = Encoding.UTF8.GetBytes(text);
        var sealedBytes = new byte[NonceLength + TagLength + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(textKey, TagLength);
        cipher.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength), caseId.ToByteArray());
        return Mark + Convert.ToBase64String(sealedBytes);
    }

    /// <summary>Opens what <see cref="Seal"/> made; a text that was never sealed is answered as it is.</summary>
    /// <param name="caseId">Case it belongs to.</param>
    /// <param name="text">A sealed or plain text.</param>
    /// <exception cref="CryptographicException">The text was changed, belongs to another case, or the key is another.</exception>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Open(Guid caseId, string? text)
    {
        if (text is null || !IsSealed(text))
        {
            return text;
        }

        var sealedBytes = Convert.FromBase64String(text[Mark.Length..]);
        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(textKey, TagLength);
        cipher.Decrypt(
            sealedBytes.AsSpan(0, NonceLength), sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength), plain, caseId.ToByteArray());
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Whether a text is sealed.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsSealed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith(Mark, StringComparison.Ordinal);
    }

    /// <summary>A keyed digest of an identity number, or of a phone when there is none; null when neither is known.</summary>
    /// <param name="identityNumber">Identity number, spaces and letter case do not matter.</param>
    /// <param name="phone">Phone.</param>
    public string? IdentityKey(string? identityNumber, string? phone)
    {
        var known = Clean(identityNumber) ?? Clean(phone);
        return known is null ? null : Convert.ToHexStringLower(HMACSHA256.HashData(digestKey, Encoding.UTF8.GetBytes(known)));
    }

    /// <summary>A keyed digest of a name, spaces do not matter; null for none.</summary>
    /// <param name="name">Name.</param>
    public string? NameKey(string? name)
    {
        var kept = string.Concat((name ?? "").Where(letter => !char.IsWhiteSpace(letter)));
        return kept.Length == 0 ? null : Convert.ToHexStringLower(HMACSHA256.HashData(digestKey, Encoding.UTF8.GetBytes("name\n" + kept)));
    }

    private static string? Clean(string? text)
    {
        var kept = string.Concat((text ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return kept.Length == 0 ? null : kept;
    }
}
