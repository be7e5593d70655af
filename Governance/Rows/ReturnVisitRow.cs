using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>A return visit (回访): a closed case drawn for asking the citizen once more.</summary>
public sealed class ReturnVisitRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>When it was drawn.</summary>
    public DateTimeOffset DrawnAt { get; set; }

    /// <summary>Rating because of which it was drawn; null when there was none.</summary>
    public string? DrawnFor { get; set; }

    /// <summary>By when the citizen is to be asked.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When it was done; null until then.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Who asked.</summary>
    public Guid? DoneById { get; set; }

    /// <summary>How.</summary>
    public string? Method { get; set; }

    /// <summary>Whether the citizen was reached.</summary>
    public bool IsReached { get; set; }

    /// <summary>Whether what the books say is what the citizen says; null when not reached.</summary>
    public bool? IsTrue { get; set; }

    /// <summary>What the citizen said; null for nothing.</summary>
    public string? Text { get; set; }

    /// <summary>Case that was opened anew because of it; null for none.</summary>
    public Guid? ReopenedCaseId { get; set; }
}

internal sealed class ReturnVisitMapping : IEntityTypeConfiguration<ReturnVisitRow>
{
    public void Configure(EntityTypeBuilder<ReturnVisitRow> builder)
    {
        builder.ToTable("return_visits");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.DrawnFor).HasMaxLength(12);
        builder.Property(row => row.Method).HasMaxLength(20);
        builder.Property(row => row.Text).HasMaxLength(1000);
        builder.HasIndex(row => new { row.TenantId, row.CaseId }).IsUnique();
        builder.HasIndex(row => new { row.TenantId, row.DoneAt, row.DueAt });
    }
}
