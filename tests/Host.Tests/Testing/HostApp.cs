using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Platform.Host.Tests.Testing;

/// <summary>The real application on a database of its own; over HTTP in memory, and on a loopback port once <see cref="Address"/> is asked for.</summary>
public sealed class HostApp : WebApplicationFactory<Program>
{
    private readonly string _data = Directory.CreateTempSubdirectory("shanzhi-host-").FullName;
    private readonly Dictionary<string, string> _settings = new()
    {
        ["Demo:Enabled"] = "true",
        ["RateLimits:ProgressPerMinute"] = "1000",
        ["RateLimits:SubmissionsPerHour"] = "1000",
    };

    private string? _address;

    /// <summary>Changes a setting; call before the first use.</summary>
    public HostApp With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    /// <summary>Where browsers find the application; starts it on a free loopback port.</summary>
    public string Address
    {
        get
        {
            if (_address is null)
            {
                UseKestrel(0);
                StartServer();
                _address = Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
            }
            return _address;
        }
    }

    /// <summary>A client that keeps cookies and shows redirects as they are.</summary>
    public HttpClient NewClient() => _address is { } address
        ? new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false, CheckCertificateRevocationList = true }, disposeHandler: true) { BaseAddress = new Uri(address) }
        : CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Directory", _data);
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        try
        {
            Directory.Delete(_data, recursive: true);
        }
        catch (IOException)
        {
            // A page that closes with its host keeps the work on it, which may be now; temporary files go with the suite's folder.
        }
    }
}
