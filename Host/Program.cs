using Platform.Host.Setup;

var builder = WebApplication.CreateBuilder(args);
builder.AddShanzhi();

var app = builder.Build();
app.UseShanzhi();
await app.PrepareDatabaseAsync(CancellationToken.None);
await app.RunAsync();
return 0;
