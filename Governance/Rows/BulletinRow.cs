using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>A monthly bulletin (通报): figures frozen once, signed by the secretary, then published. Never changed after that.</summary>
public sealed class BulletinRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>The month, such as 2026-10.</summary>
    public required string Period { get; set; }

    /// <summary>When the figures were frozen.</summary>
    public DateTimeOffset FrozenAt { get; set; }

    /// <summary>The figures as JSON, with a version.</summary>
    public required string Figures { get; set; }

    /// <summary>SHA-256 of the figures, lower-case hex: whoever counts again can compare.</summary>
    public required string Digest { get; set; }

    /// <summary>Experience worth telling (典型经验); null for none.</summary>
    public string? Experience { get; set; }

    /// <summary>When it was signed and published; null until then.</summary>
    public DateTimeOffset? SignedAt { get; set; }

    /// <summary>Who signed.</summary>
    public Guid? SignedById { get; set; }

    /// <summary>Raised with every change.</summary>
    public long RowVersion { get; set; }
}

internal sealed class BulletinMapping : IEntityTypeConfiguration<BulletinRow>
{
    public void Configure(EntityTypeBuilder<BulletinRow> builder)
    {
        builder.ToTable("bulletins");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Period).HasMaxLength(7);
        builder.Property(row => row.Digest).HasMaxLength(64);
        builder.Property(row => row.Experience).HasMaxLength(4000);
        builder.Property(row => row.RowVersion).IsConcurrencyToken();
        builder.HasIndex(row => new { row.TenantId, row.Period }).IsUnique();
    }
}
