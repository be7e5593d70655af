using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;

namespace Platform.Decisions.Tests.Dmn;

public sealed class ModelMergeTests
{
    private const string Common = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:v="urn:vendor" name="m" namespace="m">
          <itemDefinition name="tLevel"><typeRef>string</typeRef></itemDefinition>
          <inputData id="i" name="amount" v:colour="red"/>
          <decision id="a" name="甲"><literalExpression><text>1</text></literalExpression></decision>
          <decision id="b" name="乙"><literalExpression><text>2</text></literalExpression></decision>
          <textAnnotation id="note"><text>说明</text></textAnnotation>
        </definitions>
        """;

    [Fact]
    public void Different_decisions_of_one_file_are_brought_together()
    {
        var merged = Merge(Common.Replace("<text>1<", "<text>10<", StringComparison.Ordinal), Common.Replace("<text>2<", "<text>20<", StringComparison.Ordinal));

        merged.Conflicts.ShouldBeEmpty();
        merged.Taken.ShouldBe(["乙"]);
        DmnWriter.Write(merged.Model).ShouldBe(DmnWriter.Write(Read(Common.Replace("<text>1<", "<text>10<", StringComparison.Ordinal).Replace("<text>2<", "<text>20<", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(false, "10")]
    [InlineData(true, "11")]
    public void The_same_decision_changed_twice_is_a_conflict(bool withTheirs, string kept)
    {
        var merged = ModelMerge.Merge(
            Read(Common),
            Read(Common.Replace("<text>1<", "<text>10<", StringComparison.Ordinal)),
            Read(Common.Replace("<text>1<", "<text>11<", StringComparison.Ordinal).Replace("<text>2<", "<text>20<", StringComparison.Ordinal)),
            withTheirs);

        merged.Conflicts.ShouldBe(["甲"]);
        merged.Taken.ShouldBe(["乙"]);
        merged.Model.Decisions.Select(d => ((LiteralExpression)d.Logic!).Text).ShouldBe([kept, "20"]);
    }

    [Fact]
    public void The_same_change_made_twice_is_no_conflict()
    {
        var changed = Common.Replace("<text>1<", "<text>10<", StringComparison.Ordinal);

        var merged = Merge(changed, changed);

        (merged.Conflicts.Length, merged.Taken.Length).ShouldBe((0, 0));
    }

    [Fact]
    public void What_one_adds_or_removes_comes_and_goes()
    {
        var mine = Common.Replace("</definitions>", "<decision id=\"c\" name=\"丙\"/></definitions>", StringComparison.Ordinal);
        var theirs = Common.Replace("<inputData id=\"i\" name=\"amount\" v:colour=\"red\"/>", "<decision id=\"d\" name=\"丁\"/>", StringComparison.Ordinal)
            .Replace("<typeRef>string</typeRef>", "<typeRef>number</typeRef>", StringComparison.Ordinal);

        var merged = Merge(mine, theirs);

        merged.Conflicts.ShouldBeEmpty();
        merged.Model.Elements.Select(e => e.Name).ShouldBe(["甲", "乙", "丙", "丁"]);
        merged.Model.ItemDefinitions.ShouldHaveSingleItem().TypeRef.ShouldBe("number");
        merged.Model.Artifacts.Count.ShouldBe(1);
    }

    [Fact]
    public void What_one_changes_and_the_other_removes_is_a_conflict()
    {
        var without = Common.Replace("<decision id=\"b\" name=\"乙\"><literalExpression><text>2</text></literalExpression></decision>", "", StringComparison.Ordinal);

        var merged = Merge(without, Common.Replace("<text>2<", "<text>20<", StringComparison.Ordinal));

        merged.Conflicts.ShouldBe(["乙"]);
        merged.Model.Decisions.Count().ShouldBe(1);
    }

    private static MergedModel Merge(string mine, string theirs) => ModelMerge.Merge(Read(Common), Read(mine), Read(theirs), withTheirs: false);

    private static DecisionModel Read(string xml) => DmnReader.Read(xml).Model.ShouldNotBeNull();
}
