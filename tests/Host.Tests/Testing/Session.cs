using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Platform.Host.Setup;

namespace Platform.Host.Tests.Testing;

/// <summary>A person's HTTP session: plain pages and the API, signed in through the real form.</summary>
public sealed partial class Session : IDisposable
{
    private readonly HttpClient _client;

    private Session(HttpClient client) => _client = client;

    /// <summary>A visitor who has not signed in.</summary>
    public static Session Visitor(HostApp app) => new(app.NewClient());

    /// <summary>A name for an order that no other order has.</summary>
    public static Guid NewCommand() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    public static async Task<Session> SignInAsync(HostApp app, string name, string password = DemoMode.Password)
    {
        var session = Visitor(app);
        using var answer = await session.TrySignInAsync(name, password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, $"{name} must be able to sign in");
        return session;
    }

    public async Task<HttpResponseMessage> TrySignInAsync(string name, string password)
    {
        var page = await _client.GetStringAsync(new Uri("/signin", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
            ["Entry.Name"] = name,
            ["Entry.Password"] = password,
        });
        return await _client.PostAsync(new Uri("/signin", UriKind.Relative), form);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<string> TextAsync(string path)
    {
        using var answer = await GetAsync(path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public async Task<HttpResponseMessage> PostAsync(string path, object body, bool guarded = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (guarded)
        {
            request.Headers.Add("X-Shanzhi-Request", "1");
        }
        return await _client.SendAsync(request);
    }

    /// <summary>Posts and reads the answer, which must be a success.</summary>
    public async Task<JsonElement> DoAsync(string path, object body)
    {
        using var answer = await PostAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public async Task<JsonElement> ReadAsync(string path) => JsonDocument.Parse(await (await GetAsync(path)).Content.ReadAsStringAsync()).RootElement;

    /// <summary>The stable code of a refusal.</summary>
    public static async Task<string?> CodeAsync(HttpResponseMessage answer)
    {
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString();
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
