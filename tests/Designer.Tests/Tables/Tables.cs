using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;
using Platform.Designer.Deciding;
using Platform.Designer.Tables;

namespace Platform.Designer.Tests.Tables;

/// <summary>A table of dispatch to work on, with what other programs added around it.</summary>
internal static class Tables
{
    internal const string Dispatch = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:v="urn:vendor" name="m" namespace="m">
          <itemDefinition name="层级"><typeRef>string</typeRef><allowedValues><text>"县", "镇", "村"</text></allowedValues></itemDefinition>
          <inputData id="i1" name="level"><variable name="level" typeRef="层级"/></inputData>
          <inputData id="i2" name="people"><variable name="people" typeRef="number"/></inputData>
          <decision id="d" name="派单" v:owner="甲">
            <variable name="派单" typeRef="string"/>
            <informationRequirement id="r1"><requiredInput href="#i1"/></informationRequirement>
            <informationRequirement id="r2"><requiredInput href="#i2"/></informationRequirement>
            <decisionTable id="t" hitPolicy="UNIQUE">
              <input id="c1" label="层级"><inputExpression id="e1"><text>level</text></inputExpression></input>
              <input id="c2" label="人数"><inputExpression id="e2" typeRef="number"><text>people</text></inputExpression></input>
              <output id="c3" label="派给" typeRef="string"/>
              <annotation name="依据"/>
              <rule id="u1"><inputEntry id="x1"><text>"县"</text></inputEntry><inputEntry><text>&gt;= 5</text></inputEntry>
                <outputEntry v:colour="red"><text>"信访局"</text></outputEntry><annotationEntry><text>《条例》第二十三条</text></annotationEntry></rule>
              <rule id="u2"><inputEntry><text>"县"</text></inputEntry><inputEntry><text>&lt; 5</text></inputEntry>
                <outputEntry><text>"住建局"</text></outputEntry><annotationEntry><text/></annotationEntry></rule>
              <rule id="u3"><inputEntry><text>"镇"</text></inputEntry><inputEntry><text>-</text></inputEntry>
                <outputEntry><text>"综治中心"</text></outputEntry></rule>
            </decisionTable>
          </decision>
          <DMNDI xmlns="https://www.omg.org/spec/DMN/20230324/DMNDI/"><DMNDiagram><DMNShape dmnElementRef="d"/></DMNDiagram></DMNDI>
        </definitions>
        """;

    internal static DecisionSession Session() => new(Model(), "d");

    internal static DecisionModel Model(string xml = Dispatch) => DmnReader.Read(xml).Model.ShouldNotBeNull();

    internal static TableReview Review(this DecisionSession session) => TableReview.Of(session.Current, session.Table);

    /// <summary>The cells as text: one line a rule.</summary>
    internal static string Grid(this DecisionTable table) => string.Join(
        '\n', Enumerable.Range(0, table.Rules.Count).Select(r => string.Join(" | ", Enumerable.Range(0, table.ColumnCount()).Select(c => table.CellText(r, c)))));
}
