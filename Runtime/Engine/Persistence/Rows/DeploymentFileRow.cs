using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Runtime.Persistence;

/// <summary>One file of a deployment, byte for byte as it was uploaded.</summary>
public sealed class DeploymentFileRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Deployment that the file belongs to.</summary>
    public Guid DeploymentId { get; set; }

    /// <summary>Path within the deployment, forward slashes.</summary>
    public required string Name { get; set; }

    /// <summary>The bytes as uploaded.</summary>
    public required byte[] Content { get; set; }
}

internal sealed class DeploymentFileMapping : IEntityTypeConfiguration<DeploymentFileRow>
{
    public void Configure(EntityTypeBuilder<DeploymentFileRow> builder)
    {
        builder.ToTable("deployment_files");
        builder.HasKey(row => new { row.TenantId, row.DeploymentId, row.Name });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Name).HasMaxLength(260);
    }
}
