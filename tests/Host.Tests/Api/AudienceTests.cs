using System.Net;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Api;

public sealed class AudienceTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string[] Officials = ["dengji", "shuji", "zhujian-cb", "jiwei", "admin", "yunwei"];

    private static readonly (string Path, string[] Who)[] Pages =
    [
        ("/inbox", Officials),
        ("/done", Officials),
        ("/started", Officials),
        ("/start", Officials),
        ("/notifications", Officials),
        ("/bulletins", Officials),
        ("/register", ["dengji"]),
        ("/return-visits", ["dengji"]),
        ("/ledger", Officials),
        ("/board", ["shuji", "jiwei"]),
        ("/definitions", ["admin"]),
        ("/definitions/design/shiquan-three-ledgers", ["admin"]),
        ("/definitions/design/shiquan-three-ledgers/rehearse", ["admin"]),
        ("/definitions/design/shiquan-three-ledgers/forms", ["admin"]),
        ("/definitions/history/shiquan-three-ledgers", ["admin"]),
        ("/decisions", ["admin"]),
        ("/operations/instances", ["yunwei"]),
        ("/operations/jobs", ["yunwei"]),
        ("/operations/incidents", ["yunwei"]),
        ("/api/v1/tasks", Officials),
        ("/api/v1/tasks/counts", Officials),
        ("/api/v1/cases", Officials),
        ("/api/v1/definitions", ["admin"]),
        ("/api/v1/decisions", ["admin"]),
        ("/api/v1/instances", ["yunwei"]),
        ("/api/v1/jobs", ["yunwei"]),
        ("/api/v1/incidents", ["yunwei"]),
    ];

    [Fact]
    public async Task Every_page_and_endpoint_lets_in_its_audience_and_nobody_else()
    {
        var wrong = new List<string>();

        foreach (var name in Officials)
        {
            using var session = await Session.SignInAsync(shared.App, name);
            foreach (var (path, who) in Pages)
            {
                using var answer = await session.GetAsync(path);
                var isIn = answer.StatusCode == HttpStatusCode.OK;
                if (isIn != who.Contains(name))
                {
                    wrong.Add($"{name} {path}: {(int)answer.StatusCode}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_and_an_api_caller_is_told_so()
    {
        using var visitor = Session.Visitor(shared.App);

        foreach (var (path, _) in Pages)
        {
            using var answer = await visitor.GetAsync(path);
            if (path.StartsWith("/api", StringComparison.Ordinal))
            {
                answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
                (await Session.CodeAsync(answer)).ShouldBe("auth.required");
            }
            else
            {
                answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, path);
                answer.Headers.Location!.ToString().ShouldContain("/signin?returnUrl=");
            }
        }
    }

    [Theory]
    [InlineData("/signin")]
    [InlineData("/track")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    public async Task Public_pages_need_no_sign_in(string path)
    {
        using var visitor = Session.Visitor(shared.App);

        using var answer = await visitor.GetAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Wrong_passwords_lock_the_account_without_saying_whether_it_exists()
    {
        await using var app = new HostApp();
        using var stranger = Session.Visitor(app);
        var words = new List<bool>();

        foreach (var name in (string[])["nobody", "duban"])
        {
            using var answer = await stranger.TrySignInAsync(name, "wrong-password");
            words.Add(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Contains("用户名或密码不对", StringComparison.Ordinal));
        }
        for (var attempt = 1; attempt < 5; attempt++)
        {
            using var again = await stranger.TrySignInAsync("duban", "wrong-password");
        }
        using var locked = await stranger.TrySignInAsync("duban", Platform.Host.Setup.DemoMode.Password);

        words.ShouldAllBe(same => same);
        locked.StatusCode.ShouldBe(HttpStatusCode.OK);
        WebUtility.HtmlDecode(await locked.Content.ReadAsStringAsync()).ShouldContain("账号已锁定");
    }
}
