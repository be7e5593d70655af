using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>A contact with the citizen.</summary>
public sealed class CommunicationRow
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

    /// <summary>书面, 短信, 电话, 当面, 上门, 网上 or 来访.</summary>
    public required string Method { get; set; }

    /// <summary>What it was about: inquiry, withdrawal, supplement, care.</summary>
    public required string Kind { get; set; }

    /// <summary>Whether the citizen was reached.</summary>
    public bool Reached { get; set; }

    /// <summary>What was said, sealed for sealed cases.</summary>
    public string? Text { get; set; }
}

internal sealed class CommunicationMapping : IEntityTypeConfiguration<CommunicationRow>
{
    public void Configure(EntityTypeBuilder<CommunicationRow> builder)
    {
        builder.ToTable("case_communications");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Method).HasMaxLength(20);
        builder.Property(row => row.Kind).HasMaxLength(40);
        builder.HasIndex(row => new { row.TenantId, row.CaseId });
    }
}
