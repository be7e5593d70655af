using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>The case was given to a unit to lead: signed for, objected to, ruled on.</summary>
public sealed class DispatchRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Person who did it; null for the system or a citizen.</summary>
    public Guid? ById { get; set; }

    /// <summary>What is asked of it.</summary>
    public string? Requirement { get; set; }

    /// <summary>When it signed for it.</summary>
    public DateTimeOffset? SignedAt { get; set; }

    /// <summary>When it objected.</summary>
    public DateTimeOffset? ObjectedAt { get; set; }

    /// <summary>Clause on which it objected.</summary>
    public string? ObjectionBasis { get; set; }

    /// <summary>Why it objected.</summary>
    public string? ObjectionReason { get; set; }

    /// <summary>When the objection was ruled on.</summary>
    public DateTimeOffset? RuledAt { get; set; }

    /// <summary>Whether the objection was upheld.</summary>
    public bool? ObjectionUpheld { get; set; }

    /// <summary>Why it was ruled so.</summary>
    public string? RulingReason { get; set; }

    /// <summary>Whether it was appointed and may not object again.</summary>
    public bool IsAppointed { get; set; }
}

internal sealed class DispatchMapping : IEntityTypeConfiguration<DispatchRow>
{
    public void Configure(EntityTypeBuilder<DispatchRow> builder)
    {
        builder.ToTable("case_dispatches");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Requirement).HasMaxLength(1000);
        builder.Property(row => row.ObjectionBasis).HasMaxLength(200);
        builder.Property(row => row.ObjectionReason).HasMaxLength(1000);
        builder.Property(row => row.RulingReason).HasMaxLength(1000);
        builder.HasIndex(row => new { row.TenantId, row.CaseId });
    }
}
