using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>What a unit named in a bulletin says to it before it is signed (申辩).</summary>
public sealed class BulletinObjectionRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>The bulletin.</summary>
    public Guid BulletinId { get; set; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Who, head of the unit.</summary>
    public Guid ById { get; set; }

    /// <summary>What was said.</summary>
    public required string Text { get; set; }
}

internal sealed class BulletinObjectionMapping : IEntityTypeConfiguration<BulletinObjectionRow>
{
    public void Configure(EntityTypeBuilder<BulletinObjectionRow> builder)
    {
        builder.ToTable("bulletin_objections");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Text).HasMaxLength(1000);
        builder.HasIndex(row => new { row.TenantId, row.BulletinId });
    }
}
