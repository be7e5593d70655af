using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Persistence;

namespace Platform.Host.Accounts;

/// <summary>
/// A sign-in account. It says which person signs in and nothing about what the person may do: that follows from posts.
/// Keyed by its own id and not by region first, because the region is known only after sign-in.
/// </summary>
public sealed class AccountRow
{
    /// <summary>Identity; version 7.</summary>
    public required Guid Id { get; set; }

    /// <summary>Region (county) of the person.</summary>
    public required string TenantId { get; set; }

    /// <summary>The person that signs in with this account.</summary>
    public required Guid PersonId { get; set; }

    /// <summary>The person's name as it was when the account was made, for the greeting.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Sign-in name as it was given.</summary>
    public required string Name { get; set; }

    /// <summary>Sign-in name as it is compared; unique in the whole platform.</summary>
    public string NormalizedName { get; set; } = "";

    /// <summary>Salted hash of the password.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with the password, which ends all sessions of the account.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Wrong passwords in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Until when the account is locked; null when it is not.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Grows by one with every change.</summary>
    public long RowVersion { get; set; }
}

/// <summary>The table of sign-in accounts, in the platform's one database.</summary>
public sealed class AccountsModelPart : IModelPart
{
    /// <inheritdoc />
    public void Configure(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<AccountRow>(account =>
        {
            account.ToTable("accounts");
            account.HasKey(row => row.Id);
            account.Property(row => row.Id).ValueGeneratedNever();
            account.Property(row => row.TenantId).HasMaxLength(32);
            account.Property(row => row.DisplayName).HasMaxLength(80);
            account.Property(row => row.Name).HasMaxLength(80);
            account.Property(row => row.NormalizedName).HasMaxLength(80);
            account.Property(row => row.PasswordHash).HasMaxLength(400);
            account.Property(row => row.SecurityStamp).HasMaxLength(64);
            account.Property(row => row.RowVersion).IsConcurrencyToken();
            account.HasIndex(row => row.NormalizedName).IsUnique();
            account.HasIndex(row => new { row.TenantId, row.PersonId });
        });
    }
}
