using Platform.Designer.Editing;
using Platform.Host.Pages.Admin;
using Platform.Host.Tests.Testing;
using Platform.Kernel;

namespace Platform.Host.Tests.Pages;

public sealed class DraftSavesTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_store_that_breaks_is_told_in_words_and_does_not_end_the_page()
    {
        using var scope = shared.App.Services.CreateScope();
        var saves = scope.ServiceProvider.GetRequiredService<DraftSaves>();

        var broken = await saves.TryAsync(() => throw new TimeoutException("the database is locked"));
        var refused = await saves.TryAsync(() => Task.FromResult<Problem?>(new Problem("draft.too-large", "文件太大。")));
        var overtaken = await saves.TryAsync(() => Task.FromResult<Problem?>(new Problem("draft.stale", "别人刚刚保存过。")));
        var kept = await saves.TryAsync(() => Task.FromResult<Problem?>(null));

        broken.Outcome.ShouldBe(SaveOutcome.Refused);
        broken.Message.ShouldStartWith("系统暂时存不下修改");
        refused.ShouldBe(new SaveAnswer(SaveOutcome.Refused, "文件太大。"));
        overtaken.ShouldBe(new SaveAnswer(SaveOutcome.Overtaken, "别人刚刚保存过。"));
        kept.ShouldBe(SaveAnswer.Kept);
    }
}
