using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>What a draft is a draft of.</summary>
public enum DraftKind
{
    /// <summary>A process.</summary>
    Process = 0,

    /// <summary>A decision.</summary>
    Decision = 1,
}

/// <summary>A process or decision that is being worked on and has not been published yet. There is at most one draft of each.</summary>
public sealed class DraftRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>What it is a draft of.</summary>
    public DraftKind Kind { get; set; }

    /// <summary>Process id or key of the decision; the same as the key of its published versions.</summary>
    public required string Key { get; set; }

    /// <summary>Name for people, as it stands in the draft.</summary>
    public required string Name { get; set; }

    /// <summary>The BPMN or DMN file.</summary>
    public required byte[] Content { get; set; }

    /// <summary>Version that the draft began from, whose other files it uses; null for something new.</summary>
    public Guid? BaseDefinitionId { get; set; }

    /// <summary>Counts the saves from 1; a save that does not know the last one is refused.</summary>
    public long Revision { get; set; }

    /// <summary>Who saved last.</summary>
    public Guid EditedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset EditedAt { get; set; }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<DraftRow>
{
    public void Configure(EntityTypeBuilder<DraftRow> builder)
    {
        builder.ToTable("drafts");
        builder.HasKey(row => new { row.TenantId, row.Kind, row.Key });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Key).HasMaxLength(120);
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.Revision).IsConcurrencyToken();
    }
}
