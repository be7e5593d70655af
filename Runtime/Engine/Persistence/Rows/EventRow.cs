using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>Who ordered a step.</summary>
public enum ActorKind
{
    /// <summary>The platform: a timer, a job, a called instance.</summary>
    System = 0,

    /// <summary>A person who is signed in.</summary>
    Person = 1,

    /// <summary>A member of the public, known by the matter's query code only.</summary>
    Public = 2,
}

/// <summary>One committed step of one instance, appended for ever: what was ordered by whom, what happened, and the hash that chains it to the step before.</summary>
public sealed class EventRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Instance that stepped.</summary>
    public Guid InstanceId { get; set; }

    /// <summary>1 for the start, then without gaps.</summary>
    public long Seq { get; set; }

    /// <summary>When the step was taken.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What kind of actor ordered it.</summary>
    public ActorKind ActorKind { get; set; }

    /// <summary>Person who ordered it; null for the system and the public.</summary>
    public Guid? By { get; set; }

    /// <summary>Principal for whom a deputy acted.</summary>
    public Guid? OnBehalfOf { get; set; }

    /// <summary>Id of the command; a repeated command finds the row and returns the first answer.</summary>
    public Guid CommandId { get; set; }

    /// <summary>Trigger and facts of the step (KernelJson).</summary>
    public required byte[] Facts { get; set; }

    /// <summary>SHA-256 over the hash before and this row's content, 32 bytes.</summary>
    public required byte[] Hash { get; set; }
}

internal sealed class EventMapping : IEntityTypeConfiguration<EventRow>
{
    public void Configure(EntityTypeBuilder<EventRow> builder)
    {
        builder.ToTable("events");
        builder.HasKey(row => new { row.TenantId, row.InstanceId, row.Seq });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Seq).ValueGeneratedNever();
        builder.Property(row => row.Hash).HasMaxLength(32);
        builder.HasIndex(row => new { row.TenantId, row.CommandId }).IsUnique();
    }
}
