using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>One version of one process. Immutable once written, so it may be cached for ever by id.</summary>
public sealed class DefinitionRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Deployment that carries the files.</summary>
    public Guid DeploymentId { get; set; }

    /// <summary>Process id within the BPMN file; versions of one process share it.</summary>
    public required string Key { get; set; }

    /// <summary>1 for the first version of a key, then without gaps.</summary>
    public int Version { get; set; }

    /// <summary>Name for people.</summary>
    public required string Name { get; set; }

    /// <summary>BPMN file of the deployment that holds the process.</summary>
    public required string FileName { get; set; }

    /// <summary>SHA-256 of the deployment's content, lower-case hex.</summary>
    public required string ContentHash { get; set; }

    /// <summary>When the version was published.</summary>
    public DateTimeOffset DeployedAt { get; set; }

    /// <summary>Whether new instances are refused; running ones go on.</summary>
    public bool IsRetired { get; set; }
}

internal sealed class DefinitionMapping : IEntityTypeConfiguration<DefinitionRow>
{
    public void Configure(EntityTypeBuilder<DefinitionRow> builder)
    {
        builder.ToTable("definitions");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Key).HasMaxLength(120);
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.FileName).HasMaxLength(260);
        builder.Property(row => row.ContentHash).HasMaxLength(64);
        builder.HasIndex(row => new { row.TenantId, row.Key, row.Version }).IsUnique();
    }
}
