using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>A notice or reply that was delivered.</summary>
public sealed class DeliveryRow
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

    /// <summary>accept, redirect, refuse, reply, reassign, extension, transfer or forward.</summary>
    public required string Kind { get; set; }

    /// <summary>How.</summary>
    public required string Method { get; set; }

    /// <summary>What it said, sealed for sealed cases.</summary>
    public string? Text { get; set; }

    /// <summary>Receipt, bag number or digest.</summary>
    public string? Receipt { get; set; }
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<DeliveryRow>
{
    public void Configure(EntityTypeBuilder<DeliveryRow> builder)
    {
        builder.ToTable("case_deliveries");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasMaxLength(20);
        builder.Property(row => row.Method).HasMaxLength(20);
        builder.Property(row => row.Receipt).HasMaxLength(200);
        builder.HasIndex(row => new { row.TenantId, row.CaseId });
    }
}
