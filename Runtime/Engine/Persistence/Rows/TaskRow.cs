using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>States of a task; the first five are open in the wider sense, the rest are final.</summary>
public enum UserTaskStatus
{
    /// <summary>Can be claimed or worked on.</summary>
    Open = 0,

    /// <summary>Waits for signers put before it (前加签).</summary>
    Waiting = 1,

    /// <summary>Handed to a delegate who will return it (委派).</summary>
    Delegated = 2,

    /// <summary>Kept as it is while a returned element is worked on (直达).</summary>
    Parked = 3,

    /// <summary>Stopped for a legal reason (挂起).</summary>
    Suspended = 4,

    /// <summary>Done (办结).</summary>
    Completed = 5,

    /// <summary>Ended by a return (退回).</summary>
    Returned = 6,

    /// <summary>Ended by a withdrawal (撤回).</summary>
    Withdrawn = 7,

    /// <summary>Ended because the process no longer needs it.</summary>
    Cancelled = 8,
}

/// <summary>One task for a person: open, waiting or done; kept after completion with outcome and opinion.</summary>
public sealed class TaskRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Instance that waits for it.</summary>
    public Guid InstanceId { get; set; }

    /// <summary>Token that waits for it.</summary>
    public long TokenId { get; set; }

    /// <summary>Element of the process.</summary>
    public required string ElementId { get; set; }

    /// <summary>Version of the process, so that form and outcomes are found.</summary>
    public Guid DefinitionId { get; set; }

    /// <summary>Sequence number of the step that created it.</summary>
    public long CreatedSeq { get; set; }

    /// <summary>Name for people.</summary>
    public required string Title { get; set; }

    /// <summary>Type of activity, such as gov.Feedback; null for a plain user task.</summary>
    public string? ActivityType { get; set; }

    /// <summary>Where it stands.</summary>
    public UserTaskStatus Status { get; set; }

    /// <summary>Person responsible; null while only candidates are known.</summary>
    public Guid? AssigneeId { get; set; }

    /// <summary>Principal, when a deputy completed it.</summary>
    public Guid? OnBehalfOf { get; set; }

    /// <summary>Person who completed it.</summary>
    public Guid? CompletedBy { get; set; }

    /// <summary>Unit for which the task is done.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was signed for (签收).</summary>
    public DateTimeOffset? ClaimedAt { get; set; }

    /// <summary>When it reached a final state.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>When it is due; null without a deadline.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Due, or the end of the calendar (9999-01-01) without a deadline: order of the inbox.</summary>
    public DateTimeOffset SortAt { get; set; }

    /// <summary>Outcome chosen at completion.</summary>
    public string? Outcome { get; set; }

    /// <summary>Opinion given at completion.</summary>
    public string? Opinion { get; set; }

    /// <summary>Values of the form as JSON; null while there are none.</summary>
    public byte[]? FormData { get; set; }

    /// <summary>How often the element had been entered, this time included.</summary>
    public int Round { get; set; }

    /// <summary>Greater is more urgent; 0 is ordinary.</summary>
    public int Priority { get; set; }

    /// <summary>Why this person sees it, as a sentence.</summary>
    public string? Reason { get; set; }

    /// <summary>Grows by one with every change.</summary>
    public long RowVersion { get; set; }
}

internal sealed class TaskMapping : IEntityTypeConfiguration<TaskRow>
{
    public void Configure(EntityTypeBuilder<TaskRow> builder)
    {
        builder.ToTable("tasks");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.ElementId).HasMaxLength(120);
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.ActivityType).HasMaxLength(120);
        builder.Property(row => row.Outcome).HasMaxLength(60);
        builder.Property(row => row.Opinion).HasMaxLength(4000);
        builder.Property(row => row.Reason).HasMaxLength(400);
        builder.Property(row => row.RowVersion).IsConcurrencyToken();
        builder.HasIndex(row => new { row.TenantId, row.InstanceId });
        builder.HasIndex(row => new { row.TenantId, row.AssigneeId, row.SortAt, row.Id }).HasFilter("status <= 4 AND assignee_id IS NOT NULL").HasDatabaseName("ix_tasks_inbox");
    }
}
