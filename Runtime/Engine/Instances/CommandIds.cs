using System.Security.Cryptography;

namespace Platform.Runtime.Instances;

/// <summary>Ids of commands that follow from something stored: the same cause always gives the same id, so that it takes effect once.</summary>
internal static class CommandIds
{
    internal static Guid Derive(Guid cause, Guid target, long number)
    {
        Span<byte> bytes = stackalloc byte[40];
        cause.TryWriteBytes(bytes, bigEndian: true, out _);
        target.TryWriteBytes(bytes[16..], bigEndian: true, out _);
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes[32..], number);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);

        // RFC 9562: version 8 is for ids made in an own way.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
