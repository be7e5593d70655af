using Platform.Designer.Editing;

namespace Platform.Designer.Tests.Editing;

public sealed class DesignWorkTests
{
    [Fact]
    public async Task What_changes_while_the_work_is_kept_is_kept_before_somebody_leaves()
    {
        var session = new DesignSession(DesignSession.NewProcess("leave", "请假", "第一步"), "leave");
        List<byte[]> kept = [];
        await using var work = new DesignWork(session, Host(file => Keep(file)), TimeProvider.System, turn => turn());
        session.Change(session.Process with { Name = "请假申请" });

        (await work.SaveToTheEndAsync()).ShouldBeTrue();

        kept.Count.ShouldBe(2);
        kept[^1].ShouldBe(session.ToFile());

        SaveAnswer Keep(byte[] file)
        {
            kept.Add(file);
            if (kept.Count == 1)
            {
                session.Change(session.Process with { Name = "请假审批" });
            }

            return SaveAnswer.Kept;
        }
    }

    [Fact]
    public async Task Who_cannot_keep_the_work_is_told_at_once()
    {
        var session = new DesignSession(DesignSession.NewProcess("leave", "请假", "第一步"), "leave");
        await using var work = new DesignWork(session, Host(_ => new SaveAnswer(SaveOutcome.Refused, "磁盘已满。")), TimeProvider.System, turn => turn());
        session.Change(session.Process with { Name = "请假申请" });

        (await work.SaveToTheEndAsync()).ShouldBeFalse();
    }

    private static DesignHost Host(Func<byte[], SaveAnswer> keep) => new()
    {
        SaveAsync = file => Task.FromResult(keep(file)),
        FetchNewestAsync = () => Task.FromResult<NewestWork?>(null),
        CheckAsync = _ => Task.FromResult<IReadOnlyList<DesignIssue>>([]),
        PublishAsync = _ => Task.FromResult(new PublishAnswer(true, "")),
    };
}
