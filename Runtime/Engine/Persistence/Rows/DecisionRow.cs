using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>One version of one decision, published with a process or on its own. Immutable once written.</summary>
public sealed class DecisionRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Deployment that carries the files.</summary>
    public Guid DeploymentId { get; set; }

    /// <summary>Id of the decision within the DMN file, or its name when it has none; versions of one decision share it.</summary>
    public required string Key { get; set; }

    /// <summary>1 for the first version of a key, then without gaps.</summary>
    public int Version { get; set; }

    /// <summary>Name for people; processes may refer to it too.</summary>
    public required string Name { get; set; }

    /// <summary>DMN file of the deployment that holds the decision.</summary>
    public required string FileName { get; set; }

    /// <summary>SHA-256 of that file and of what it may import, lower-case hex; unchanged content makes no new version.</summary>
    public required string ContentHash { get; set; }

    /// <summary>When the version was published.</summary>
    public DateTimeOffset DeployedAt { get; set; }
}

internal sealed class DecisionMapping : IEntityTypeConfiguration<DecisionRow>
{
    /// <summary>Longest key, in UTF-16 units.</summary>
    internal const int LongestKey = 120;

    /// <summary>Longest name, in UTF-16 units.</summary>
    internal const int LongestName = 200;

    public void Configure(EntityTypeBuilder<DecisionRow> builder)
    {
        builder.ToTable("decisions");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Key).HasMaxLength(LongestKey);
        builder.Property(row => row.Name).HasMaxLength(LongestName);
        builder.Property(row => row.FileName).HasMaxLength(260);
        builder.Property(row => row.ContentHash).HasMaxLength(64);
        builder.HasIndex(row => new { row.TenantId, row.Key, row.Version }).IsUnique();
        builder.HasIndex(row => new { row.TenantId, row.Name });
    }
}
