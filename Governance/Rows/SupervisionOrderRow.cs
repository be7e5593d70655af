using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>A reminder, supervision order or secretary's order of the three lines.</summary>
public sealed class SupervisionOrderRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>Number of the order.</summary>
    public required string Number { get; set; }

    /// <summary>1 liaison office, 2 leader in charge, 3 secretary.</summary>
    public int Line { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Unit that must answer.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>Why.</summary>
    public required string Reason { get; set; }

    /// <summary>When the answer is due.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? RepliedAt { get; set; }

    /// <summary>Who answered.</summary>
    public Guid? RepliedById { get; set; }

    /// <summary>Progress reported.</summary>
    public string? Progress { get; set; }

    /// <summary>Next measures.</summary>
    public string? Measures { get; set; }

    /// <summary>When it was lifted.</summary>
    public DateTimeOffset? LiftedAt { get; set; }

    /// <summary>Why it was lifted.</summary>
    public string? LiftedReason { get; set; }
}

internal sealed class SupervisionOrderMapping : IEntityTypeConfiguration<SupervisionOrderRow>
{
    public void Configure(EntityTypeBuilder<SupervisionOrderRow> builder)
    {
        builder.ToTable("case_supervision_orders");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(60);
        builder.Property(row => row.Reason).HasMaxLength(500);
        builder.Property(row => row.Progress).HasMaxLength(2000);
        builder.Property(row => row.Measures).HasMaxLength(2000);
        builder.Property(row => row.LiftedReason).HasMaxLength(500);
        builder.HasIndex(row => new { row.TenantId, row.CaseId });
    }
}
