using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>The promise clock stood for a lawful reason.</summary>
public sealed class PauseRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset From { get; set; }

    /// <summary>When it ends by itself.</summary>
    public DateTimeOffset Expires { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>Lawful reason.</summary>
    public required string Reason { get; set; }

    /// <summary>What proves it.</summary>
    public required string Evidence { get; set; }

    /// <summary>Who approved it.</summary>
    public Guid ApprovedById { get; set; }
}

internal sealed class PauseMapping : IEntityTypeConfiguration<PauseRow>
{
    public void Configure(EntityTypeBuilder<PauseRow> builder)
    {
        builder.ToTable("case_pauses");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Reason).HasMaxLength(60);
        builder.Property(row => row.Evidence).HasMaxLength(500);
        builder.HasIndex(row => new { row.TenantId, row.CaseId });
    }
}
