using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.FaultWorker;
using Platform.Persistence.PostgreSql;
using Platform.Persistence.Sqlite;
using Platform.Runtime;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;

// usage: FaultWorker sqlite|postgres LOCATION ZERO
// Runs a node with its pump on a prepared database, starts and completes matters, and prints each answer once it has it.
// usage: FaultWorker recurring CONNECTION NODE
// Runs a node of a cluster on PostgreSQL that does nothing but recurring work, and prints a line each time.
if (args[0] == "recurring")
{
    var options = new PlatformRuntimeOptions().UsePostgreSql(args[1]);
    await using PlatformDatabase database = options.Database!(new PlatformModel([]));
    IHostedService scheduler = new RecurringScheduler([new Heartbeat(database, args[2])], options, new SchedulingOptions(), TimeProvider.System);
    await scheduler.StartAsync(CancellationToken.None);
    await new TaskCompletionSource().Task; // until it is killed
}

var services = new ServiceCollection();
services.AddSingleton<TimeProvider>(new FastClock(DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(args[2], CultureInfo.InvariantCulture))));
services.AddSingleton(new SchedulingOptions { Lease = TimeSpan.FromMinutes(20), Poll = TimeSpan.FromMinutes(10), RunsRecurring = false });
services.AddPlatformRuntime(options => _ = args[0] == "sqlite" ? options.UseSqlite(args[1]) : options.UsePostgreSql(args[1]));
await using ServiceProvider provider = services.BuildServiceProvider();
foreach (IHostedService service in provider.GetServices<IHostedService>())
{
    await service.StartAsync(CancellationToken.None);
}

await Task.WhenAll(Enumerable.Range(0, 4).Select(lane => Matters.RunAsync(provider, lane)));
