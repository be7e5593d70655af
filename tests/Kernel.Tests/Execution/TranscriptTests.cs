using Platform.Kernel.Model;
using Platform.KernelTesting;

namespace Platform.Kernel.Tests.Execution;

/// <summary>
/// The facts of the main shapes as approved text: a change of what is put on record shows in review.
/// Set UPDATE_APPROVED=1 to write the files anew.
/// </summary>
public sealed class TranscriptTests
{
    [Fact]
    public void Two_tasks_in_a_row() => Approve(
        ProcessRun.Of(new ProcessBuilder().Start().User("a", "b").End(), ("n", 1)).Complete("a", ("n", 2)).Complete("b"));

    [Fact]
    public void Fork_and_join() => Approve(
        ProcessRun.Of(new ProcessBuilder()
            .Start().Parallel("fork").User("a").Parallel("join").End()
            .From("fork").User("b").To("join")).Complete("b").Complete("a"));

    [Fact]
    public void Inclusive_split_and_join() => Approve(
        ProcessRun.Of(
            new ProcessBuilder().Start().Inclusive("split")
                .From("split", "x > 1").User("a").Inclusive("join").End()
                .From("split", "x > 2").User("b").To("join")
                .From("split", otherwise: true).User("c").To("join"),
            ("x", 3)).Complete("a").Complete("b"));

    [Fact]
    public void Boundary_timer_interrupts() => Approve(
        ProcessRun.Of(new ProcessBuilder()
            .Start().User("a").End()
            .Boundary("late", "a", On.After("P1D")).User("urge").End("e2")).Advance("P1D").Complete("urge"));

    [Fact]
    public void Event_sub_process_interrupts() => Approve(
        ProcessRun.Of(new ProcessBuilder()
            .Start().Sub("sub", s => s.Start("s").User("a").End("e")
                .Sub("stop", e => e.Start("es", On.Message("stop")).User("b").End("ee"), SubProcessKind.Event))
            .End()).Message("stop").Complete("b"));

    [Fact]
    public void Multi_instance_with_results() => Approve(
        ProcessRun.Of(
            new ProcessBuilder().Start().User("vote").Multi(collection: "people", item: "person", into: "votes", outputItem: "outcome").End(),
            ("people", new object[] { "甲", "乙" })).Decide("vote", "agree").Decide("vote", "oppose"));

    [Fact]
    public void Error_caught_on_the_border() => Approve(
        ProcessRun.Of(new ProcessBuilder()
            .Start().Sub("sub", s => s.Start("s").User("a").End("fail", On.Error("E1"))).End()
            .Boundary("b", "sub", On.Error("E1")).User("repair").End("e2")).Complete("a").Complete("repair"));

    [Fact]
    public void Compensation_of_a_sub_process() => Approve(
        ProcessRun.Of(new ProcessBuilder()
            .Start().Sub("sub", s => s.Start("s").User("a").End("e").Undo("a", "undo-a"))
            .Throw("undo", On.Compensate("sub")).End()).Complete("a").Complete("undo-a"));

    [Fact]
    public void Event_gateway_race() => Approve(
        ProcessRun.Of(new ProcessBuilder()
            .Start().EventGateway("race")
            .From("race").Catch("reply", On.Message("reply")).End("e1")
            .From("race").Catch("late", On.After("P1D")).End("e2")).Message("reply"));

    private static void Approve(ProcessRun run, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        string received = Transcript.Of(run.Instance.Graph, run.Facts);
        string file = Path.Combine(
            ClosedUnionTests.SourceFolder(), "tests", "Kernel.Tests", "Execution", "Approved", $"{nameof(TranscriptTests)}.{name}.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            File.WriteAllText(file, received);
        }
        run.State.Status.ShouldNotBe(Kernel.Execution.InstanceStatus.Running);
        received.ShouldBe(File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "");
    }
}
