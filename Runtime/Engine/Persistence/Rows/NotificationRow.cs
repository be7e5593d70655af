using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>A message of the platform to one person.</summary>
public sealed class NotificationRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Who is told.</summary>
    public Guid PersonId { get; set; }

    /// <summary>What it is about, such as deadline.yellow.</summary>
    public required string Kind { get; set; }

    /// <summary>Matter concerned.</summary>
    public Guid? InstanceId { get; set; }

    /// <summary>Task concerned.</summary>
    public Guid? TaskId { get; set; }

    /// <summary>One line.</summary>
    public required string Title { get; set; }

    /// <summary>The rest.</summary>
    public string? Body { get; set; }

    /// <summary>0 ordinary, 1 reminder, 2 yellow, 3 red.</summary>
    public int Level { get; set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was read; null until then.</summary>
    public DateTimeOffset? ReadAt { get; set; }
}

internal sealed class NotificationMapping : IEntityTypeConfiguration<NotificationRow>
{
    public void Configure(EntityTypeBuilder<NotificationRow> builder)
    {
        builder.ToTable("notifications");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasMaxLength(80);
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.Body).HasMaxLength(2000);
        builder.HasIndex(row => new { row.TenantId, row.PersonId, row.CreatedAt });
    }
}
