using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>A person who works on the platform.</summary>
public sealed class PersonRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Stable sign-in or staff code, unique within the tenant.</summary>
    public required string Code { get; set; }

    /// <summary>Name.</summary>
    public required string Name { get; set; }

    /// <summary>Phone for notices.</summary>
    public string? Phone { get; set; }

    /// <summary>Mail address for notices.</summary>
    public string? Email { get; set; }

    /// <summary>Whether the person still works here.</summary>
    public bool IsActive { get; set; }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> builder)
    {
        builder.ToTable("persons");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Code).HasMaxLength(60);
        builder.Property(row => row.Name).HasMaxLength(80);
        builder.Property(row => row.Phone).HasMaxLength(40);
        builder.Property(row => row.Email).HasMaxLength(200);
        builder.HasIndex(row => new { row.TenantId, row.Code }).IsUnique();
    }
}
