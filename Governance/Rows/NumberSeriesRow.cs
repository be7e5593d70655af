using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>The last number given out in a series.</summary>
public sealed class NumberSeriesRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Division, level, ledger and year.</summary>
    public required string Series { get; set; }

    /// <summary>Last sequence number given out.</summary>
    public int Last { get; set; }
}

internal sealed class NumberSeriesMapping : IEntityTypeConfiguration<NumberSeriesRow>
{
    public void Configure(EntityTypeBuilder<NumberSeriesRow> builder)
    {
        builder.ToTable("case_number_series");
        builder.HasKey(row => new { row.TenantId, row.Series });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Series).HasMaxLength(40);
    }
}
