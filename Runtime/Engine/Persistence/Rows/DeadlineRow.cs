using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>The two clocks of a matter.</summary>
public enum DeadlineClock
{
    /// <summary>What the authority promised, in working time.</summary>
    Promise = 0,

    /// <summary>What the law demands, in calendar time.</summary>
    Legal = 1,
}

/// <summary>States of a deadline.</summary>
public enum DeadlineStatus
{
    /// <summary>The clock runs.</summary>
    Running = 0,

    /// <summary>The clock stands for a recorded reason.</summary>
    Paused = 1,

    /// <summary>The work was done; see the instant for in time or late.</summary>
    Met = 2,

    /// <summary>The work was no longer needed.</summary>
    Cancelled = 3,
}

/// <summary>One clock on one task (or on the whole instance): due, original due, and the next instant at which something must happen.</summary>
public sealed class DeadlineRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Instance concerned.</summary>
    public Guid InstanceId { get; set; }

    /// <summary>Task concerned; null when the clock is on the whole matter.</summary>
    public Guid? TaskId { get; set; }

    /// <summary>Token concerned; 0 when the clock is on the whole matter.</summary>
    public long TokenId { get; set; }

    /// <summary>Element that ordered it.</summary>
    public required string ElementId { get; set; }

    /// <summary>Which of the two clocks it is.</summary>
    public DeadlineClock Clock { get; set; }

    /// <summary>Where it stands.</summary>
    public DeadlineStatus Status { get; set; }

    /// <summary>When the clock started.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>The first due instant; never changes, whatever is extended.</summary>
    public DateTimeOffset OriginalDueAt { get; set; }

    /// <summary>The due instant in force.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Next warning, card or escalation; null when nothing is left to do.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>Index of that step in the plan.</summary>
    public int NextStep { get; set; }

    /// <summary>Steps with their instants and orders, as JSON, fixed when the clock starts.</summary>
    public required byte[] Plan { get; set; }

    /// <summary>Since when the clock stands; null while it runs.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>When it was met or cancelled.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Grows by one with every change.</summary>
    public long RowVersion { get; set; }
}

internal sealed class DeadlineMapping : IEntityTypeConfiguration<DeadlineRow>
{
    public void Configure(EntityTypeBuilder<DeadlineRow> builder)
    {
        builder.ToTable("deadlines");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.ElementId).HasMaxLength(120);
        builder.Property(row => row.RowVersion).IsConcurrencyToken();
        builder.HasIndex(row => new { row.NextAt, row.Id }).HasFilter("next_at IS NOT NULL").HasDatabaseName("ix_deadlines_due");
        builder.HasIndex(row => new { row.TenantId, row.InstanceId });
        builder.HasIndex(row => new { row.TenantId, row.TaskId }).HasFilter("task_id IS NOT NULL");
    }
}
