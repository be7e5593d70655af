using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>A person who has or had a part in a matter and may therefore read it, within its scope.</summary>
public sealed class ParticipantRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>The matter.</summary>
    public Guid InstanceId { get; set; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; set; }
}

internal sealed class ParticipantMapping : IEntityTypeConfiguration<ParticipantRow>
{
    public void Configure(EntityTypeBuilder<ParticipantRow> builder)
    {
        builder.ToTable("participants");
        builder.HasKey(row => new { row.TenantId, row.InstanceId, row.PersonId });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.HasIndex(row => new { row.TenantId, row.PersonId, row.InstanceId });
    }
}
