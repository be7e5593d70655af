using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>Something that a county has decided for itself, such as whether publishing needs a second person.</summary>
public sealed class SettingRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Which decision; names are constants of the service that asks.</summary>
    public required string Name { get; set; }

    /// <summary>What was decided.</summary>
    public required string Value { get; set; }

    /// <summary>Who decided.</summary>
    public Guid ChangedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}

internal sealed class SettingMapping : IEntityTypeConfiguration<SettingRow>
{
    public void Configure(EntityTypeBuilder<SettingRow> builder)
    {
        builder.ToTable("settings");
        builder.HasKey(row => new { row.TenantId, row.Name });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Name).HasMaxLength(80);
        builder.Property(row => row.Value).HasMaxLength(2000);
    }
}
