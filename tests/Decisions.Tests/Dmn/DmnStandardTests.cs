using Platform.Decisions.Feel;
using static Platform.Decisions.Tests.Dmn.Models;

namespace Platform.Decisions.Tests.Dmn;

/// <summary>What DMN 1.5 says in words of decisions, tables and boxes, and the compatibility data at hand does not ask.</summary>
public sealed class DmnStandardTests
{
    [Theory]
    [InlineData("UNIQUE", "", "null")]
    [InlineData("FIRST", "", "{a: \"低\", b: 1}")]
    [InlineData("PRIORITY", "", "{a: \"高\", b: 1}")]
    [InlineData("OUTPUT ORDER", "", "[{a: \"高\", b: 1}, {a: \"高\", b: 2}, {a: \"低\", b: 1}]")]
    [InlineData("RULE ORDER", "", "[{a: \"低\", b: 1}, {a: \"高\", b: 2}, {a: \"高\", b: 1}]")]
    [InlineData("COLLECT", "", "[{a: \"低\", b: 1}, {a: \"高\", b: 2}, {a: \"高\", b: 1}]")]
    public void Several_outputs_under_every_policy(string policy, string aggregation, string expected)
    {
        var decisions = Of($"""
            <decision id="d" name="d"><decisionTable hitPolicy="{policy}" {aggregation}>
              <input><inputExpression><text>1</text></inputExpression></input>
              <output name="a"><outputValues><text>"高", "低"</text></outputValues></output>
              <output name="b"><outputValues><text>1, 2</text></outputValues></output>
              <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>"低"</text></outputEntry><outputEntry><text>1</text></outputEntry></rule>
              <rule><inputEntry><text>1</text></inputEntry><outputEntry><text>"高"</text></outputEntry><outputEntry><text>2</text></outputEntry></rule>
              <rule><inputEntry><text>&gt; 0</text></inputEntry><outputEntry><text>"高"</text></outputEntry><outputEntry><text>1</text></outputEntry></rule>
            </decisionTable></decision>
            """);

        decisions.EvaluateDecision("d", FeelContext.Empty).Value.ShouldBe(Evaluated(expected));
    }

    [Theory]
    [InlineData("SUM", "6")]
    [InlineData("MIN", "1")]
    [InlineData("MAX", "3")]
    [InlineData("COUNT", "3")]
    public void Collected_numbers_are_combined(string aggregation, string expected)
    {
        var rules = string.Concat(Enumerable.Range(1, 3).Select(i =>
            $"<rule><inputEntry><text>-</text></inputEntry><outputEntry><text>{i}</text></outputEntry></rule>"));
        var decisions = Of($"""
            <decision id="d" name="d"><decisionTable hitPolicy="COLLECT" aggregation="{aggregation}">
              <input><inputExpression><text>1</text></inputExpression></input><output/>{rules}</decisionTable></decision>
            """);

        decisions.EvaluateDecision("d", FeelContext.Empty).Value.ShouldBe(Evaluated(expected));
    }

    [Fact]
    public void A_decision_service_is_a_function_of_its_inputs()
    {
        var decisions = Of("""
            <inputData id="i" name="n"><variable name="n" typeRef="number"/></inputData>
            <decision id="twice" name="twice"><informationRequirement><requiredInput href="#i"/></informationRequirement>
              <literalExpression><text>n * 2</text></literalExpression></decision>
            <decisionService id="s" name="double it"><outputDecision href="#twice"/><inputData href="#i"/></decisionService>
            <decision id="main" name="main"><knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement>
              <literalExpression><text>[double it(4), double it(n: 5), (for k in 1..3 return double it(k))]</text></literalExpression></decision>
            """);

        decisions.EvaluateDecision("main", FeelContext.Empty).Value.ShouldBe(Evaluated("[8, 10, [2, 4, 6]]"));
    }

    [Theory]
    [InlineData("<conditional><if><literalExpression><text>x &gt; 1</text></literalExpression></if><then><literalExpression><text>\"多\"</text></literalExpression></then><else><literalExpression><text>\"少\"</text></literalExpression></else></conditional>", "\"多\"")]
    [InlineData("<some iteratorVariable=\"i\"><in><literalExpression><text>[1, x]</text></literalExpression></in><satisfies><literalExpression><text>i = 5</text></literalExpression></satisfies></some>", "true")]
    [InlineData("<every iteratorVariable=\"i\"><in><literalExpression><text>[1, x]</text></literalExpression></in><satisfies><literalExpression><text>i = 5</text></literalExpression></satisfies></every>", "false")]
    [InlineData("<for iteratorVariable=\"i\"><in><literalExpression><text>1..3</text></literalExpression></in><return><literalExpression><text>i * x + count(partial)</text></literalExpression></return></for>", "[5, 11, 17]")]
    [InlineData("<filter><in><literalExpression><text>[{v: 1}, {v: 9}]</text></literalExpression></in><match><literalExpression><text>v &gt; x</text></literalExpression></match></filter>", "[{v: 9}]")]
    [InlineData("<context><contextEntry><variable name=\"a\"/><literalExpression><text>x</text></literalExpression></contextEntry><contextEntry><literalExpression><text>a + 1</text></literalExpression></contextEntry></context>", "6")]
    [InlineData("<list><literalExpression><text>x</text></literalExpression><literalExpression><text>null</text></literalExpression></list>", "[5, null]")]
    [InlineData("<relation><column name=\"k\"/><column name=\"v\"/><row><literalExpression><text>\"a\"</text></literalExpression><literalExpression><text>x</text></literalExpression></row></relation>", "[{k: \"a\", v: 5}]")]
    [InlineData("<invocation><literalExpression><text>abs</text></literalExpression><binding><parameter name=\"n\"/><literalExpression><text>-x</text></literalExpression></binding></invocation>", "5")]
    public void Every_box(string box, string expected) =>
        Of($"<decision id=\"d\" name=\"d\">{box}</decision>").EvaluateDecision("d", Inputs(("x", FeelValue.Of(5L)))).Value.ShouldBe(Evaluated(expected));

    [Fact]
    public void A_type_constraint_looks_at_the_whole_value_and_allowed_values_at_each_item()
    {
        const string Types = """
            <itemDefinition name="两项" isCollection="true"><typeRef>number</typeRef><typeConstraint><text>count(?) = 2</text></typeConstraint></itemDefinition>
            <itemDefinition name="小数目" isCollection="true"><typeRef>number</typeRef><allowedValues><text>&lt; 10</text></allowedValues></itemDefinition>
            """;
        static FeelValue Value(string type, string text) => Of($"""
            {Types}<decision id="d" name="d"><variable name="d" typeRef="{type}"/><literalExpression><text>{text}</text></literalExpression></decision>
            """).EvaluateDecision("d", FeelContext.Empty).Value;

        Value("两项", "[1, 20]").ShouldBe(Evaluated("[1, 20]"));
        Value("两项", "[1]").ShouldBe(FeelValue.Null);
        Value("小数目", "[1, 2, 3]").ShouldBe(Evaluated("[1, 2, 3]"));
        Value("小数目", "[1, 20]").ShouldBe(FeelValue.Null);
    }

    [Fact]
    public void Values_are_brought_to_the_type_of_their_variable()
    {
        static FeelValue Value(string type, string text) => Of($"""
            <decision id="d" name="d"><variable name="d" typeRef="{type}"/><literalExpression><text>{text}</text></literalExpression></decision>
            """).EvaluateDecision("d", FeelContext.Empty).Value;

        Value("number", "[5]").ShouldBe(FeelValue.Of(5L));
        Value("date and time", "@\"2026-01-02\"").ShouldBe(Evaluated("@\"2026-01-02T00:00:00Z\""));
        Value("string", "5").ShouldBe(FeelValue.Null);
    }

    [Fact]
    public void A_decision_without_logic_is_null_and_says_so()
    {
        var result = Of("<decision id=\"d\" name=\"空\"/>").EvaluateDecision("d", FeelContext.Empty);

        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings.ShouldHaveSingleItem().Code.ShouldBe("dmn.no-logic");
    }

    [Fact]
    public void Knowledge_of_an_import_without_prefix_is_seen_by_its_own_name()
    {
        var library = Model("<businessKnowledgeModel id=\"k\" name=\"加一\"><encapsulatedLogic><formalParameter name=\"x\"/><literalExpression><text>x + 1</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>", "urn:library");
        static string Asking(string prefix, string call) => $"""
            <import name="{prefix}" namespace="urn:library" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
            <decision id="d" name="d"><knowledgeRequirement><requiredKnowledge href="urn:library#k"/></knowledgeRequirement>
              <literalExpression><text>{call}</text></literalExpression></decision>
            """;

        Try(Asking("", "加一(1)"), _ => library).Decisions.EvaluateDecision("d", FeelContext.Empty).Value.ShouldBe(FeelValue.Of(2L));
        Try(Asking("库", "库.加一(1)"), _ => library).Decisions.EvaluateDecision("d", FeelContext.Empty).Value.ShouldBe(FeelValue.Of(2L));
    }

    [Fact]
    public void A_table_in_a_knowledge_model_reads_its_parameters()
    {
        var decisions = Of("""
            <businessKnowledgeModel id="k" name="分级"><encapsulatedLogic><formalParameter name="金额" typeRef="number"/>
              <decisionTable><input><inputExpression><text>金额</text></inputExpression></input><output/>
                <rule><inputEntry><text>&lt; 100</text></inputEntry><outputEntry><text>"小"</text></outputEntry></rule>
                <rule><inputEntry><text>&gt;= 100</text></inputEntry><outputEntry><text>"大"</text></outputEntry></rule>
              </decisionTable></encapsulatedLogic></businessKnowledgeModel>
            <decision id="d" name="d"><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>
              <literalExpression><text>[分级(50), 分级(金额: 500)]</text></literalExpression></decision>
            """);

        var result = decisions.EvaluateDecision("d", FeelContext.Empty);

        result.Value.ShouldBe(Evaluated("[\"小\", \"大\"]"));
        result.Trace.Explain().Count.ShouldBe(2);
    }
}
