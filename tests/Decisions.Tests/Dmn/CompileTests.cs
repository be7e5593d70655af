using FsCheck;
using FsCheck.Fluent;
using Platform.Decisions.Analysis;
using Platform.Decisions.Dmn;
using Platform.Decisions.Feel;
using static Platform.Decisions.Tests.Dmn.Models;

namespace Platform.Decisions.Tests.Dmn;

public sealed class CompileTests
{
    [Theory]
    [InlineData("<decision name=\"d\"><literalExpression><text>1 +</text></literalExpression></decision>", "dmn.bad-expression")]
    [InlineData("<decision name=\"d\"><informationRequirement><requiredInput href=\"#no\"/></informationRequirement></decision>", "dmn.unknown-reference")]
    [InlineData("<decision name=\"d\"><variable name=\"d\" typeRef=\"tNone\"/></decision>", "dmn.unknown-type")]
    [InlineData("<import name=\"i\" namespace=\"urn:none\" importType=\"\"/>", "dmn.import-missing")]
    [InlineData("<decision id=\"d\" name=\"d\"><informationRequirement><requiredDecision href=\"#d\"/></informationRequirement></decision>", "dmn.cycle")]
    [InlineData("<decision name=\"d\"><literalExpression expressionLanguage=\"js\"><text>1</text></literalExpression></decision>", "dmn.not-feel")]
    public void Faults_are_reported_when_compiling(string content, string code)
    {
        var result = Try(content);

        result.IsValid.ShouldBeFalse();
        var issue = result.Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(code);
        issue.Line.ShouldBeGreaterThan(0);
        result.Decisions.EvaluateDecision("d", FeelContext.Empty).Value.ShouldBe(FeelValue.Null);
    }

    [Fact]
    public void Decisions_that_need_each_other_say_so_when_evaluated()
    {
        var result = Try("""
            <decision id="a" name="a"><informationRequirement><requiredDecision href="#b"/></informationRequirement><literalExpression><text>b</text></literalExpression></decision>
            <decision id="b" name="b"><informationRequirement><requiredDecision href="#a"/></informationRequirement><literalExpression><text>a</text></literalExpression></decision>
            """);

        result.Issues.ShouldHaveSingleItem().Code.ShouldBe("dmn.cycle");
        result.Decisions.EvaluateDecision("b", FeelContext.Empty).Warnings.ShouldContain(w => w.Code == "dmn.cycle");
    }

    [Fact]
    public void A_chain_of_thousands_of_decisions_exhausts_no_stack()
    {
        var chain = string.Concat(Enumerable.Range(1, 20_000).Select(i =>
            $"<decision id=\"d{i}\" name=\"d{i}\"><informationRequirement><requiredDecision href=\"#d{i - 1}\"/></informationRequirement><literalExpression><text>d{i - 1} + 1</text></literalExpression></decision>"));
        var result = Try("<decision id=\"d0\" name=\"d0\"><literalExpression><text>0</text></literalExpression></decision>" + chain);

        result.Decisions.EvaluateDecision("d100", FeelContext.Empty).Value.ShouldBe(FeelValue.Of(100L));
        result.Decisions.EvaluateDecision("d20000", FeelContext.Empty).Value.ShouldBe(FeelValue.Of(20_000L));
    }

    [Fact]
    public void Imported_types_inputs_decisions_and_functions_are_reached_by_their_prefix()
    {
        var library = Model(
            """
            <itemDefinition name="tAge"><typeRef>number</typeRef><allowedValues><text>[0..150]</text></allowedValues></itemDefinition>
            <inputData id="i" name="their age"><variable name="their age" typeRef="tAge"/></inputData>
            <decision id="d" name="is grown up"><informationRequirement><requiredInput href="#i"/></informationRequirement><literalExpression><text>their age >= 18</text></literalExpression></decision>
            <businessKnowledgeModel id="b" name="greet"><encapsulatedLogic><formalParameter name="n" typeRef="string"/><literalExpression><text>"你好，" + n</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
            """,
            "urn:library");
        var result = Try(
            """
            <import name="the library" namespace="urn:library" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
            <inputData id="own" name="age"><variable name="age" typeRef="the library.tAge"/></inputData>
            <decision id="m" name="main">
              <informationRequirement><requiredDecision href="urn:library#d"/></informationRequirement>
              <informationRequirement><requiredInput href="#own"/></informationRequirement>
              <knowledgeRequirement><requiredKnowledge href="urn:library#b"/></knowledgeRequirement>
              <literalExpression><text>[the library.is grown up, the library.greet("甲"), age]</text></literalExpression></decision>
            """,
            ns => ns == "urn:library" ? library : null);

        result.Issues.ShouldBeEmpty();
        var inputs = (FeelContext)Evaluated("{age: 200, the library: {their age: 20}}");
        result.Decisions.EvaluateDecision("main", inputs).Value.ToString().ShouldBe("[true, \"你好，甲\", null]");
        result.Decisions.EvaluateDecision("the library.is grown up", inputs).Value.ShouldBe(FeelBoolean.True);
        result.Decisions.Inputs.Select(i => string.Join('/', i.Path)).ShouldBe(["age", "the library/their age"]);
    }

    [Fact]
    public void An_import_without_a_name_adds_to_the_models_own_names()
    {
        var library = Model("<inputData id=\"i\" name=\"x\"/><businessKnowledgeModel id=\"b\" name=\"twice\"><encapsulatedLogic><formalParameter name=\"n\"/><literalExpression><text>n * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>", "urn:library");
        var result = Try(
            """
            <import name="" namespace="urn:library" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
            <decision name="d"><informationRequirement><requiredInput href="urn:library#i"/></informationRequirement><knowledgeRequirement><requiredKnowledge href="urn:library#b"/></knowledgeRequirement>
            <literalExpression><text>twice(x)</text></literalExpression></decision>
            """,
            _ => library);

        result.Issues.ShouldBeEmpty();
        result.Decisions.EvaluateDecision("d", Inputs(("x", FeelValue.Of(4L)))).Value.ShouldBe(FeelValue.Of(8L));
    }

    [Fact]
    public void A_model_imported_by_two_ways_takes_its_inputs_from_both()
    {
        const string Dmn = "https://www.omg.org/spec/DMN/20230324/MODEL/";
        var inner = Model("<inputData id=\"i\" name=\"name\"/><decision id=\"d\" name=\"greeting\"><informationRequirement><requiredInput href=\"#i\"/></informationRequirement><literalExpression><text>\"hello \" + name</text></literalExpression></decision>", "urn:a");
        var first = Model($"<import name=\"a\" namespace=\"urn:a\" importType=\"{Dmn}\"/><decision id=\"d\" name=\"greet\"><informationRequirement><requiredDecision href=\"urn:a#d\"/></informationRequirement><literalExpression><text>a.greeting</text></literalExpression></decision>", "urn:b");
        var second = Model($"<import name=\"a\" namespace=\"urn:a\" importType=\"{Dmn}\"/><decision id=\"d\" name=\"greet\"><informationRequirement><requiredDecision href=\"urn:a#d\"/></informationRequirement><literalExpression><text>a.greeting</text></literalExpression></decision>", "urn:c");
        var result = Try(
            $"""
            <import name="b" namespace="urn:b" importType="{Dmn}"/><import name="c" namespace="urn:c" importType="{Dmn}"/>
            <decision name="main"><informationRequirement><requiredDecision href="urn:b#d"/></informationRequirement><informationRequirement><requiredDecision href="urn:c#d"/></informationRequirement>
            <literalExpression><text>b.greet + ", " + c.greet</text></literalExpression></decision>
            """,
            ns => ns switch { "urn:a" => inner, "urn:b" => first, "urn:c" => second, _ => null });

        var inputs = (FeelContext)Evaluated("{b: {a: {name: \"x\"}}, c: {a: {name: \"y\"}}}");
        result.Decisions.EvaluateDecision("main", inputs).Value.ShouldBe(FeelValue.Of("hello x, hello y"));
    }

    [Fact]
    public void A_table_of_another_tool_without_input_data_reads_the_variables_that_are_supplied()
    {
        var decisions = Of("""
            <decision id="d" name="d"><decisionTable hitPolicy="FIRST">
              <input label="金额"><inputExpression typeRef="integer"><text>amount</text></inputExpression></input><output name="level" typeRef="string"/>
              <rule><inputEntry><text>&gt; 100</text></inputEntry><outputEntry><text>"重大"</text></outputEntry></rule>
              <rule><inputEntry><text></text></inputEntry><outputEntry><text>"一般"</text></outputEntry></rule>
            </decisionTable></decision>
            """);

        decisions.EvaluateDecision("d", Inputs(("amount", FeelValue.Of(200L)))).Value.ShouldBe(FeelValue.Of("重大"));
        decisions.EvaluateDecision("d", Inputs(("amount", FeelValue.Of(2L)))).Value.ShouldBe(FeelValue.Of("一般"));
    }

    [Fact]
    public void Models_that_import_each_other_are_refused()
    {
        const string Import = "<import name=\"o\" namespace=\"urn:test\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>";
        var result = Try(Import.Replace("urn:test", "urn:other", StringComparison.Ordinal), _ => Model(Import, "urn:other"));

        result.Issues.ShouldHaveSingleItem().Code.ShouldBe("dmn.import-cycle");
    }

    [Fact]
    public void Parts_with_signs_in_their_names_are_read_after_a_dot_without_a_type()
    {
        var decisions = Of("""
            <decision id="t" name="t"><decisionTable><input><inputExpression><text>1</text></inputExpression></input><output name="Yes/No"/><output name="terms and conditions"/>
              <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry><outputEntry><text>2</text></outputEntry></rule></decisionTable></decision>
            <decision id="c" name="c"><context><contextEntry><variable name="a-b"/><relation><column name="x+y"/><row><literalExpression><text>3</text></literalExpression></row></relation></contextEntry></context></decision>
            <decision name="d"><informationRequirement><requiredDecision href="#t"/></informationRequirement><informationRequirement><requiredDecision href="#c"/></informationRequirement>
              <literalExpression><text>[t.Yes/No, t.terms and conditions, c.a-b[1].x+y]</text></literalExpression></decision>
            """);

        decisions.EvaluateDecision("d", FeelContext.Empty).Value.ToString().ShouldBe("[1, 2, 3]");
    }

    [Fact]
    public async Task One_compiled_model_serves_many_threads_at_once()
    {
        var decisions = Fixture("BoxedExpressionTests.boxes.dmn");

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => Enumerable.Range(0, 50)
            .All(k => decisions.EvaluateDecision("factorial", Inputs(("x", FeelValue.Of(k % 10L)))).Value.ToString() == Factorial(k % 10)))));

        answers.ShouldAllBe(isRight => isRight);

        static string Factorial(int n) => Enumerable.Range(1, n).Aggregate(1L, (p, i) => p * i).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Services_take_inputs_before_decisions_and_never_evaluate_what_they_are_given()
    {
        var decisions = Of("""
            <inputData id="i" name="i"><variable name="i" typeRef="number"/></inputData>
            <decision id="given" name="given"><literalExpression><text>100</text></literalExpression></decision>
            <decision id="out1" name="out1"><informationRequirement><requiredInput href="#i"/></informationRequirement><informationRequirement><requiredDecision href="#given"/></informationRequirement><literalExpression><text>i - given</text></literalExpression></decision>
            <decision id="out2" name="out2"><literalExpression><text>"z"</text></literalExpression></decision>
            <decisionService id="s" name="s"><outputDecision href="#out1"/><outputDecision href="#out2"/><inputDecision href="#given"/><inputData href="#i"/></decisionService>
            <decision id="caller" name="caller"><knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement><literalExpression><text>[s(10, 1), s(given: 2, i: 10), s("x", 1)]</text></literalExpression></decision>
            """);

        decisions.EvaluateDecision("caller", FeelContext.Empty).Value.ToString()
            .ShouldBe("[{out1: 9, out2: \"z\"}, {out1: 8, out2: \"z\"}, null]");
        decisions.EvaluateService("s", Inputs(("i", FeelValue.Of(5L)), ("given", FeelValue.Of(1L)))).Value.ToString()
            .ShouldBe("{out1: 4, out2: \"z\"}");
        decisions.EvaluateDecision("s", Inputs(("i", FeelValue.Of(5L)), ("given", FeelValue.Of(1L)))).Value.ToString()
            .ShouldBe("{out1: 4, out2: \"z\"}");
    }

    [Fact]
    public void Models_cut_and_mixed_at_random_never_make_anything_throw()
    {
        var sources = new[] { "BoxedExpressionTests.boxes.dmn", "HitPolicyTests.policies.dmn", "DmnReaderTests.every-box.dmn" }
            .Select(f => File.ReadAllText(Fixtures.Path(f))).ToArray();
        var edits = Gen.Elements("", " ", "null", "((((", "[", "-", "9999999999999999999999", "x", "function(a) a(a)", "literal", "..", "\\", "1e6", "?", "好", "<", "&#0;", "]]>");
        var mutated =
            from source in Gen.Elements(sources)
            from places in Gen.ListOf(Gen.Choose(0, source.Length - 1), 3)
            from texts in Gen.ListOf(edits, 3)
            select places.Zip(texts).Aggregate(source, (xml, edit) => InText(xml, edit.First, edit.Second));

        Prop.ForAll(mutated.ToArbitrary(), xml =>
        {
            var read = DmnReader.Read(xml);
            if (read.Model is not { } model)
            {
                return read.Issues.Count > 0;
            }

            var compiled = CompiledDecisions.Compile(model).Decisions;
            var inputs = Inputs(("x", FeelValue.Of(3L)));
            foreach (var decision in model.Decisions)
            {
                compiled.EvaluateDecision(decision.Name, inputs).Trace.Explain().ShouldNotBeNull();
            }

            return TableAnalysis.Of(compiled) is not null && DmnReader.Read(DmnWriter.Write(model)).Model is not null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    // Inserts at the next expression, name or link after a place, so that most results are still XML.
    private static string InText(string xml, int place, string edit)
    {
        var position = new[] { "<text>", "name=\"", "typeRef=\"", "href=\"" }
            .Select(m => (Start: xml.IndexOf(m, Math.Min(place, xml.Length), StringComparison.Ordinal), m.Length))
            .Where(m => m.Start >= 0)
            .OrderBy(m => m.Start)
            .Select(m => m.Start + m.Length)
            .FirstOrDefault(xml.Length);
        return xml.Insert(position, edit);
    }
}
