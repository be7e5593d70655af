using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>What a subscription waits for.</summary>
public enum AwaitedKind
{
    /// <summary>A message, delivered to exactly one.</summary>
    Message = 0,

    /// <summary>A signal, delivered to all.</summary>
    Signal = 1,

    /// <summary>A condition over variables.</summary>
    Condition = 2,
}

/// <summary>Somebody waits for a message, a signal or a condition: an instance that goes on, or a definition that starts.</summary>
public sealed class SubscriptionRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Instance that waits; for a start event, the definition.</summary>
    public Guid OwnerId { get; set; }

    /// <summary>The kernel's number of the subscription within its owner.</summary>
    public long SubscriptionId { get; set; }

    /// <summary>Whether a new instance starts, instead of one going on.</summary>
    public bool IsStart { get; set; }

    /// <summary>Token that waits; 0 for a start.</summary>
    public long TokenId { get; set; }

    /// <summary>Element that waits.</summary>
    public required string ElementId { get; set; }

    /// <summary>What is awaited.</summary>
    public AwaitedKind Kind { get; set; }

    /// <summary>Name of the message or signal; empty for a condition.</summary>
    public required string Name { get; set; }

    /// <summary>Key that a message must carry; null matches messages without a key.</summary>
    public string? CorrelationKey { get; set; }

    /// <summary>Since when it waits.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class SubscriptionMapping : IEntityTypeConfiguration<SubscriptionRow>
{
    public void Configure(EntityTypeBuilder<SubscriptionRow> builder)
    {
        builder.ToTable("subscriptions");
        builder.HasKey(row => new { row.TenantId, row.OwnerId, row.SubscriptionId });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.SubscriptionId).ValueGeneratedNever();
        builder.Property(row => row.ElementId).HasMaxLength(120);
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.CorrelationKey).HasMaxLength(200);
        builder.HasIndex(row => new { row.TenantId, row.Kind, row.Name, row.CorrelationKey }).HasDatabaseName("ix_subscriptions_match");
    }
}
