using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>A working calendar of the tenant: hours and zone; its days are rows of their own.</summary>
public sealed class CalendarRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Name.</summary>
    public required string Name { get; set; }

    /// <summary>IANA zone, such as Asia/Shanghai.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Working hours by season, as JSON.</summary>
    public required byte[] Hours { get; set; }

    /// <summary>Whether deadlines use it when they name none.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Grows by one with every change.</summary>
    public long RowVersion { get; set; }
}

internal sealed class CalendarMapping : IEntityTypeConfiguration<CalendarRow>
{
    public void Configure(EntityTypeBuilder<CalendarRow> builder)
    {
        builder.ToTable("calendars");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(120);
        builder.Property(row => row.TimeZone).HasMaxLength(60);
        builder.Property(row => row.RowVersion).IsConcurrencyToken();
    }
}
