using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Platform.Governance.Demo;

/// <summary>One case of the synthetic year on its way.</summary>
internal sealed class YearState(YearCase plan)
{
    /// <summary>What happens to it.</summary>
    public YearCase Plan { get; } = plan;

    /// <summary>Case it repeats; null for the first arrival.</summary>
    public YearState? Main { get; init; }

    /// <summary>What is remembered of it.</summary>
    public YearMemory Memory { get; set; } = new();

    /// <summary>The completion that a killed run had begun; null when there is none.</summary>
    public YearIntent? Begun { get; set; }

    /// <summary>When it acts next.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Place among acts of one instant.</summary>
    public int Order { get; set; }

    /// <summary>Names the next act, the same in every run: a repetition takes effect once.</summary>
    public Guid CommandId()
    {
        Span<byte> name = stackalloc byte[16];
        BinaryPrimitives.WriteInt32BigEndian(name, Plan.Ordinal);
        BinaryPrimitives.WriteInt32BigEndian(name[4..], Main is null ? 0 : 1);
        BinaryPrimitives.WriteInt32BigEndian(name[8..], Memory.Acts);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(name, hash);

        // RFC 9562: version 8 is for ids made in an own way.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>What is known now.</summary>
    public YearNote Note(bool isOver, YearIntent? intent = null) => new()
    {
        Ordinal = Plan.Ordinal,
        IsRepeat = Main is not null,
        At = At,
        Order = Order,
        IsOver = isOver,
        Intent = intent,
        Memory = Memory,
    };
}
