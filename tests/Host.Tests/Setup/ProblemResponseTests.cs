using Platform.Host.Api;
using Platform.Host.Setup;

namespace Platform.Host.Tests.Setup;

public sealed class ProblemResponseTests
{
    [Theory]
    [InlineData("task.not-found", 404)]
    [InlineData("task.not-allowed", 403)]
    [InlineData("task.already-completed", 409)]
    [InlineData("task.stale", 409)]
    [InlineData("form.invalid", 422)]
    [InlineData("auth.required", 401)]
    [InlineData("request.too-many", 429)]
    [InlineData("server.error", 500)]
    public void A_problem_code_has_its_status(string code, int status) => ProblemResponse.StatusOf(code).ShouldBe(status);

    [Theory]
    [InlineData("/tasks/1?tab=a", "/tasks/1?tab=a")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Nobody_is_sent_to_another_site(string? url, string expected) => LocalUrl.OrHome(url).ShouldBe(expected);
}
