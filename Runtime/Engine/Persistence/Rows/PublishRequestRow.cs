using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>Where a request to publish stands.</summary>
public enum PublishRequestStatus
{
    /// <summary>Nobody has decided.</summary>
    Open = 0,

    /// <summary>Approved and published.</summary>
    Approved = 1,

    /// <summary>Declined; nothing was published.</summary>
    Declined = 2,

    /// <summary>Taken back by who asked.</summary>
    Withdrawn = 3,
}

/// <summary>Somebody wants to publish a process and a second person has to approve.</summary>
public sealed class PublishRequestRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Process id.</summary>
    public required string Key { get; set; }

    /// <summary>Name of the process for people.</summary>
    public required string Name { get; set; }

    /// <summary>Old version that is to be published again; null for the draft.</summary>
    public Guid? SourceDefinitionId { get; set; }

    /// <summary>Revision of the draft that was asked for; 0 for an old version.</summary>
    public long Revision { get; set; }

    /// <summary>SHA-256 of what was asked for, so that nothing else is published in its place.</summary>
    public required string ContentHash { get; set; }

    /// <summary>What changes, in words.</summary>
    public required string Note { get; set; }

    /// <summary>Who asked.</summary>
    public Guid RequestedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>Where it stands.</summary>
    public PublishRequestStatus Status { get; set; }

    /// <summary>Who decided; null while open.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>When; null while open.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was declined; null otherwise.</summary>
    public string? Reason { get; set; }
}

internal sealed class PublishRequestMapping : IEntityTypeConfiguration<PublishRequestRow>
{
    public void Configure(EntityTypeBuilder<PublishRequestRow> builder)
    {
        builder.ToTable("publish_requests");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Key).HasMaxLength(120);
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.ContentHash).HasMaxLength(64);
        builder.Property(row => row.Note).HasMaxLength(2000);
        builder.Property(row => row.Reason).HasMaxLength(2000);
        builder.HasIndex(row => new { row.TenantId, row.Key, row.Status });
    }
}
