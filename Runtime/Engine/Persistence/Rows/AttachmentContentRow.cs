using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>The bytes of an attached file.</summary>
public sealed class AttachmentContentRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>The attachment.</summary>
    public Guid AttachmentId { get; set; }

    /// <summary>The bytes.</summary>
    public required byte[] Content { get; set; }
}

internal sealed class AttachmentContentMapping : IEntityTypeConfiguration<AttachmentContentRow>
{
    public void Configure(EntityTypeBuilder<AttachmentContentRow> builder)
    {
        builder.ToTable("attachment_contents");
        builder.HasKey(row => new { row.TenantId, row.AttachmentId });
        builder.Property(row => row.TenantId).HasMaxLength(32);
    }
}
