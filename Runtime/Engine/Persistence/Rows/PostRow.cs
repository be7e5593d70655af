using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>A post in a unit, such as 联系办主任. Work is given to posts; persons come and go.</summary>
public sealed class PostRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Unit that has the post.</summary>
    public Guid UnitId { get; set; }

    /// <summary>Name of the post.</summary>
    public required string Name { get; set; }

    /// <summary>Role that processes name instead of the post, such as registrar.</summary>
    public string? Role { get; set; }

    /// <summary>Whether the holder leads the unit.</summary>
    public bool IsHead { get; set; }

    /// <summary>Whether the holder supervises the unit and those below.</summary>
    public bool Supervises { get; set; }

    /// <summary>Order within the unit.</summary>
    public int SortOrder { get; set; }
}

internal sealed class PostMapping : IEntityTypeConfiguration<PostRow>
{
    public void Configure(EntityTypeBuilder<PostRow> builder)
    {
        builder.ToTable("posts");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(120);
        builder.Property(row => row.Role).HasMaxLength(80);
        builder.HasIndex(row => new { row.TenantId, row.UnitId });
    }
}
