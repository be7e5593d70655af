using System.Text;
using Platform.Runtime.Calendar;
using Platform.Runtime.Deadlines;

namespace Platform.Runtime.Tests.Deadlines;

public sealed class DeadlinePlanTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(DeadlineKind.Working, true, 1)]
    [InlineData(DeadlineKind.Calendar, false, 3)]
    public void A_plan_reads_back_as_it_was_written(DeadlineKind kind, bool inDays, int revision)
    {
        var unit = Guid.CreateVersion7(At);
        var plan = new DeadlinePlan
        {
            Kind = kind, InDays = inDays, Revision = revision,
            Steps = [new(At, "yellow", [new(RecipientKind.UnitHeads, unit)]), new(At.AddHours(1), "red", [])],
        };

        var again = DeadlinePlan.Read(plan.Write());

        (again.Format, again.Kind, again.InDays, again.Revision).ShouldBe((1, kind, inDays, revision));
        again.Steps.Select(s => (s.At, s.Level)).ShouldBe([(At, "yellow"), (At.AddHours(1), "red")]);
        again.Steps[0].Recipients.ShouldBe([new Recipient(RecipientKind.UnitHeads, unit)]);
    }

    [Fact]
    public void A_released_plan_stays_readable()
    {
        var plan = DeadlinePlan.Read(Encoding.UTF8.GetBytes("""{"d":true,"s":[{"At":"2026-11-23T10:00:00+00:00","Level":"red","Recipients":[{"Kind":4,"Id":null,"Post":"联系办主任"}]}]}"""));

        plan.Revision.ShouldBe(1);
        plan.Steps.ShouldHaveSingleItem().Recipients.ShouldHaveSingleItem().Post.ShouldBe("联系办主任");
    }

    [Fact]
    public void Levels_reached_again_after_an_extension_have_their_own_keys()
    {
        var step = new DeadlineStep(At, "yellow", []);

        new DeadlinePlan().KeyOf(step).ShouldBe("yellow");
        new DeadlinePlan { Revision = 2 }.KeyOf(step).ShouldBe("yellow#2");
        DeadlinePlan.LevelOf("yellow#2").ShouldBe(WarningLevel.Yellow);
    }
}
