using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>One published set of files: process, decisions, forms and texts, versioned together and never changed.</summary>
public sealed class DeploymentRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Name given by the publisher.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of names and contents in canonical order, lower-case hex; identical content finds the same deployment.</summary>
    public required string ContentHash { get; set; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset DeployedAt { get; set; }

    /// <summary>Person who published; null for the system's own seed.</summary>
    public Guid? DeployedBy { get; set; }

    /// <summary>What the publisher wrote about the change.</summary>
    public string? Note { get; set; }
}

internal sealed class DeploymentMapping : IEntityTypeConfiguration<DeploymentRow>
{
    public void Configure(EntityTypeBuilder<DeploymentRow> builder)
    {
        builder.ToTable("deployments");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.ContentHash).HasMaxLength(64);
        builder.Property(row => row.Note).HasMaxLength(2000);
        builder.HasIndex(row => new { row.TenantId, row.ContentHash });
    }
}
