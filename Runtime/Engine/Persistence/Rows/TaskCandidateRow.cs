using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>A person who may claim a task, with the reason recorded when the task was created. Closed, not removed, when the task ends.</summary>
public sealed class TaskCandidateRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>The task.</summary>
    public Guid TaskId { get; set; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; set; }

    /// <summary>The task's place in the inbox, repeated so that an inbox reads one index.</summary>
    public DateTimeOffset SortAt { get; set; }

    /// <summary>Whether the task still waits; false when it ended.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Why the person may, as a sentence.</summary>
    public string? Reason { get; set; }
}

internal sealed class TaskCandidateMapping : IEntityTypeConfiguration<TaskCandidateRow>
{
    public void Configure(EntityTypeBuilder<TaskCandidateRow> builder)
    {
        builder.ToTable("task_candidates");
        builder.HasKey(row => new { row.TenantId, row.TaskId, row.PersonId });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Reason).HasMaxLength(400);
        builder.HasIndex(row => new { row.TenantId, row.PersonId, row.SortAt, row.TaskId }).HasFilter("is_open").HasDatabaseName("ix_task_candidates_inbox");
    }
}
