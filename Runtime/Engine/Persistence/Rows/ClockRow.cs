using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>How far the platform's clock is ahead of the machine's. Only demonstrations and rehearsals move it.</summary>
public sealed class ClockRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Always 1: there is one clock.</summary>
    public int Id { get; set; }

    /// <summary>Seconds that the platform is ahead; never negative.</summary>
    public long OffsetSeconds { get; set; }

    /// <summary>Grows by one with every change.</summary>
    public long RowVersion { get; set; }
}

internal sealed class ClockMapping : IEntityTypeConfiguration<ClockRow>
{
    public void Configure(EntityTypeBuilder<ClockRow> builder)
    {
        builder.ToTable("clocks");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.RowVersion).IsConcurrencyToken();
    }
}
