using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>A number that was given out. It is never given out again.</summary>
public sealed class IssuedNumberRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>The number.</summary>
    public required string Number { get; set; }

    /// <summary>Series it belongs to; random ones have the series M.</summary>
    public required string Series { get; set; }

    /// <summary>Place in the series, from 1; 0 for random ones.</summary>
    public int Sequence { get; set; }

    /// <summary>Case it was meant for.</summary>
    public Guid CaseId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset IssuedAt { get; set; }

    /// <summary>When it was voided.</summary>
    public DateTimeOffset? VoidedAt { get; set; }

    /// <summary>Why it was voided.</summary>
    public string? VoidReason { get; set; }
}

internal sealed class IssuedNumberMapping : IEntityTypeConfiguration<IssuedNumberRow>
{
    public void Configure(EntityTypeBuilder<IssuedNumberRow> builder)
    {
        builder.ToTable("case_numbers");
        builder.HasKey(row => new { row.TenantId, row.Number });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Number).HasMaxLength(40);
        builder.Property(row => row.Series).HasMaxLength(40);
        builder.Property(row => row.VoidReason).HasMaxLength(200);
        builder.HasIndex(row => new { row.TenantId, row.Series, row.Sequence });
    }
}
