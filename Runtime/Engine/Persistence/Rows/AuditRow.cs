using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>Something worth keeping that is not a step: a read of a restricted matter, a change of the organisation, a sign-in.</summary>
public sealed class AuditRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Who; null for the system.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>What, such as case.read.</summary>
    public required string Action { get; set; }

    /// <summary>Kind of thing concerned.</summary>
    public string? SubjectKind { get; set; }

    /// <summary>Thing concerned.</summary>
    public Guid? SubjectId { get; set; }

    /// <summary>The rest, without personal data.</summary>
    public string? Detail { get; set; }
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("audit");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Action).HasMaxLength(80);
        builder.Property(row => row.SubjectKind).HasMaxLength(80);
        builder.Property(row => row.Detail).HasMaxLength(2000);
        builder.HasIndex(row => new { row.TenantId, row.At });
        builder.HasIndex(row => new { row.TenantId, row.SubjectId, row.At }).HasFilter("subject_id IS NOT NULL");
    }
}
