using System.Collections.Immutable;
using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;
using Platform.Designer.Deciding;
using Platform.Designer.Deciding.Boxes;
using Platform.Designer.Tables;

namespace Platform.Designer.Tests.Deciding;

/// <summary>Boxes at any depth are read and written in place.</summary>
public sealed class BoxTreeTests
{
    private const string File = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:v="urn:vendor" name="m" namespace="m">
          <inputData id="i" name="level"><variable name="level" typeRef="string"/></inputData>
          <decision id="d" name="时限">
            <informationRequirement id="r"><requiredInput href="#i"/></informationRequirement>
            <context v:colour="red">
              <contextEntry id="e1"><variable name="天数" typeRef="number"/>
                <conditional id="c"><if><literalExpression><text>level = "急"</text></literalExpression></if>
                  <then><decisionTable hitPolicy="FIRST" v:kept="yes"><input><inputExpression typeRef="string"><text>level</text></inputExpression></input><output typeRef="number"/>
                    <rule id="one"><inputEntry><text>"急"</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
                    <rule id="two"><inputEntry><text>-</text></inputEntry><outputEntry><text>2</text></outputEntry></rule></decisionTable></then>
                  <else><list><literalExpression><text>1</text></literalExpression><literalExpression><text>2</text></literalExpression></list></else></conditional>
              </contextEntry>
              <contextEntry><for iteratorVariable="x"><in><list><literalExpression><text>天数</text></literalExpression></list></in><return><filter><in><literalExpression><text>[x]</text></literalExpression></in><match><literalExpression><text>item &gt; 0</text></literalExpression></match></filter></return></for></contextEntry>
            </context>
          </decision>
          <businessKnowledgeModel id="b" name="折算"><variable name="折算"/><encapsulatedLogic><formalParameter name="x"/><invocation><literalExpression><text>abs</text></literalExpression><binding><parameter name="n"/><literalExpression><text>x</text></literalExpression></binding></invocation></encapsulatedLogic></businessKnowledgeModel>
        </definitions>
        """;

    private static readonly ImmutableArray<int> TablePlace = [0, 1];

    [Fact]
    public void A_table_deep_inside_is_edited_where_it_stands_and_nothing_else_changes()
    {
        var session = Session();
        var seat = new TableSeat(session, TablePlace);
        var desk = new TableDesk(seat) { Review = TableReview.Of(session.Current, seat.Table) };

        desk.Commit(0, 1, "3").IsValid.ShouldBeTrue();

        var (before, after) = (DmnWriter.Write(Session().Current).Split('\n'), DmnWriter.Write(session.Current).Split('\n'));
        before.Zip(after).Where(line => line.First != line.Second).Select(line => line.Second.Trim()).ShouldHaveSingleItem().ShouldBe("<text>3</text>");
        seat.Table.Rules.Select(rule => rule.Outputs[0].Text).ShouldBe(["3", "2"]);
        session.Undo();
        seat.Table.Rules.Select(rule => rule.Outputs[0].Text).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void A_table_without_an_id_is_looked_through_like_any_other()
    {
        var session = Session();
        var seat = new TableSeat(session, TablePlace);
        seat.Change(seat.Table.WithCells([(new CellPlace(0, 0), "-")]));

        var review = TableReview.Of(session.Current, seat.Table);

        review.Columns[0].Shape.Values.ShouldBe(Platform.Decisions.Analysis.ColumnValues.Text);
        review.Findings.ShouldHaveSingleItem().Kind.ShouldBe(Platform.Decisions.Analysis.TableFindingKind.Masked);
    }

    [Fact]
    public void Every_box_can_be_put_back_at_its_place()
    {
        foreach (var element in Session().Current.Elements)
        {
            var logic = element switch { Decision decision => decision.Logic, BusinessKnowledgeModel function => function.Logic, _ => null };
            foreach (var place in Places(logic, []))
            {
                var box = BoxTree.At(logic, place);

                BoxTree.At(BoxTree.With(logic, place, new LiteralExpression { Text = "别的" }), place).ShouldBe(new LiteralExpression { Text = "别的" });
                var again = BoxTree.With(logic, place, box);
                BoxTree.All(again).Count().ShouldBe(BoxTree.All(logic).Count());
                BoxTree.At(again, place).ShouldBeSameAs(box);
            }
        }
    }

    [Fact]
    public void A_place_that_is_gone_changes_nothing()
    {
        var logic = Session().Logic;

        BoxTree.At(logic, [7, 1]).ShouldBeNull();
        BoxTree.With(logic, [7, 1], new LiteralExpression()).ShouldBeSameAs(logic);
        new TableSeat(Session(), [7]).IsTable.ShouldBeFalse();
    }

    [Theory]
    [InlineData(LogicForm.Table)]
    [InlineData(LogicForm.Steps)]
    [InlineData(LogicForm.Choice)]
    [InlineData(LogicForm.List)]
    [InlineData(LogicForm.Relation)]
    [InlineData(LogicForm.Iteration)]
    [InlineData(LogicForm.Filter)]
    [InlineData(LogicForm.Call)]
    [InlineData(LogicForm.Function)]
    public async Task A_box_inside_is_written_another_way_with_what_it_said(LogicForm form)
    {
        var session = Session();
        ImmutableArray<int> place = [0, 2, 0];
        var desk = new BoxDesk { Session = session, Aids = TableAids.None, Headings = ("条件", "结论", "依据"), Changed = () => Task.CompletedTask, Judged = (_, _) => { } };

        await desk.RewriteAsync(place, form);

        LogicForms.Of(desk.At(place)).ShouldBe(form);
        DmnReader.Read(DmnWriter.Write(session.Current)).Model.ShouldNotBeNull();
        await desk.RewriteAsync(place, LogicForm.Expression);
        desk.At(place).ShouldBeOfType<LiteralExpression>().Text.ShouldBe("1");
    }

    [Fact]
    public async Task Every_new_table_of_a_file_has_an_id_of_its_own()
    {
        var session = Session();
        var desk = new BoxDesk { Session = session, Aids = TableAids.None, Headings = ("条件", "结论", "依据"), Changed = () => Task.CompletedTask, Judged = (_, _) => { } };

        await desk.RewriteAsync([0, 2, 0], LogicForm.Table);
        await desk.RewriteAsync([0, 2, 1], LogicForm.Table);

        BoxTree.All(session.Logic).OfType<DecisionTable>().Select(table => table.Id).OfType<string>().Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void A_new_function_can_be_called_and_the_call_is_required()
    {
        var session = Session();
        session.Add("f", "减半", new FunctionDefinition { Parameters = [new InformationItem { Name = "n" }], Body = new LiteralExpression { Text = "n / 2" } });
        session.Element.ShouldBeOfType<BusinessKnowledgeModel>();
        session.ShowPart("d");

        session.Change(new LiteralExpression { Text = "减半(8)" });

        session.Decision.KnowledgeRequirements.ShouldHaveSingleItem().Href.ShouldBe("#f");
        CompiledDecisions.Compile(session.Current).Decisions.EvaluateDecision("d", Platform.Decisions.Feel.FeelContext.Empty).Value.ToString().ShouldBe("4");
    }

    private static IEnumerable<ImmutableArray<int>> Places(BoxedExpression? box, ImmutableArray<int> place) =>
        BoxTree.Children(box).SelectMany((child, i) => Places(child, place.Add(i))).Prepend(place);

    private static DecisionSession Session() => new(DmnReader.Read(File).Model.ShouldNotBeNull(), "d");
}
