using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>What is known of an attached file; its bytes are a row of their own.</summary>
public sealed class AttachmentRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Matter it belongs to; null until it is used.</summary>
    public Guid? InstanceId { get; set; }

    /// <summary>Task at which it was attached.</summary>
    public Guid? TaskId { get; set; }

    /// <summary>Name as uploaded.</summary>
    public required string FileName { get; set; }

    /// <summary>Media type.</summary>
    public required string ContentType { get; set; }

    /// <summary>Bytes.</summary>
    public long Length { get; set; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Sha256 { get; set; }

    /// <summary>Who attached it.</summary>
    public Guid? UploadedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset UploadedAt { get; set; }

    /// <summary>Whether the bytes are kept encrypted, as those of sealed matters are.</summary>
    public bool IsSealed { get; set; }

    /// <summary>When it was taken away; null while it counts.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

internal sealed class AttachmentMapping : IEntityTypeConfiguration<AttachmentRow>
{
    public void Configure(EntityTypeBuilder<AttachmentRow> builder)
    {
        builder.ToTable("attachments");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.FileName).HasMaxLength(260);
        builder.Property(row => row.ContentType).HasMaxLength(120);
        builder.Property(row => row.Sha256).HasMaxLength(64);
        builder.HasIndex(row => new { row.TenantId, row.InstanceId });
    }
}
