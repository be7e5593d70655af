using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>A warning, card, escalation, pause or extension of a deadline. The key makes each level happen once.</summary>
public sealed class DeadlineEventRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>The deadline.</summary>
    public Guid DeadlineId { get; set; }

    /// <summary>Which step: the plan's level, or pause and extension with their number.</summary>
    public required string Level { get; set; }

    /// <summary>Instance concerned.</summary>
    public Guid InstanceId { get; set; }

    /// <summary>When it should have happened.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Person who ordered it; null for the clock.</summary>
    public Guid? By { get; set; }

    /// <summary>Reason or order, for people.</summary>
    public string? Detail { get; set; }
}

internal sealed class DeadlineEventMapping : IEntityTypeConfiguration<DeadlineEventRow>
{
    public void Configure(EntityTypeBuilder<DeadlineEventRow> builder)
    {
        builder.ToTable("deadline_events");
        builder.HasKey(row => new { row.TenantId, row.DeadlineId, row.Level });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Level).HasMaxLength(60);
        builder.Property(row => row.Detail).HasMaxLength(2000);
        builder.HasIndex(row => new { row.TenantId, row.InstanceId });
    }
}
