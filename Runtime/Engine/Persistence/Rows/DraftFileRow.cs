using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>A file of a draft beside its process, such as a form or a scenario, that differs from the version the draft began from.</summary>
public sealed class DraftFileRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Process id of the draft.</summary>
    public required string Key { get; set; }

    /// <summary>Name of the file.</summary>
    public required string Name { get; set; }

    /// <summary>Its bytes; null when the file is taken away.</summary>
    public byte[]? Content { get; set; }

    /// <summary>Who saved it last.</summary>
    public Guid EditedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset EditedAt { get; set; }
}

internal sealed class DraftFileMapping : IEntityTypeConfiguration<DraftFileRow>
{
    public void Configure(EntityTypeBuilder<DraftFileRow> builder)
    {
        builder.ToTable("draft_files");
        builder.HasKey(row => new { row.TenantId, row.Key, row.Name });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Key).HasMaxLength(120);
        builder.Property(row => row.Name).HasMaxLength(200);
    }
}
