using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>What a timer belongs to.</summary>
public enum TimerKind
{
    /// <summary>A waiting instance.</summary>
    Instance = 0,

    /// <summary>A process that starts by time.</summary>
    Start = 1,
}

/// <summary>A time at which an instance goes on (or a process starts). Written and removed in the transaction of the step.</summary>
public sealed class TimerRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Instance that waits; for a timer start event, the definition.</summary>
    public Guid OwnerId { get; set; }

    /// <summary>The kernel's number of the timer within its owner.</summary>
    public long TimerId { get; set; }

    /// <summary>Whether an instance goes on or a process starts.</summary>
    public TimerKind Kind { get; set; }

    /// <summary>Token that waits; 0 for a start.</summary>
    public long TokenId { get; set; }

    /// <summary>Element that holds the timer.</summary>
    public required string ElementId { get; set; }

    /// <summary>When it fires.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>How often a process still starts after this time; -1 for ever. An instance keeps the count of its own timers in its state: 0.</summary>
    public int StartsLeft { get; set; }

    /// <summary>Node that fires it now.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>Until when the node may take.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }
}

internal sealed class TimerMapping : IEntityTypeConfiguration<TimerRow>
{
    public void Configure(EntityTypeBuilder<TimerRow> builder)
    {
        builder.ToTable("timers");
        builder.HasKey(row => new { row.TenantId, row.OwnerId, row.TimerId });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.TimerId).ValueGeneratedNever();
        builder.Property(row => row.ElementId).HasMaxLength(120);
        builder.Property(row => row.LeaseOwner).HasMaxLength(80);
        builder.HasIndex(row => new { row.DueAt, row.OwnerId, row.TimerId }).HasDatabaseName("ix_timers_due");
    }
}
