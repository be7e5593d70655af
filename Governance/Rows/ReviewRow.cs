using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>A review (复查) or re-review (复核) of the answer.</summary>
public sealed class ReviewRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>1 review, 2 re-review.</summary>
    public int Instance { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>When the opinion is due.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Opinion.</summary>
    public string? Opinion { get; set; }
}

internal sealed class ReviewMapping : IEntityTypeConfiguration<ReviewRow>
{
    public void Configure(EntityTypeBuilder<ReviewRow> builder)
    {
        builder.ToTable("case_reviews");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Opinion).HasMaxLength(2000);
        builder.HasIndex(row => new { row.TenantId, row.CaseId });
    }
}
