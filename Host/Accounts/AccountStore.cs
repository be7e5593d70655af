using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Persistence;

namespace Platform.Host.Accounts;

/// <summary>Keeps accounts in the platform's database for ASP.NET Core Identity, writing only through <see cref="PlatformDatabase"/>.</summary>
internal sealed class AccountStore(PlatformDatabase database)
    : IUserPasswordStore<AccountRow>, IUserLockoutStore<AccountRow>, IUserSecurityStampStore<AccountRow>
{
    public async Task<IdentityResult> CreateAsync(AccountRow user, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            (db, _) =>
            {
                db.Add(user);
                return Task.FromResult(true);
            },
            cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(AccountRow user, CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(
                (db, _) =>
                {
                    var entry = db.Attach(user);
                    entry.State = EntityState.Modified;
                    entry.Property(row => row.RowVersion).CurrentValue = user.RowVersion + 1;
                    return Task.FromResult(true);
                },
                cancellationToken);
            return IdentityResult.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        }
    }

    public async Task<IdentityResult> DeleteAsync(AccountRow user, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            (db, _) =>
            {
                db.Remove(user);
                return Task.FromResult(true);
            },
            cancellationToken);
        return IdentityResult.Success;
    }

    public Task<AccountRow?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id)
            ? FindAsync(accounts => accounts.Where(row => row.Id == id), cancellationToken)
            : Task.FromResult<AccountRow?>(null);

    public Task<AccountRow?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindAsync(accounts => accounts.Where(row => row.NormalizedName == normalizedUserName), cancellationToken);

    public Task<string> GetUserIdAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedName);

    public Task<string?> GetPasswordHashAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task<int> GetAccessFailedCountAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult(user.Failures);

    public Task<bool> GetLockoutEnabledAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task<int> IncrementAccessFailedCountAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult(++user.Failures);

    public Task SetUserNameAsync(AccountRow user, string? userName, CancellationToken cancellationToken) => SetAsync(() => user.Name = userName ?? "");

    public Task SetNormalizedUserNameAsync(AccountRow user, string? normalizedName, CancellationToken cancellationToken) =>
        SetAsync(() => user.NormalizedName = normalizedName ?? "");

    public Task SetPasswordHashAsync(AccountRow user, string? passwordHash, CancellationToken cancellationToken) => SetAsync(() => user.PasswordHash = passwordHash);

    public Task SetSecurityStampAsync(AccountRow user, string stamp, CancellationToken cancellationToken) => SetAsync(() => user.SecurityStamp = stamp);

    public Task ResetAccessFailedCountAsync(AccountRow user, CancellationToken cancellationToken) => SetAsync(() => user.Failures = 0);

    public Task SetLockoutEnabledAsync(AccountRow user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetLockoutEndDateAsync(AccountRow user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        SetAsync(() => user.LockedUntil = lockoutEnd);

    public void Dispose()
    {
        // The database is the application's; nothing here is ours to let go of.
    }

    private static Task SetAsync(Action change)
    {
        change();
        return Task.CompletedTask;
    }

    private async Task<AccountRow?> FindAsync(Func<IQueryable<AccountRow>, IQueryable<AccountRow>> which, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        return await which(db.Set<AccountRow>()).SingleOrDefaultAsync(ct);
    }
}
