using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>A case that cannot be solved for now (挂账): asked for by the unit, decided by the desk, looked at again on a date.</summary>
public sealed class ShelvingRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Who asked.</summary>
    public Guid AskedById { get; set; }

    /// <summary>Why it cannot be solved now; sealed when the case is.</summary>
    public required string Reason { get; set; }

    /// <summary>When it is looked at again.</summary>
    public DateTimeOffset ReviewAt { get; set; }

    /// <summary>When it was decided; null while it waits.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Who decided.</summary>
    public Guid? DecidedById { get; set; }

    /// <summary>Whether it was approved.</summary>
    public bool IsApproved { get; set; }

    /// <summary>What was said with the decision; null for nothing.</summary>
    public string? Decision { get; set; }

    /// <summary>When the case was taken up again; null until then.</summary>
    public DateTimeOffset? WokenAt { get; set; }
}

internal sealed class ShelvingMapping : IEntityTypeConfiguration<ShelvingRow>
{
    public void Configure(EntityTypeBuilder<ShelvingRow> builder)
    {
        builder.ToTable("case_shelvings");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Decision).HasMaxLength(500);
        builder.HasIndex(row => new { row.TenantId, row.CaseId });
        builder.HasIndex(row => new { row.TenantId, row.ReviewAt });
    }
}
