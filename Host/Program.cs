using Platform.Host.Commands;
using Platform.Host.Setup;

switch (args)
{
    case ["scenario", .. var rest]:
        return await ScenarioCommand.RunAsync(rest);
    case ["year", .. var rest]:
        return await YearCommand.RunAsync(rest);
    default:
        break;
}

var builder = WebApplication.CreateBuilder(args);
builder.AddShanzhi();

var app = builder.Build();
app.UseShanzhi();
await app.PrepareDatabaseAsync(CancellationToken.None);
await app.RunAsync();
return 0;
