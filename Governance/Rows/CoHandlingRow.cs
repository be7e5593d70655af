using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>A unit helps the leading one.</summary>
public sealed class CoHandlingRow
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

    /// <summary>When its opinion is due.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When it answered.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Who answered.</summary>
    public Guid? AnsweredById { get; set; }

    /// <summary>Its opinion.</summary>
    public string? Text { get; set; }
}

internal sealed class CoHandlingMapping : IEntityTypeConfiguration<CoHandlingRow>
{
    public void Configure(EntityTypeBuilder<CoHandlingRow> builder)
    {
        builder.ToTable("case_co_handlings");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Text).HasMaxLength(2000);
        builder.HasIndex(row => new { row.TenantId, row.CaseId });
    }
}
