using System.Net;
using System.Net.Sockets;

namespace Platform.Host.Tests.Testing;

/// <summary>A line between a browser and the application that can be cut like a cable, and be led to another application afterwards.</summary>
public sealed class CuttableLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _gone = new();
    private readonly Lock _gate = new();
    private readonly Task _accepting;
    private List<TcpClient> _open = [];
    private int? _port;

    public CuttableLine()
    {
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _accepting = AcceptAsync();
    }

    /// <summary>Where the browser goes.</summary>
    public string Address { get; }

    /// <summary>Leads the line to an application.</summary>
    public void LeadTo(HostApp app) => _port = new Uri(app.Address).Port;

    /// <summary>Cuts every connection; new ones fail until the line leads somewhere again.</summary>
    public void Cut()
    {
        _port = null;
        List<TcpClient> cut;
        lock (_gate)
        {
            (cut, _open) = (_open, []);
        }
        cut.ForEach(connection => connection.Close());
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        await _gone.CancelAsync();
        // Only then: to accept on a listener that was stopped is a mistake, and one may be about to.
        await _accepting;
        _listener.Dispose();
        _gone.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient browser = await _listener.AcceptTcpClientAsync(_gone.Token);
                _ = JoinAsync(browser);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The line was taken down.
        }
    }

    private async Task JoinAsync(TcpClient browser)
    {
        using TcpClient server = new();
        try
        {
            if (_port is not { } port)
            {
                browser.Close();
                return;
            }
            await server.ConnectAsync(IPAddress.Loopback, port, _gone.Token);
            lock (_gate)
            {
                _open.AddRange([browser, server]);
            }
            await Task.WhenAny(browser.GetStream().CopyToAsync(server.GetStream(), _gone.Token), server.GetStream().CopyToAsync(browser.GetStream(), _gone.Token));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // One end hung up.
        }
        finally
        {
            browser.Close();
        }
    }
}
