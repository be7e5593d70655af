using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>A person holds a post for a time; part-time posts are further rows.</summary>
public sealed class MembershipRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; set; }

    /// <summary>The post.</summary>
    public Guid PostId { get; set; }

    /// <summary>Unit of the post, repeated for access checks.</summary>
    public Guid UnitId { get; set; }

    /// <summary>Whether it is the main post; the others are part-time (兼职).</summary>
    public bool IsPrimary { get; set; }

    /// <summary>Since when; null: always.</summary>
    public DateTimeOffset? From { get; set; }

    /// <summary>Until when, not included; null: open.</summary>
    public DateTimeOffset? Until { get; set; }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<MembershipRow>
{
    public void Configure(EntityTypeBuilder<MembershipRow> builder)
    {
        builder.ToTable("memberships");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => new { row.TenantId, row.PersonId });
        builder.HasIndex(row => new { row.TenantId, row.PostId });
    }
}
