using System.Xml.Linq;
using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Drawing;
using Platform.Decisions.Tests.Dmn;
using Xunit.Abstractions;

namespace Platform.Decisions.Tests.Drawing;

public sealed class DecisionDrawingTests(ITestOutputHelper output)
{
    private const string Undrawn = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m">
          <inputData id="i1" name="金额"/><inputData id="i2" name="困难群众家庭人口数以及是否为低保边缘家庭的认定结果"/>
          <decision id="d1" name="标准"><informationRequirement><requiredInput href="#i2"/></informationRequirement><knowledgeRequirement id="k"><requiredKnowledge href="#b"/></knowledgeRequirement></decision>
          <decision id="d2" name="补助"><informationRequirement id="r1"><requiredInput href="#i1"/></informationRequirement><informationRequirement><requiredDecision href="#d1"/></informationRequirement>
            <informationRequirement id="far"><requiredInput href="#i2"/></informationRequirement><authorityRequirement id="a"><requiredAuthority href="#s"/></authorityRequirement></decision>
          <businessKnowledgeModel id="b" name="折算"/><knowledgeSource id="s" name="救助办法"/>
        </definitions>
        """;

    [Fact]
    public void What_is_needed_stands_left_of_what_needs_it_and_nothing_overlaps()
    {
        var drawing = DecisionDrawing.Of(Read(Undrawn));

        drawing.Nodes.Select(node => node.Element.Id).ShouldBe(["i1", "i2", "d1", "d2", "b", "s"]);
        drawing.Edges.Select(edge => (edge.From, edge.To, edge.Kind)).ShouldBe(
            [("i2", "d1", DrawnEdgeKind.Information), ("b", "d1", DrawnEdgeKind.Knowledge), ("i1", "d2", DrawnEdgeKind.Information), ("d1", "d2", DrawnEdgeKind.Information), ("i2", "d2", DrawnEdgeKind.Information), ("s", "d2", DrawnEdgeKind.Authority)]);
        ShouldBeTidy(drawing);
    }

    [Fact]
    public void A_line_over_several_columns_runs_through_no_element()
    {
        var drawing = DecisionDrawing.Of(Read(Undrawn));

        var far = drawing.Edges.Single(edge => edge.Id == "far");
        far.Points.Length.ShouldBeGreaterThan(2);
        foreach (var (from, to) in far.Points.Zip(far.Points.Skip(1)))
        {
            for (var t = 0.05; t < 1; t += 0.05)
            {
                var (x, y) = (from.X + ((to.X - from.X) * t), from.Y + ((to.Y - from.Y) * t));
                drawing.Nodes.Where(n => x > n.Frame.X + 1 && x < n.Frame.Right - 1 && y > n.Frame.Y + 1 && y < n.Frame.Bottom - 1).ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public void A_file_is_handed_out_with_a_drawing_of_everything()
    {
        var drawn = DrawingXml.WithDrawing(Read(Undrawn));

        var again = Read(DmnWriter.Write(drawn));
        var diagram = XElement.Parse(again.Diagrams.ShouldNotBeNull().Xml).Elements().ShouldHaveSingleItem();
        diagram.Elements().Count(e => e.Name.LocalName == "DMNShape").ShouldBe(6);
        diagram.Elements().Count(e => e.Name.LocalName == "DMNEdge").ShouldBe(6);
        diagram.Elements().Attributes("dmnElementRef").Select(a => a.Value).ShouldContain("d2-needs-d1");
        DecisionDrawing.Of(again).Nodes.Select(n => n.Frame).ShouldBe(DecisionDrawing.Of(drawn).Nodes.Select(n => n.Frame));
        DrawingXml.WithDrawing(again).Diagrams.ShouldBe(again.Diagrams);
    }

    [Fact]
    public void What_another_program_drew_stays_and_only_what_is_new_is_added()
    {
        const string drawing = """
            <DMNDI xmlns="https://www.omg.org/spec/DMN/20230324/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:di="http://www.omg.org/spec/DMN/20180521/DI/" xmlns:v="urn:vendor"><DMNDiagram id="own" v:zoom="2">
            <DMNShape id="x" dmnElementRef="d1" v:colour="red"><dc:Bounds x="500" y="40" width="100" height="60"/></DMNShape><DMNShape id="y" dmnElementRef="gone"><dc:Bounds x="1" y="1" width="1" height="1"/></DMNShape>
            </DMNDiagram></DMNDI></definitions>
            """;

        var drawn = DrawingXml.WithDrawing(Read(Undrawn.Replace("</definitions>", drawing, StringComparison.Ordinal)));

        var xml = drawn.Diagrams.ShouldNotBeNull().Xml;
        xml.ShouldContain("colour=\"red\"");
        xml.ShouldContain("zoom=\"2\"");
        xml.ShouldNotContain("gone");
        XElement.Parse(xml).Descendants().Count(e => e.Name.LocalName == "DMNShape").ShouldBe(6);
        var frames = DecisionDrawing.Of(drawn).Nodes.ToDictionary(n => n.Element.Id!, n => n.Frame);
        frames["d1"].ShouldBe(new DrawnFrame(500, 40, 100, 60));
        frames.Where(f => f.Key != "d1").ShouldAllBe(f => f.Value.Y > 100);
    }

    [Fact]
    public void A_circle_of_decisions_is_drawn_too()
    {
        var drawing = DecisionDrawing.Of(Read("""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m">
              <decision id="a" name="甲"><informationRequirement><requiredDecision href="#b"/></informationRequirement></decision>
              <decision id="b" name="乙"><informationRequirement><requiredDecision href="#a"/></informationRequirement></decision>
              <decision id="c" name="丙"><informationRequirement><requiredDecision href="#c"/></informationRequirement><informationRequirement><requiredDecision href="#nothing"/></informationRequirement></decision>
            </definitions>
            """));

        drawing.Nodes.Length.ShouldBe(3);
        drawing.Edges.Length.ShouldBe(2);
        ShouldBeTidy(drawing);
    }

    [Fact]
    public void A_model_that_nobody_can_look_over_is_not_drawn()
    {
        var model = new DecisionModel
        {
            Name = "m", Namespace = "m",
            Elements = [.. Enumerable.Range(0, 20_000).Select(i => new Decision { Id = $"d{i}", Name = $"d{i}", InformationRequirements = [new Requirement { Kind = RequirementKind.Decision, Href = $"#d{i + 1}" }] })],
        };

        DecisionDrawing.Of(model).Nodes.ShouldBeEmpty();
        DrawingXml.WithDrawing(model).Diagrams.ShouldBeNull();
    }

    [Fact]
    public void Every_model_of_the_compatibility_kit_is_drawn_and_read_again()
    {
        var count = 0;
        foreach (var file in TckData.Models())
        {
            if (DmnReader.Read(File.ReadAllText(file)).Model is { } model)
            {
                DmnReader.Read(DmnWriter.Write(DrawingXml.WithDrawing(model))).Model.ShouldNotBeNull(file);
                ShouldBeTidy(DecisionDrawing.Of(model with { Diagrams = null }));
                count++;
            }
        }

        output.WriteLine($"{count} models were drawn.");
    }

    [Theory]
    [InlineData("督办线", "督办线")]
    [InlineData("困难群众家庭人口数以及认定结果", "困难群众家庭人口数以|及认定结果")]
    [InlineData("这是正好十个字的名称，后面还有", "这是正好十个字的名称，|后面还有")]
    [InlineData("Applicant risk rating", "Applicant risk|rating")]
    [InlineData("", "")]
    [InlineData("困难群众家庭人口数以及是否为低保边缘家庭的认定结果和其他很长的说明", "困难群众家庭人口数以|及是否为低保边缘家庭|的认定结果和其他很…")]
    public void Names_break_where_people_would_break_them(string name, string lines) => string.Join('|', NameLines.Of(name, 140, 3)).ShouldBe(lines);

    private static void ShouldBeTidy(DecisionDrawing drawing)
    {
        foreach (var (one, i) in drawing.Nodes.Select((node, i) => (node, i)))
        {
            drawing.Nodes.Skip(i + 1).Where(other => one.Frame.X < other.Frame.Right && other.Frame.X < one.Frame.Right && one.Frame.Y < other.Frame.Bottom && other.Frame.Y < one.Frame.Bottom)
                .Select(other => $"{one.Element.Id} {other.Element.Id}").ShouldBeEmpty();
        }
    }

    private static DecisionModel Read(string xml) => DmnReader.Read(xml).Model.ShouldNotBeNull();
}
