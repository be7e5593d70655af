using System.Security.Cryptography;
using System.Text;
using Platform.Runtime.Access;

namespace Platform.Governance.Sealing;

/// <summary>Encrypts what the runtime keeps of sealed matters (opinions and forms of tasks) with AES-256-GCM, bound to county and instance.</summary>
public sealed class ContentSealer : ITextSealer
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly byte[] key;

    /// <summary>Uses a key.</summary>
    /// <param name="key">The county's key.</param>
    public ContentSealer(SealKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        this.key = key.Derive("task contents");
    }

    /// <inheritdoc />
    public byte[] Seal(string tenantId, Guid instanceId, ReadOnlySpan<byte> content)
    {
        var result = new byte[NonceLength + TagLength + content.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(
            result.AsSpan(0, NonceLength), content, result.AsSpan(NonceLength + TagLength), result.AsSpan(NonceLength, TagLength), Owner(tenantId, instanceId));
        return result;
    }

    /// <inheritdoc />
    public byte[] Unseal(string tenantId, Guid instanceId, ReadOnlySpan<byte> content)
    {
        if (content.Length < NonceLength + TagLength)
        {
            throw new CryptographicException("Expected sealed content, but it is too short.");
        }

        var plain = new byte[content.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(content[..NonceLength], content[(NonceLength + TagLength)..], content.Slice(NonceLength, TagLength), plain, Owner(tenantId, instanceId));
        return plain;
    }

    private static byte[] Owner(string tenantId, Guid instanceId) => [.. Encoding.UTF8.GetBytes(tenantId), 0, .. instanceId.ToByteArray()];
}
