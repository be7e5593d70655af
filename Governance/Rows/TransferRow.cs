using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>A complaint handed sealed to the body that may handle it.</summary>
public sealed class TransferRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Person who did it; null for the system or a citizen.</summary>
    public Guid? ById { get; set; }

    /// <summary>How many copies.</summary>
    public int Copies { get; set; }

    /// <summary>Number of the sealed bag.</summary>
    public required string BagNumber { get; set; }

    /// <summary>Digest of an encrypted package.</summary>
    public string? PackageHash { get; set; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset? ReceivedAt { get; set; }

    /// <summary>Who received it.</summary>
    public Guid? ReceivedById { get; set; }

    /// <summary>Number of the receipt.</summary>
    public string? ReceiptNumber { get; set; }

    /// <summary>When the body reported it closed.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

internal sealed class TransferMapping : IEntityTypeConfiguration<TransferRow>
{
    public void Configure(EntityTypeBuilder<TransferRow> builder)
    {
        builder.ToTable("case_transfers");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.BagNumber).HasMaxLength(40);
        builder.Property(row => row.PackageHash).HasMaxLength(64);
        builder.Property(row => row.ReceiptNumber).HasMaxLength(60);
        builder.HasIndex(row => new { row.TenantId, row.CaseId });
    }
}
