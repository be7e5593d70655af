using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>The two trees of units.</summary>
public enum OrgHierarchy
{
    /// <summary>政府序列.</summary>
    Government = 0,

    /// <summary>党委序列.</summary>
    Party = 1,
}

/// <summary>Kinds of units.</summary>
public enum OrgUnitKind
{
    /// <summary>县.</summary>
    County = 0,

    /// <summary>部门.</summary>
    Department = 1,

    /// <summary>乡镇、街道.</summary>
    Town = 2,

    /// <summary>村、社区.</summary>
    Village = 3,

    /// <summary>网格.</summary>
    Grid = 4,

    /// <summary>A body within another unit, such as a centre or office.</summary>
    Office = 5,
}

/// <summary>A unit of the county in one of its two hierarchies.</summary>
public sealed class OrgUnitRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Stable code, unique within the tenant.</summary>
    public required string Code { get; set; }

    /// <summary>Full name.</summary>
    public required string Name { get; set; }

    /// <summary>Name for lists.</summary>
    public required string ShortName { get; set; }

    /// <summary>Government or Party.</summary>
    public OrgHierarchy Hierarchy { get; set; }

    /// <summary>What kind of unit it is.</summary>
    public OrgUnitKind Kind { get; set; }

    /// <summary>Unit above; null for the root of a hierarchy.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>Order among siblings.</summary>
    public int SortOrder { get; set; }

    /// <summary>Whether it still exists.</summary>
    public bool IsActive { get; set; }
}

internal sealed class OrgUnitMapping : IEntityTypeConfiguration<OrgUnitRow>
{
    public void Configure(EntityTypeBuilder<OrgUnitRow> builder)
    {
        builder.ToTable("org_units");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Code).HasMaxLength(60);
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.ShortName).HasMaxLength(80);
        builder.HasIndex(row => new { row.TenantId, row.Code }).IsUnique();
    }
}
