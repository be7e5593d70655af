using System.Net;
using System.Text.RegularExpressions;

namespace Platform.Host.Tests.Testing;

/// <summary>A form of a page without a circuit, filled in and sent as a browser without scripts would.</summary>
public sealed partial class PlainForm
{
    private readonly HttpClient _client;
    private readonly Uri _page;
    private readonly Dictionary<string, string> _hidden;

    private PlainForm(HttpClient client, Uri page, Dictionary<string, string> hidden) => (_client, _page, _hidden) = (client, page, hidden);

    public static async Task<PlainForm> OpenAsync(HttpClient client, string path)
    {
        var page = new Uri(path, UriKind.Relative);
        var text = await client.GetStringAsync(page);
        // The menus of the page have forms of their own; this one names its handler.
        var form = Regex.Match(text, "<form[^>]*>(?:(?!</form>).)*name=\"_handler\"(?:(?!</form>).)*</form>", RegexOptions.Singleline).Value;
        form.ShouldNotBeEmpty(path);
        return new PlainForm(client, page, Hidden().Matches(form).ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value)));
    }

    public async Task<(HttpStatusCode Status, string Text, string? Location)> SendAsync(
        IEnumerable<(string Name, string Value)> fields, params (string Name, byte[] Content)[] files)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in _hidden.Select(pair => (pair.Key, pair.Value)).Concat(fields))
        {
            body.Add(new StringContent(value), name);
        }
        foreach (var (name, content) in files)
        {
            body.Add(new ByteArrayContent(content), "files", name);
        }
        using var answer = await _client.PostAsync(_page, body);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), answer.Headers.Location?.ToString());
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
