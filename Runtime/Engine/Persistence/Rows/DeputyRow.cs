using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>A deputy acts for a principal for a time (代理).</summary>
public sealed class DeputyRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Person who is represented.</summary>
    public Guid PrincipalId { get; set; }

    /// <summary>Person who acts.</summary>
    public Guid DeputyId { get; set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset From { get; set; }

    /// <summary>Until when, not included; null: until lifted.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>Processes it holds for, separated by spaces; null: all.</summary>
    public string? ProcessKeys { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}

internal sealed class DeputyMapping : IEntityTypeConfiguration<DeputyRow>
{
    public void Configure(EntityTypeBuilder<DeputyRow> builder)
    {
        builder.ToTable("deputies");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.ProcessKeys).HasMaxLength(1000);
        builder.Property(row => row.Reason).HasMaxLength(400);
        builder.HasIndex(row => new { row.TenantId, row.PrincipalId });
        builder.HasIndex(row => new { row.TenantId, row.DeputyId });
    }
}
