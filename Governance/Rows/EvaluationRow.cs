using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>The citizen's ratings of the liaison office (dispatching body) and of the responsible unit. Later ones count; earlier ones stay.</summary>
public sealed class EvaluationRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Rework round at that time, from 0.</summary>
    public int Round { get; set; }

    /// <summary>How it was given.</summary>
    public required string Method { get; set; }

    /// <summary>Liaison office: satisfied, mostly or dissatisfied.</summary>
    public required string DepartmentRating { get; set; }

    /// <summary>Responsible unit: satisfied, mostly or dissatisfied.</summary>
    public required string ResponsibleRating { get; set; }

    /// <summary>Why dissatisfied.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether it is the one that counts.</summary>
    public bool IsCurrent { get; set; }
}

internal sealed class EvaluationMapping : IEntityTypeConfiguration<EvaluationRow>
{
    public void Configure(EntityTypeBuilder<EvaluationRow> builder)
    {
        builder.ToTable("case_evaluations");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Method).HasMaxLength(20);
        builder.Property(row => row.DepartmentRating).HasMaxLength(12);
        builder.Property(row => row.ResponsibleRating).HasMaxLength(12);
        builder.Property(row => row.Reason).HasMaxLength(1000);
        builder.HasIndex(row => new { row.TenantId, row.CaseId });
    }
}
