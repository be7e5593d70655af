using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>What somebody decided and wrote at one task of the case.</summary>
public sealed class OpinionRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Who.</summary>
    public Guid ById { get; set; }

    /// <summary>Principal, when a deputy acted.</summary>
    public Guid? OnBehalfOfId { get; set; }

    /// <summary>Element of the process.</summary>
    public required string ElementId { get; set; }

    /// <summary>Name of the step for people.</summary>
    public required string Step { get; set; }

    /// <summary>How often the element had been entered.</summary>
    public int Round { get; set; }

    /// <summary>Outcome chosen.</summary>
    public required string Outcome { get; set; }

    /// <summary>Opinion, sealed for sealed cases.</summary>
    public string? Text { get; set; }

    /// <summary>Values of the form as JSON, sealed for sealed cases.</summary>
    public string? Form { get; set; }
}

internal sealed class OpinionMapping : IEntityTypeConfiguration<OpinionRow>
{
    public void Configure(EntityTypeBuilder<OpinionRow> builder)
    {
        builder.ToTable("case_opinions");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.ElementId).HasMaxLength(120);
        builder.Property(row => row.Step).HasMaxLength(120);
        builder.Property(row => row.Outcome).HasMaxLength(60);
        builder.HasIndex(row => new { row.TenantId, row.CaseId });
    }
}
