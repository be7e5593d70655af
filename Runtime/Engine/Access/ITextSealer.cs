namespace Platform.Runtime.Access;

/// <summary>Encrypts what is kept of sealed matters; a project above the runtime holds the keys.</summary>
/// <remarks>
/// An implementer must authenticate what it encrypts, bind it to county and instance, and throw when content was changed.
/// Without an implementation sealed matters are kept as readable as others: the host decides.
/// </remarks>
public interface ITextSealer
{
    /// <summary>Encrypts content.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="instanceId">The matter.</param>
    /// <param name="content">The content.</param>
    byte[] Seal(string tenantId, Guid instanceId, ReadOnlySpan<byte> content);

    /// <summary>Decrypts what <see cref="Seal"/> encrypted.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="instanceId">The matter.</param>
    /// <param name="content">The sealed content.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or belongs elsewhere.</exception>
    byte[] Unseal(string tenantId, Guid instanceId, ReadOnlySpan<byte> content);
}
