using Platform.Kernel.Graph;
using Platform.Kernel.Model;
using Platform.KernelTesting;

namespace Platform.Kernel.Tests.Execution;

/// <summary>Groups that vote: what counts is how members decided, not how many have acted.</summary>
public sealed class GroupVoteTests
{
    [Theory]
    [InlineData("ratio:0.5", "yes no yes", "{passed: true, agreed: 2, opposed: 1, abstained: 0, total: 4}")]
    [InlineData("ratio:0.75", "no no", "{passed: false, agreed: 0, opposed: 2, abstained: 0, total: 4}")]
    [InlineData("ratio:0.75", "yes pass yes yes", "{passed: true, agreed: 3, opposed: 0, abstained: 1, total: 4}")]
    [InlineData("first:2", "no no yes yes", "{passed: true, agreed: 2, opposed: 2, abstained: 0, total: 4}")]
    [InlineData("any", "no no no yes", "{passed: true, agreed: 1, opposed: 3, abstained: 0, total: 4}")]
    [InlineData("any", "no no no no", "{passed: false, agreed: 0, opposed: 4, abstained: 0, total: 4}")]
    [InlineData("all", "yes no", "{passed: false, agreed: 1, opposed: 1, abstained: 0, total: 4}")]
    [InlineData("all", "yes yes yes yes", "{passed: true, agreed: 4, opposed: 0, abstained: 0, total: 4}")]
    [InlineData("ratio:0.5", "yes never", "{passed: false, agreed: 1, opposed: 1, abstained: 0, total: 4}")]
    public void A_group_ends_as_soon_as_its_votes_decide_and_tells_the_result(string rule, string votes, string result)
    {
        var run = ProcessRun.Of(Group(rule));

        string[] cast = votes.Split(' ');
        for (int i = 0; i < cast.Length; i++)
        {
            run.Tasks.ShouldContain("vote", customMessage: $"before vote {i + 1}");
            run.Decide("vote", cast[i]);
        }

        run.Tasks.ShouldBe("after");
        run.Variable("voteResult").ShouldBe(result);
    }

    [Fact]
    public void A_group_in_order_stops_when_it_is_decided()
    {
        var run = ProcessRun.Of(Group("ratio:0.5", sequential: true));

        run.Decide("vote", "no").Decide("vote", "no").Tasks.ShouldBe("vote");
        run.Decide("vote", "pass").Tasks.ShouldBe("after");
    }

    [Fact]
    public void A_vote_that_means_nothing_is_refused_when_compiled()
    {
        var compiled = GraphCompiler.Compile(
            new ProcessBuilder().Start().User("vote").Multi("2").Change(a => a with { Extensions = Outcomes(("yes", "maybe")) }).End().Build(), "p");

        compiled.Issues.ShouldContain(issue => issue.Code == "bpmn.bad-vote" && issue.ElementId == "vote");
    }

    private static ProcessBuilder Group(string rule, bool sequential = false) => new ProcessBuilder().Start().User("vote").Multi("4", sequential: sequential).Change(a => a with
    {
        Loop = ((MultiInstanceLoopCharacteristics)a.Loop!) with { Extensions = ProcessBuilder.Gov(("rule", rule)) },
        Extensions = Outcomes(("yes", "agree"), ("no", "oppose"), ("pass", "abstain"), ("never", "veto")),
    }).User("after").End();

    private static Extensions Outcomes(params ReadOnlySpan<(string Value, string Vote)> outcomes)
    {
        var elements = new List<ExtensionElement>();
        foreach (var (value, vote) in outcomes)
        {
            elements.Add(new ExtensionElement
            {
                NamespaceUri = Extensions.GovNamespace,
                LocalName = "outcome",
                Attributes = [new ExtensionAttribute("", "value", value), new ExtensionAttribute("", "vote", vote)],
            });
        }

        return new Extensions { Elements = [.. elements] };
    }
}
