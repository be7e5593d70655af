using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>States of a job. A job that succeeded is deleted: its effect is the record.</summary>
public enum JobStatus
{
    /// <summary>Waits for its time.</summary>
    Ready = 0,

    /// <summary>A node runs it.</summary>
    Leased = 1,

    /// <summary>Tried as often as allowed; an incident tells of it.</summary>
    Failed = 2,
}

/// <summary>Stored work that runs after the commit that ordered it: at least once, retried with back-off, an incident at the end.</summary>
public sealed class JobRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Which handler runs it (JobKinds).</summary>
    public required string Kind { get; set; }

    /// <summary>Instance that waits for it, if one does.</summary>
    public Guid? InstanceId { get; set; }

    /// <summary>Token that waits for it.</summary>
    public long? TokenId { get; set; }

    /// <summary>Element that ordered it.</summary>
    public string? ElementId { get; set; }

    /// <summary>What the handler needs, as JSON.</summary>
    public required byte[] Payload { get; set; }

    /// <summary>Where it stands.</summary>
    public JobStatus Status { get; set; }

    /// <summary>Not to be run before.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>How often it has been tried.</summary>
    public int Attempts { get; set; }

    /// <summary>How often it is tried before it counts as failed; at least 1.</summary>
    public int MaxAttempts { get; set; }

    /// <summary>Pause after the first failure; doubles with each further one.</summary>
    public long BackoffSeconds { get; set; }

    /// <summary>Node that runs it now.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>Until when the node may take; afterwards another one rescues it.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Code of the last failure.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>Message of the last failure.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>When it was ordered.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Grows by one with every change.</summary>
    public long RowVersion { get; set; }
}

internal sealed class JobMapping : IEntityTypeConfiguration<JobRow>
{
    public void Configure(EntityTypeBuilder<JobRow> builder)
    {
        builder.ToTable("jobs");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasMaxLength(80);
        builder.Property(row => row.ElementId).HasMaxLength(120);
        builder.Property(row => row.LeaseOwner).HasMaxLength(80);
        builder.Property(row => row.ErrorCode).HasMaxLength(120);
        builder.Property(row => row.ErrorMessage).HasMaxLength(2000);
        builder.Property(row => row.RowVersion).IsConcurrencyToken();
        builder.HasIndex(row => new { row.DueAt, row.Id }).HasFilter("status <= 1").HasDatabaseName("ix_jobs_due");
        builder.HasIndex(row => new { row.TenantId, row.InstanceId }).HasFilter("instance_id IS NOT NULL");
    }
}
