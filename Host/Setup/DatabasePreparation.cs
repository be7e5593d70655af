using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Governance.Demo;
using Platform.Host.Accounts;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;

namespace Platform.Host.Setup;

/// <summary>What happens to the database before the first request.</summary>
public static class DatabasePreparation
{
    /// <summary>
    /// Brings the database to the newest version, creating it when it is not there; in a demonstration adds the county, its
    /// process and its accounts unless they are there, and says how to sign in.
    /// </summary>
    /// <param name="app">The built application.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task PrepareDatabaseAsync(this WebApplication app, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(app);
        await app.Services.GetRequiredService<PlatformDatabase>().MigrateAsync(ct);
        await app.Services.GetRequiredService<ClockService>().LoadAsync(ct);
        if (app.Services.GetRequiredService<DemoMode>().IsOn)
        {
            await AddDemonstrationAsync(app.Services, ct);
            app.Lifetime.ApplicationStarted.Register(() => Greet(app));
        }
    }

    private static async Task AddDemonstrationAsync(IServiceProvider services, CancellationToken ct)
    {
        var county = services.GetRequiredService<DemoCounty>();
        await county.SeedAsync(ct);
        var deployed = await county.DeployAsync(Path.Combine(AppContext.BaseDirectory, "workflows", "shiquan-three-ledgers"), ct);
        if (!deployed.IsSuccess)
        {
            throw new InvalidOperationException($"Expected the template of the demonstration to be deployable, but: {deployed.Problem!.Message}");
        }
        await AddAccountsAsync(services, ct);
    }

    private static async Task AddAccountsAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<AccountRow>>();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        await using var db = scope.ServiceProvider.GetRequiredService<PlatformDatabase>().CreateDbContext();
        var codes = QingyuanCounty.SignIns.Select(person => person.Code).ToList();
        var people = await db.People.Where(person => person.TenantId == DemoCounty.TenantId && codes.Contains(person.Code)).ToListAsync(ct);
        foreach (var person in people)
        {
            if (await accounts.FindByNameAsync(person.Code) is null)
            {
                var made = await accounts.CreateAsync(AccountOf(person, clock), DemoMode.Password);
                if (!made.Succeeded)
                {
                    throw new InvalidOperationException($"Expected account {person.Code} to be made, but: {made}");
                }
            }
        }
    }

    private static AccountRow AccountOf(PersonRow person, TimeProvider clock) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        TenantId = person.TenantId,
        PersonId = person.Id,
        DisplayName = person.Name,
        Name = person.Code,
    };

    private static void Greet(WebApplication app)
    {
        Console.WriteLine();
        Console.WriteLine($"善治 已启动：{string.Join(' ', app.Urls)}");
        Console.WriteLine($"演示账号（密码都是 {DemoMode.Password}）：");
        foreach (var (code, name, title) in QingyuanCounty.SignIns)
        {
            Console.WriteLine($"  {code,-12} {name} {title}");
        }
    }
}
