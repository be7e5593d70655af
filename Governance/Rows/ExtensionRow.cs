using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>An extension of a clock. The original date stays for ever.</summary>
public sealed class ExtensionRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Person who did it; null for the system or a citizen.</summary>
    public Guid? ById { get; set; }

    /// <summary>Head of the unit who approved it.</summary>
    public Guid ApprovedById { get; set; }

    /// <summary>promise or legal.</summary>
    public required string Clock { get; set; }

    /// <summary>Days granted.</summary>
    public int Days { get; set; }

    /// <summary>Date before.</summary>
    public DateTimeOffset From { get; set; }

    /// <summary>Date after.</summary>
    public DateTimeOffset Until { get; set; }

    /// <summary>Why, told to the citizen.</summary>
    public required string Reason { get; set; }
}

internal sealed class ExtensionMapping : IEntityTypeConfiguration<ExtensionRow>
{
    public void Configure(EntityTypeBuilder<ExtensionRow> builder)
    {
        builder.ToTable("case_extensions");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Clock).HasMaxLength(10);
        builder.Property(row => row.Reason).HasMaxLength(500);
        builder.HasIndex(row => new { row.TenantId, row.CaseId });
    }
}
