using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>A token that is stuck, and what became of it. The token stays where it is until somebody resolves it.</summary>
public sealed class IncidentRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Instance that is stuck.</summary>
    public Guid InstanceId { get; set; }

    /// <summary>Token that is stuck.</summary>
    public long TokenId { get; set; }

    /// <summary>Element where it is stuck.</summary>
    public required string ElementId { get; set; }

    /// <summary>Stable problem code.</summary>
    public required string Code { get; set; }

    /// <summary>What happened, for people.</summary>
    public required string Message { get; set; }

    /// <summary>When it was raised.</summary>
    public DateTimeOffset RaisedAt { get; set; }

    /// <summary>When it was resolved; null while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>Person who resolved it; null when the process itself did.</summary>
    public Guid? ResolvedBy { get; set; }
}

internal sealed class IncidentMapping : IEntityTypeConfiguration<IncidentRow>
{
    public void Configure(EntityTypeBuilder<IncidentRow> builder)
    {
        builder.ToTable("incidents");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.ElementId).HasMaxLength(120);
        builder.Property(row => row.Code).HasMaxLength(120);
        builder.Property(row => row.Message).HasMaxLength(2000);
        builder.HasIndex(row => new { row.TenantId, row.InstanceId });
        builder.HasIndex(row => new { row.TenantId, row.RaisedAt }).HasFilter("resolved_at IS NULL").HasDatabaseName("ix_incidents_open");
    }
}
