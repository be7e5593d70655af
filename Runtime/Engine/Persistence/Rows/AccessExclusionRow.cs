using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>What an exclusion names.</summary>
public enum AccessSubjectKind
{
    /// <summary>One person.</summary>
    Person = 0,

    /// <summary>A unit with everybody in it.</summary>
    Unit = 1,
}

/// <summary>A person or unit that must not know of a matter, because it is accused in it or for another reason.</summary>
public sealed class AccessExclusionRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>The matter.</summary>
    public Guid InstanceId { get; set; }

    /// <summary>Person or unit.</summary>
    public AccessSubjectKind SubjectKind { get; set; }

    /// <summary>The person or unit; a unit excludes everybody who belongs to it now.</summary>
    public Guid SubjectId { get; set; }

    /// <summary>Why.</summary>
    public required string Reason { get; set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Person who ordered it.</summary>
    public Guid? By { get; set; }
}

internal sealed class AccessExclusionMapping : IEntityTypeConfiguration<AccessExclusionRow>
{
    public void Configure(EntityTypeBuilder<AccessExclusionRow> builder)
    {
        builder.ToTable("access_exclusions");
        builder.HasKey(row => new { row.TenantId, row.InstanceId, row.SubjectKind, row.SubjectId });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Reason).HasMaxLength(400);
        builder.HasIndex(row => new { row.TenantId, row.SubjectKind, row.SubjectId });
    }
}
