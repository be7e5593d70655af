using System.Text;
using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;

namespace Platform.Decisions.Tests.Dmn;

public sealed class DmnReaderTests
{
    private const string Model = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    [Fact]
    public void Document_type_declarations_are_refused_with_their_line()
    {
        var result = DmnReader.Read("<?xml version=\"1.0\"?>\n<!DOCTYPE d [<!ENTITY a \"b\">]><definitions/>");

        result.Model.ShouldBeNull();
        result.Issues.ShouldHaveSingleItem().Code.ShouldBe("dmn.dtd-refused");
        result.Issues[0].Line.ShouldBe(2);
    }

    [Fact]
    public void Nesting_deeper_than_allowed_is_refused_before_anything_is_built()
    {
        var xml = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));

        var result = DmnReader.Read(xml);

        result.Model.ShouldBeNull();
        result.Issues.ShouldHaveSingleItem().Code.ShouldBe("dmn.too-deep");
    }

    [Theory]
    [InlineData("", "dmn.not-xml")]
    [InlineData("<a", "dmn.not-xml")]
    [InlineData("<a/>", "dmn.not-dmn")]
    [InlineData("no xml at all", "dmn.not-xml")]
    public void Anything_but_a_model_gives_one_clear_issue(string text, string code)
    {
        var result = DmnReader.Read(text);

        result.Model.ShouldBeNull();
        result.Issues.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void Files_larger_than_allowed_are_refused_without_reading_on()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(new string('x', 5000)));

        var result = DmnReader.Read(stream, new DmnReadOptions { MaxCharacters = 1000 });

        result.Issues.ShouldHaveSingleItem().Code.ShouldBe("dmn.too-large");
    }

    [Fact]
    public void Faults_of_a_model_are_named_with_line_and_element()
    {
        var result = DmnReader.Read($"""
            <definitions xmlns="{Model}" name="m" namespace="n">
              <decision id="d1" name="d">
                <decisionTable id="t1" hitPolicy="BEST">
                  <input><inputExpression><text>x</text></inputExpression></input>
                  <output/>
                  <rule id="r1"><outputEntry><text>1</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """);

        result.Model.ShouldBeNull();
        result.Issues.Select(i => (i.Code, i.Line, i.ElementId)).ShouldBe(
            [("dmn.unknown-hit-policy", 3, "t1"), ("dmn.rule-shape", 6, "r1")], ignoreOrder: true);
        result.Issues.ShouldAllBe(i => i.Chinese.Length > 0 && i.English.Length > 0);
    }

    [Theory]
    [InlineData("http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/FEEL/20140401")]
    [InlineData("http://www.omg.org/spec/DMN/20180521/MODEL/", "http://www.omg.org/spec/DMN/20180521/FEEL/")]
    [InlineData("https://www.omg.org/spec/DMN/20191111/MODEL/", "https://www.omg.org/spec/DMN/20191111/FEEL/")]
    [InlineData("https://www.omg.org/spec/DMN/20211108/MODEL/", "https://www.omg.org/spec/DMN/20211108/FEEL/")]
    public void Older_versions_read_as_the_present_one(string model, string feel)
    {
        var result = DmnReader.Read($"""
            <d:definitions xmlns:d="{model}" xmlns:feel="{feel}" xmlns:other="urn:other" name="m" namespace="n">
              <d:import name="o" namespace="urn:other" importType="{model}"/>
              <d:inputData id="i" name="x"><d:variable name="x" typeRef="feel:number"/></d:inputData>
              <d:inputData id="j" name="y"><d:variable name="y" typeRef="other:tPerson"/></d:inputData>
            </d:definitions>
            """);

        result.Issues.ShouldBeEmpty();
        result.Model!.Elements.Select(e => e.Variable!.TypeRef).ShouldBe(["number", "o.tPerson"]);
        result.Model.Imports[0].ImportType.ShouldBe(Model);
    }

    [Fact]
    public void Content_of_other_vocabularies_survives_reading_and_writing()
    {
        var xml = $"""
            <definitions xmlns="{Model}" xmlns:v="urn:vendor" xmlns:inc="urn:inc" name="m" namespace="n" v:colour="red">
              <extensionElements><v:a b="1"><v:c>文字 &amp; more</v:c></v:a></extensionElements>
              <decision id="d" name="d" v:owner="甲">
                <question>哪个部门？</question>
                <variable name="d" typeRef="string"/>
                <authorityRequirement id="ar"><requiredAuthority href="#k"/></authorityRequirement>
                <usingProcess href="urn:p"/>
                <literalExpression v:width="9"><text>"a"
              + "b"</text></literalExpression>
              </decision>
              <knowledgeSource id="k" name="信访工作条例" locationURI="urn:law"><type>法规</type></knowledgeSource>
              <textAnnotation id="ta"><text>说明</text></textAnnotation>
              <dmndi:DMNDI xmlns:dmndi="https://www.omg.org/spec/DMN/20230324/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/">
                <dmndi:DMNDiagram><dmndi:DMNShape dmnElementRef="inc:x"><dc:Bounds x="1" y="2" width="3" height="4"/></dmndi:DMNShape></dmndi:DMNDiagram>
              </dmndi:DMNDI>
            </definitions>
            """;

        var first = DmnReader.Read(xml);
        var written = DmnWriter.Write(first.Model!);

        Canonical.Of(written).ShouldBe(Canonical.Of(xml));
        written.ShouldContain("xmlns:inc=\"urn:inc\"");
    }

    [Fact]
    public void Every_boxed_expression_survives_reading_and_writing()
    {
        var xml = File.ReadAllText(Fixtures.Path("DmnReaderTests.every-box.dmn"));

        var result = DmnReader.Read(xml);

        result.Issues.ShouldBeEmpty();
        Canonical.Of(DmnWriter.Write(result.Model!)).ShouldBe(Canonical.Of(xml));
        var kinds = result.Model!.Decisions.Select(d => d.Logic!.GetType()).ToHashSet();
        typeof(BoxedExpression).Assembly.GetTypes()
            .Where(t => t.BaseType == typeof(BoxedExpression))
            .ShouldAllBe(t => kinds.Contains(t));
    }

    [Fact]
    public void Every_model_of_the_conformance_data_survives_reading_and_writing()
    {
        foreach (var file in TckData.Models())
        {
            var xml = File.ReadAllText(file);
            var result = DmnReader.Read(xml);

            result.Model.ShouldNotBeNull($"{file}: {string.Join("; ", result.Issues)}");
            Canonical.Of(DmnWriter.Write(result.Model)).ShouldBe(Canonical.Of(xml), file);
        }
    }

    [Fact]
    public void Writing_a_second_time_changes_nothing()
    {
        var once = DmnWriter.Write(DmnReader.Read(File.ReadAllText(Fixtures.Path("DmnReaderTests.every-box.dmn"))).Model!);

        var twice = DmnWriter.Write(DmnReader.Read(once).Model!);

        twice.ShouldBe(once);
    }
}
