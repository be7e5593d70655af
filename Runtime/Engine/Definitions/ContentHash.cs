using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Runtime.Definitions;

/// <summary>Tells whether files are the same as others.</summary>
internal static class ContentHash
{
    /// <summary>SHA-256 over the files in the order of their names, each with its length, so that no two sets share a hash by shifting content.</summary>
    /// <param name="files">Content by name.</param>
    /// <returns>Lower-case hex.</returns>
    public static string Of(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var (name, content) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var nameBytes = Encoding.UTF8.GetBytes(name);
            BinaryPrimitives.WriteInt32BigEndian(length, nameBytes.Length);
            sha.AppendData(length);
            sha.AppendData(nameBytes);
            BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
            sha.AppendData(length);
            sha.AppendData(content);
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
