using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>How a day differs from its weekday.</summary>
public enum CalendarDayKind
{
    /// <summary>Public holiday.</summary>
    Holiday = 0,

    /// <summary>Working day at a weekend (调休).</summary>
    MakeUp = 1,

    /// <summary>Closed by order of the county.</summary>
    Closed = 2,
}

/// <summary>A day that differs from its weekday: holiday, make-up working day, closing day.</summary>
public sealed class CalendarDayRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>The calendar.</summary>
    public Guid CalendarId { get; set; }

    /// <summary>The day in the calendar's zone.</summary>
    public DateOnly Day { get; set; }

    /// <summary>How it differs.</summary>
    public CalendarDayKind Kind { get; set; }

    /// <summary>What it is, such as 国庆节.</summary>
    public required string Name { get; set; }

    /// <summary>Document that orders it.</summary>
    public string? Source { get; set; }
}

internal sealed class CalendarDayMapping : IEntityTypeConfiguration<CalendarDayRow>
{
    public void Configure(EntityTypeBuilder<CalendarDayRow> builder)
    {
        builder.ToTable("calendar_days");
        builder.HasKey(row => new { row.TenantId, row.CalendarId, row.Day });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Name).HasMaxLength(120);
        builder.Property(row => row.Source).HasMaxLength(400);
    }
}
