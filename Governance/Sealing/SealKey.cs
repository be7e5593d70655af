using System.Security.Cryptography;

namespace Platform.Governance.Sealing;

/// <summary>The key under which texts about people are kept: 32 random bytes, outside the database.</summary>
public sealed class SealKey
{
    private const int Length = 32;
    private readonly byte[] secret;

    /// <summary>Takes a key.</summary>
    /// <param name="secret">Exactly 32 bytes; copied.</param>
    /// <exception cref="ArgumentException">Another length.</exception>
    public SealKey(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != Length)
        {
            throw new ArgumentException($"Expected {Length} bytes, but got {secret.Length}.", nameof(secret));
        }

        this.secret = secret.ToArray();
    }

    /// <summary>A new random key.</summary>
    public static SealKey New() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Reads the key of a file, creating the file with a new key when it is not there. Only its owner may read a created file.</summary>
    /// <param name="path">Where the key is kept. Whoever loses it loses the sealed texts.</param>
    public static SealKey FromFile(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            // Whole or not at all: a key that a killed process left half written would lock the platform out.
            var fresh = $"{path}.{Path.GetRandomFileName()}";
            using (var file = new FileStream(fresh, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(Length));
            }

            File.Move(fresh, path);
        }

        return new SealKey(File.ReadAllBytes(path));
    }

    /// <summary>A key for one purpose, so that texts and digests never share one.</summary>
    internal byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Length, info: System.Text.Encoding.UTF8.GetBytes(purpose));
}
