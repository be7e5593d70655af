using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Runtime.Persistence;

/// <summary>The hash that chains an instance's events: SHA-256 over the hash before and everything the row says, so that no row can be edited, removed or moved unseen.</summary>
public static class EventChain
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashLength = 32;

    /// <summary>What stands before the first event.</summary>
    public static byte[] Root => new byte[HashLength];

    /// <summary>The hash of a row.</summary>
    /// <param name="previous">Hash of the row before; <see cref="Root"/> for the first.</param>
    /// <param name="row">The row; its own hash is not looked at. Its instant must be cut to microseconds.</param>
    public static byte[] Hash(ReadOnlySpan<byte> previous, EventRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        int tenant = Encoding.UTF8.GetByteCount(row.TenantId);
        int length = HashLength + 4 + tenant + 16 + 8 + 8 + 4 + 17 + 17 + 16 + row.Facts.Length;
        byte[]? rented = length > 1024 ? System.Buffers.ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> bytes = (rented ?? stackalloc byte[1024])[..length];
        try
        {
            Span<byte> rest = bytes;
            Put(ref rest, previous);
            BinaryPrimitives.WriteInt32BigEndian(Take(ref rest, 4), tenant);
            Encoding.UTF8.GetBytes(row.TenantId, Take(ref rest, tenant));
            row.InstanceId.TryWriteBytes(Take(ref rest, 16), bigEndian: true, out _);
            BinaryPrimitives.WriteInt64BigEndian(Take(ref rest, 8), row.Seq);
            BinaryPrimitives.WriteInt64BigEndian(Take(ref rest, 8), Instants.ToMicroseconds(row.At));
            BinaryPrimitives.WriteInt32BigEndian(Take(ref rest, 4), (int)row.ActorKind);
            Put(ref rest, row.By);
            Put(ref rest, row.OnBehalfOf);
            row.CommandId.TryWriteBytes(Take(ref rest, 16), bigEndian: true, out _);
            Put(ref rest, row.Facts);
            return SHA256.HashData(bytes);
        }
        finally
        {
            if (rented is not null)
            {
                System.Buffers.ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    /// <summary>Looks for the first row that does not fit.</summary>
    /// <param name="rows">All events of one instance by ascending sequence number.</param>
    /// <param name="head">Hash that the instance itself keeps; null when it is not at hand.</param>
    /// <returns>Sequence number of the first row that was changed, or of the first that is missing; null when the chain holds.</returns>
    public static long? FirstBreak(IEnumerable<EventRow> rows, byte[]? head)
    {
        ArgumentNullException.ThrowIfNull(rows);
        byte[] previous = Root;
        long expected = 1;
        foreach (EventRow row in rows)
        {
            if (row.Seq != expected || !Hash(previous, row).AsSpan().SequenceEqual(row.Hash))
            {
                return expected;
            }

            previous = row.Hash;
            expected++;
        }

        return head is null || head.AsSpan().SequenceEqual(previous) ? null : expected;
    }

    private static void Put(ref Span<byte> rest, ReadOnlySpan<byte> value) => value.CopyTo(Take(ref rest, value.Length));

    private static void Put(ref Span<byte> rest, Guid? value)
    {
        Span<byte> target = Take(ref rest, 17);
        target[0] = value is null ? (byte)0 : (byte)1;
        (value ?? Guid.Empty).TryWriteBytes(target[1..], bigEndian: true, out _);
    }

    private static Span<byte> Take(ref Span<byte> rest, int length)
    {
        Span<byte> taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
