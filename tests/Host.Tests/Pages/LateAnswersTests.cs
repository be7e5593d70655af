using Platform.Host.Pages;

namespace Platform.Host.Tests.Pages;

/// <summary>People click faster than databases answer.</summary>
public sealed class LateAnswersTests
{
    [Fact]
    public async Task The_answer_to_the_last_question_stays_when_an_earlier_one_is_answered_later()
    {
        var latest = new Latest<string>();
        TaskCompletionSource<string> first = new(), second = new();
        var earlier = latest.AskAsync(() => first.Task);
        var later = latest.AskAsync(() => second.Task);

        second.SetResult("second");
        await later;
        first.SetResult("first");
        await earlier;

        latest.Answer.ShouldBe("second");
    }

    [Fact]
    public async Task What_was_put_is_not_overwritten_by_what_was_asked_before()
    {
        var latest = new Latest<string>();
        TaskCompletionSource<string> open = new();
        var asked = latest.AskAsync(() => open.Task);

        latest.Put(null);
        open.SetResult("for the form that was there before");
        await asked;

        latest.Answer.ShouldBeNull();
    }

    [Fact]
    public async Task A_second_click_on_more_adds_nothing_twice()
    {
        var list = new GrowingList<int>();
        list.Begin(new([1, 2], HasMore: true));
        TaskCompletionSource<Portion<int>> open = new();
        var first = list.GrowAsync(() => open.Task);
        var second = list.GrowAsync(() => open.Task);

        open.SetResult(new([3], HasMore: false));
        await Task.WhenAll(first, second);

        list.Items.ShouldBe([1, 2, 3]);
        list.HasMore.ShouldBeFalse();
    }

    [Fact]
    public async Task A_portion_from_before_the_list_began_anew_is_left_out()
    {
        var list = new GrowingList<int>();
        list.Begin(new([1], HasMore: true, "after 1"));
        TaskCompletionSource<Portion<int>> open = new();
        var growing = list.GrowAsync(() => open.Task);

        list.Begin(new([8], HasMore: true, "after 8"));
        open.SetResult(new([2], HasMore: false));
        await growing;

        list.Items.ShouldBe([8]);
        list.Next.ShouldBe("after 8");
        list.HasMore.ShouldBeTrue();
    }

    [Fact]
    public async Task One_load_begins_after_the_one_before_has_ended_and_hears_nothing_of_its_failure()
    {
        var turns = new Turns();
        TaskCompletionSource open = new();
        List<string> done = [];
        var first = turns.RunAsync(async () =>
        {
            await open.Task;
            done.Add("first");
            throw new InvalidOperationException("broken");
        });
        var second = turns.RunAsync(() =>
        {
            done.Add("second");
            return Task.CompletedTask;
        });

        done.ShouldBeEmpty();
        open.SetResult();
        await second;

        done.ShouldBe(["first", "second"]);
        await Should.ThrowAsync<InvalidOperationException>(first);
    }
}
