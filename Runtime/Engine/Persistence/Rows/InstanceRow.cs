using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Execution;

namespace Platform.Runtime.Persistence;

/// <summary>知悉范围: who may know that a matter exists and what it says. Not a state-secret classification.</summary>
public enum InformationScope
{
    /// <summary>公开: may be shown to everyone in the units concerned.</summary>
    Public = 0,

    /// <summary>内部: participants, the owning unit and its superiors.</summary>
    Internal = 1,

    /// <summary>受限: participants and supervisors with the right to read restricted matters.</summary>
    Restricted = 2,

    /// <summary>密封: participants with the right to read sealed matters, nobody else.</summary>
    Sealed = 3,
}

/// <summary>One running or ended process instance: its state as one compact payload, and the few columns that lists and access rules need.</summary>
public sealed class InstanceRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Version that the instance runs on; never changes silently.</summary>
    public Guid DefinitionId { get; set; }

    /// <summary>Key of the definition, kept for lists.</summary>
    public required string ProcessKey { get; set; }

    /// <summary>Version number of the definition, kept for lists.</summary>
    public int Version { get; set; }

    /// <summary>Number or name by which people know the matter.</summary>
    public string? BusinessKey { get; set; }

    /// <summary>Running or how it ended.</summary>
    public InstanceStatus Status { get; set; }

    /// <summary>Kernel state (KernelJson).</summary>
    public required byte[] State { get; set; }

    /// <summary>Grows by one with every step; a step saves only on the version it loaded.</summary>
    public long RowVersion { get; set; }

    /// <summary>Hash of the newest event: head of the chain, 32 bytes.</summary>
    public required byte[] LastHash { get; set; }

    /// <summary>Sequence number of the newest event.</summary>
    public long LastSeq { get; set; }

    /// <summary>Who may know of it (知悉范围).</summary>
    public InformationScope Scope { get; set; }

    /// <summary>Unit that owns the matter.</summary>
    public Guid? OwnerUnitId { get; set; }

    /// <summary>Since when an operator lets it rest; null while it goes on.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>Person who started it; null for the public and the system.</summary>
    public Guid? StarterId { get; set; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Calling instance, when a call activity started this one.</summary>
    public Guid? ParentInstanceId { get; set; }

    /// <summary>Token of the calling instance that waits for this one.</summary>
    public long? ParentTokenId { get; set; }
}

internal sealed class InstanceMapping : IEntityTypeConfiguration<InstanceRow>
{
    public void Configure(EntityTypeBuilder<InstanceRow> builder)
    {
        builder.ToTable("instances");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.ProcessKey).HasMaxLength(120);
        builder.Property(row => row.BusinessKey).HasMaxLength(120);
        builder.Property(row => row.RowVersion).IsConcurrencyToken();
        builder.Property(row => row.LastHash).HasMaxLength(32);
        builder.HasIndex(row => new { row.TenantId, row.ParentInstanceId }).HasFilter("parent_instance_id IS NOT NULL");
        builder.HasIndex(row => new { row.TenantId, row.BusinessKey }).HasFilter("business_key IS NOT NULL");
        builder.HasIndex(row => new { row.TenantId, row.ProcessKey, row.StartedAt });
    }
}
