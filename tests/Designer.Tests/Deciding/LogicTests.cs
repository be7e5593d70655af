using System.Text;
using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;
using Platform.Designer.Deciding;
using Platform.Designer.Tables;

namespace Platform.Designer.Tests.Deciding;

public sealed class LogicTests
{
    private const string File = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:v="urn:vendor" name="m" namespace="m">
          <inputData id="i" name="amount"><variable name="amount" typeRef="number"/></inputData>
          <inputData id="j" name="people"><variable name="people" typeRef="number"/></inputData>
          <decision id="d" name="补助" v:owner="甲">
            <informationRequirement id="r"><requiredInput href="#i"/></informationRequirement>
            <context v:colour="red">
              <contextEntry id="e1"><variable name="基数" typeRef="number"/><literalExpression><text>amount * 0.5</text></literalExpression></contextEntry>
              <contextEntry><conditional><if><literalExpression><text>基数 > 100</text></literalExpression></if><then><literalExpression><text>100</text></literalExpression></then><else><literalExpression><text>基数</text></literalExpression></else></conditional></contextEntry>
            </context>
          </decision>
          <decision id="total" name="合计"><literalExpression><text>1</text></literalExpression></decision>
          <businessKnowledgeModel id="b" name="折算"><encapsulatedLogic><formalParameter name="x"/><literalExpression><text>x * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
          <DMNDI xmlns="https://www.omg.org/spec/DMN/20230324/DMNDI/"><DMNDiagram><DMNShape dmnElementRef="d"/></DMNDiagram></DMNDI>
        </definitions>
        """;

    [Fact]
    public void The_outline_names_every_decision_and_function_and_what_it_needs()
    {
        var outline = DecisionOutline.Of(Model());

        outline.Parts.Select(part => (part.Name, part.Form, Needs: string.Join('、', part.Needs))).ShouldBe([("补助", LogicForm.Steps, "amount"), ("合计", LogicForm.Expression, ""), ("折算", LogicForm.Function, "")]);
        outline.Inputs.ShouldBe(["amount", "people"]);
    }

    [Fact]
    public void Editing_one_part_leaves_everything_else_as_it_was()
    {
        var session = new DecisionSession(Model(), "d");
        session.ShowPart("total");
        session.Change(((LiteralExpression)session.Logic!) with { Text = "2" });

        var written = Encoding.UTF8.GetString(session.ToFile());

        written.ShouldBe(DmnWriter.Write(Model()).Replace("<text>1</text>", "<text>2</text>", StringComparison.Ordinal));
    }

    [Fact]
    public void What_an_expression_reads_becomes_a_requirement_and_is_decided_then()
    {
        var session = new DecisionSession(Model(), "d");
        session.ShowPart("total");
        var decision = session.Decision;

        session.Change(LogicReferences.Complete(decision with { Logic = new LiteralExpression { Text = "补助 + 折算(people)" } }, session.Current));

        session.Decision.InformationRequirements.Select(need => need.Href).ShouldBe(["#j", "#d"]);
        session.Decision.KnowledgeRequirements.Select(need => need.Href).ShouldBe(["#b"]);
        var result = CompiledDecisions.Compile(session.Current).Decisions.EvaluateDecision("total", new Platform.Decisions.Feel.FeelContext(
            [KeyValuePair.Create("amount", (Platform.Decisions.Feel.FeelValue)Platform.Decisions.Feel.FeelValue.Of(80m)), KeyValuePair.Create("people", (Platform.Decisions.Feel.FeelValue)Platform.Decisions.Feel.FeelValue.Of(3m))]));
        result.Value.ToString().ShouldBe("46");
    }

    [Fact]
    public void No_circle_of_decisions_comes_about()
    {
        var model = Model();
        var total = LogicReferences.Complete((Decision)model.Elements.Single(e => e.Id == "total") with { Logic = new LiteralExpression { Text = "补助" } }, model);
        model = model with { Elements = [.. model.Elements.Select(e => e.Id == "total" ? total : e)] };
        var grant = (Decision)model.Elements.Single(e => e.Id == "d");

        LogicReferences.Complete(grant with { Logic = new LiteralExpression { Text = "合计 + 1" } }, model).InformationRequirements.Select(need => need.Href).ShouldBe(["#i"]);
    }

    [Theory]
    [InlineData("for x in list return x + y", "list y")]
    [InlineData("{a: b, c: a + d}.c", "b d")]
    [InlineData("some e in 名单 satisfies e.年龄 > 限", "名单 限")]
    public void Only_names_from_outside_are_read(string text, string names) =>
        LogicReferences.Of(new LiteralExpression { Text = text }, []).ShouldBe(names.Split(' '), ignoreOrder: true);

    [Fact]
    public void Steps_see_the_steps_above_them()
    {
        var steps = (ContextExpression)((Decision)Model().Elements.Single(e => e.Id == "d")).Logic!;

        LogicReferences.Of(steps, []).ShouldBe(["amount"]);
    }

    [Theory]
    [InlineData(LogicForm.Steps)]
    [InlineData(LogicForm.List)]
    [InlineData(LogicForm.Choice)]
    [InlineData(LogicForm.Relation)]
    [InlineData(LogicForm.Iteration)]
    [InlineData(LogicForm.Filter)]
    [InlineData(LogicForm.Call)]
    [InlineData(LogicForm.Function)]
    [InlineData(LogicForm.Table)]
    public void Written_another_way_and_back_the_expression_is_kept(LogicForm form)
    {
        var literal = new LiteralExpression { Text = "amount * 2" };

        var other = LogicForms.Written(literal, form, NewTable);

        LogicForms.Of(other).ShouldBe(form);
        LogicForms.Written(other, LogicForm.Expression, NewTable).ShouldBe(literal);
    }

    [Fact]
    public void Every_kind_of_box_has_a_name()
    {
        foreach (var kind in typeof(BoxedExpression).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(BoxedExpression))))
        {
            LogicForms.Of((BoxedExpression)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(kind)).ShouldBeOneOf(Enum.GetValues<LogicForm>());
        }
    }

    [Fact]
    public void What_nobody_knows_comes_from_the_process_that_asks()
    {
        var session = new DecisionSession(DecisionSession.NewModel("n", "运费", new LiteralExpression { Text = "weight * price" }), "n");

        session.AddInputs(["weight", "price"]);

        session.Current.Elements.OfType<InputData>().Select(input => input.Name).ShouldBe(["weight", "price"]);
        session.Decision.InformationRequirements.Count.ShouldBe(2);
        CompiledDecisions.Compile(session.Current).Issues.ShouldBeEmpty();
        LogicTrial.Inputs(session.Decision, session.Current, TableAids.None).Select(input => input.Name).ShouldBe(["weight", "price"]);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", true, "DTD")]
    [InlineData("no file", true, "XML")]
    [InlineData("<a/>", true, "DMN")]
    [InlineData("<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"x\" namespace=\"x\"/>", false, "")]
    [InlineData("<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"x\" namespace=\"x\"><decision id=\"a\" name=\"甲\"><literalExpression><text>1</text></literalExpression></decision><decision id=\"b\" name=\"乙\"><literalExpression><text>1</text></literalExpression></decision></definitions>", false, "甲、乙")]
    public void A_file_that_is_not_taken_says_why_and_changes_nothing(string file, bool isUnreadable, string detail)
    {
        var session = new DecisionSession(Model(), "d");

        var refusal = session.Import(Encoding.UTF8.GetBytes(file)).ShouldNotBeNull();

        refusal.IsUnreadable.ShouldBe(isUnreadable);
        refusal.Detail.ShouldContain(detail);
        session.CanUndo.ShouldBeFalse();
    }

    [Fact]
    public void A_part_that_undo_takes_away_gives_way_to_the_decision_of_the_file()
    {
        var session = new DecisionSession(Model(), "d");
        session.Add("new", "新决策", new LiteralExpression());
        session.Element.Name.ShouldBe("新决策");

        session.Undo();

        session.Element.Name.ShouldBe("补助");
    }

    private static DecisionTable NewTable() => DecisionSession.NewTable("t", "条件", "结论", "依据");

    private static DecisionModel Model() => DmnReader.Read(File).Model.ShouldNotBeNull();
}
