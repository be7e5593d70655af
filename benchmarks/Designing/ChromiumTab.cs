using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Benchmarks.Designing;

/// <summary>One tab of a headless Chromium, driven through its debugging protocol. <c>SHANZHI_CHROMIUM</c> names the program when it is not Debian's.</summary>
internal sealed class ChromiumTab : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process program;
    private readonly DirectoryInfo profile;
    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> waiting = new();
    private readonly CancellationTokenSource gone = new();
    private readonly SemaphoreSlim oneSend = new(1);
    private Task reading = Task.CompletedTask;
    private int last;

    private ChromiumTab(Process program, DirectoryInfo profile) => (this.program, this.profile) = (program, profile);

    /// <summary>Starts a browser with an empty profile.</summary>
    internal static async Task<ChromiumTab> OpenAsync()
    {
        DirectoryInfo profile = Directory.CreateTempSubdirectory("platform-bench-chromium-");
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("SHANZHI_CHROMIUM") ?? "/usr/bin/chromium")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--remote-debugging-port=0", "--window-size=1440,900", "--lang=zh-CN", $"--user-data-dir={profile.FullName}", "about:blank",
            },
        };
        ChromiumTab tab = new(Process.Start(start)!, profile);
        string port = Path.Combine(profile.FullName, "DevToolsActivePort");
        for (Stopwatch waited = Stopwatch.StartNew(); !File.Exists(port) || (await File.ReadAllLinesAsync(port)).Length < 2; await Task.Delay(50))
        {
            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException("Expected Chromium to open its debugging port, but it did not.");
            }
        }

        using HttpClient http = new();
        string list = await http.GetStringAsync(new Uri($"http://127.0.0.1:{(await File.ReadAllLinesAsync(port))[0]}/json/list"));
        JsonNode page = JsonNode.Parse(list)!.AsArray().First(t => t!["type"]!.GetValue<string>() == "page")!;
        await tab.socket.ConnectAsync(new Uri(page["webSocketDebuggerUrl"]!.GetValue<string>()), CancellationToken.None);
        tab.reading = tab.ReadAsync();
        await tab.SendAsync("Page.enable");
        await tab.SendAsync("DOM.enable");
        return tab;
    }

    /// <summary>Opens an address and waits until its document is there.</summary>
    internal async Task GoAsync(string address)
    {
        await SendAsync("Page.navigate", new JsonObject { ["url"] = address });
        await WaitAsync($"location.href.startsWith({JsonSerializer.Serialize(address)}) && document.readyState === 'complete'");
    }

    /// <summary>Evaluates an expression, waiting for its promise.</summary>
    internal async Task<JsonNode?> EvaluateAsync(string expression)
    {
        JsonNode answer = await SendAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true, ["userGesture"] = true });
        return answer["exceptionDetails"] is { } broken
            ? throw new InvalidOperationException($"Expected {expression} to work, but: {broken["exception"]?["description"] ?? broken["text"]}")
            : answer["result"]?["value"];
    }

    /// <summary>Waits until an expression is true, looking at every frame.</summary>
    /// <returns>Milliseconds that passed in the page.</returns>
    internal async Task<double> WaitAsync(string expression)
    {
        for (Stopwatch waited = Stopwatch.StartNew(); waited.Elapsed < Patience;)
        {
            try
            {
                string look = $"new Promise((yes, no) => {{ const begin = performance.now(); const look = () => {{ try {{ if ({expression}) {{ yes(performance.now() - begin); return; }} }} catch {{ /* not yet */ }} performance.now() - begin > 2000 ? yes(-1) : requestAnimationFrame(look); }}; look(); }})";
                if ((await EvaluateAsync(look))!.GetValue<double>() is >= 0 and var took)
                {
                    return took;
                }
            }
            catch (InvalidOperationException)
            {
                // The page went away while it was looked at; the next one is looked at instead.
                await Task.Delay(20);
            }
        }

        throw new TimeoutException($"Expected {expression} within {Patience.TotalSeconds} s, but it never was: {await EvaluateAsync("location.href + ' ' + document.body.innerText.slice(0, 500)")}");
    }

    /// <summary>Presses a key that writes a letter, as the keyboard would.</summary>
    internal async Task TypeAsync(char letter)
    {
        await SendAsync("Input.dispatchKeyEvent", new JsonObject { ["type"] = "keyDown", ["text"] = letter.ToString(), ["key"] = letter.ToString() });
        await SendAsync("Input.dispatchKeyEvent", new JsonObject { ["type"] = "keyUp", ["key"] = letter.ToString() });
    }

    /// <summary>Chooses a file in a file field.</summary>
    internal async Task ChooseAsync(string selector, string file)
    {
        JsonNode document = await SendAsync("DOM.getDocument");
        JsonNode field = await SendAsync("DOM.querySelector", new JsonObject { ["nodeId"] = document["root"]!["nodeId"]!.GetValue<int>(), ["selector"] = selector });
        await SendAsync("DOM.setFileInputFiles", new JsonObject { ["files"] = new JsonArray(file), ["nodeId"] = field["nodeId"]!.GetValue<int>() });
    }

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        program.Kill(entireProcessTree: true);
        await program.WaitForExitAsync();
        await reading;
        socket.Dispose();
        program.Dispose();
        oneSend.Dispose();
        gone.Dispose();
        profile.Delete(recursive: true);
    }

    private async Task<JsonNode> SendAsync(string method, JsonObject? parameters = null)
    {
        int id = Interlocked.Increment(ref last);
        TaskCompletionSource<JsonNode> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[id] = answer;
        byte[] message = Encoding.UTF8.GetBytes(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] }.ToJsonString());
        await oneSend.WaitAsync();
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, true, gone.Token);
        }
        finally
        {
            oneSend.Release();
        }

        return await answer.Task.WaitAsync(Patience);
    }

    private async Task ReadAsync()
    {
        byte[] block = new byte[64 * 1024];
        try
        {
            while (!gone.IsCancellationRequested)
            {
                using MemoryStream message = new();
                WebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(block, gone.Token);
                    message.Write(block, 0, part.Count);
                }
                while (!part.EndOfMessage);
                JsonNode node = JsonNode.Parse(message.ToArray())!;
                if (node["id"] is { } id && waiting.TryRemove(id.GetValue<int>(), out TaskCompletionSource<JsonNode>? answer))
                {
                    if (node["error"] is { } error)
                    {
                        answer.SetException(new InvalidOperationException(error.ToJsonString()));
                    }
                    else
                    {
                        answer.SetResult(node["result"]!);
                    }
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The browser is being closed.
        }
    }
}
