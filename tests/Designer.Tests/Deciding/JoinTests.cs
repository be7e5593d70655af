using System.Text;
using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;
using Platform.Designer.Deciding;
using Platform.Designer.Editing;

namespace Platform.Designer.Tests.Deciding;

/// <summary>Two people change one file.</summary>
public sealed class JoinTests
{
    private const string Common = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m">
          <decision id="a" name="甲"><literalExpression><text>1</text></literalExpression></decision>
          <decision id="b" name="乙"><literalExpression><text>2</text></literalExpression></decision>
        </definitions>
        """;

    [Fact]
    public async Task Different_decisions_are_joined_and_saved_without_asking()
    {
        var session = Session();
        byte[]? stored = null;
        var work = new DesignWork(session, Host(Theirs("2", "20"), file => stored = file), TimeProvider.System, turn => turn());
        Write(session, "10");

        (await work.SaveAsync()).ShouldBeTrue();

        work.Joined.ShouldBe(["乙"]);
        Encoding.UTF8.GetString(stored.ShouldNotBeNull()).ShouldContain("<text>20</text>");
        Texts(session).ShouldBe(["10", "20"]);
        session.Undo();
        Texts(session).ShouldBe(["10", "2"]);
    }

    [Theory]
    [InlineData(false, "10")]
    [InlineData(true, "11")]
    public async Task The_same_decision_is_left_to_a_person_and_both_states_stay_in_the_history(bool withTheirs, string chosen)
    {
        var session = Session();
        byte[]? stored = null;
        var theirs = Theirs("1", "11");
        var work = new DesignWork(session, Host(theirs, file => stored = file), TimeProvider.System, turn => turn());
        Write(session, "10");

        (await work.SaveAsync()).ShouldBeFalse();
        (work.LastSave.Outcome, stored).ShouldBe((SaveOutcome.Overtaken, null));
        Texts(session).ShouldBe(["10", "2"]);
        await work.ChooseAsync(withTheirs);

        Texts(session)[0].ShouldBe(chosen);
        stored.ShouldNotBeNull();
        List<string?> seen = [];
        while (session.CanUndo)
        {
            session.Undo();
            seen.Add(Texts(session)[0]);
        }

        seen.ShouldBe(["11", "10", "1"]);
    }

    [Fact]
    public void The_same_value_from_a_process_is_added_by_two_people_as_one()
    {
        var (mine, theirs) = (Session(), Session());
        mine.Change(new LiteralExpression { Text = "金额" });
        mine.AddInputs(["金额"]);
        theirs.ShowPart("b");
        theirs.Change(new LiteralExpression { Text = "金额 * 2" });
        theirs.AddInputs(["金额"]);

        mine.Join(new NewestWork(theirs.ToFile(), Encoding.UTF8.GetBytes(Common))).ShouldBe(["乙"]);

        mine.Current.Elements.OfType<InputData>().ShouldHaveSingleItem().Name.ShouldBe("金额");
        CompiledDecisions.Compile(mine.Current).Issues.ShouldBeEmpty();
    }

    private static DecisionSession Session() => new(DmnReader.Read(Common).Model.ShouldNotBeNull(), "a");

    private static byte[] Theirs(string old, string now) => Encoding.UTF8.GetBytes(Common.Replace($"<text>{old}<", $"<text>{now}<", StringComparison.Ordinal));

    private static void Write(DecisionSession session, string text) => session.Change(new LiteralExpression { Text = text });

    private static List<string?> Texts(DecisionSession session) => [.. session.Current.Decisions.Select(d => ((LiteralExpression)d.Logic!).Text)];

    // The first save meets somebody else's; those that know it are kept.
    private static DesignHost Host(byte[] theirs, Action<byte[]> store)
    {
        var knows = false;
        return new DesignHost
        {
            SaveAsync = file =>
            {
                if (knows)
                {
                    store(file);
                }

                return Task.FromResult(knows ? SaveAnswer.Kept : new SaveAnswer(SaveOutcome.Overtaken, "晚了一步"));
            },
            FetchNewestAsync = () =>
            {
                knows = true;
                return Task.FromResult<NewestWork?>(new NewestWork(theirs, Encoding.UTF8.GetBytes(Common)));
            },
            CheckAsync = _ => Task.FromResult<IReadOnlyList<DesignIssue>>([]),
            PublishAsync = _ => Task.FromResult(new PublishAnswer(true, "")),
        };
    }
}
