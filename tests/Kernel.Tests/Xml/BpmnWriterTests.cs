using System.Collections.Frozen;
using System.Xml.Linq;
using Platform.Conformance.BpmnInterchange;
using Platform.Kernel.Model;
using Platform.Kernel.Xml;
using Extensions = Platform.Kernel.Model.Extensions;

namespace Platform.Kernel.Tests.Xml;

/// <summary>What stands in the model arrives in the file.</summary>
public sealed class BpmnWriterTests
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    [Fact]
    public void A_model_built_in_code_becomes_a_valid_file()
    {
        var text = BpmnWriter.Write(Built());

        var document = XDocument.Parse(text);
        document.Root!.GetPrefixOfNamespace(Bpmn).ShouldBe("bpmn");
        document.Root.Attribute("targetNamespace")!.Value.ShouldNotBeEmpty();
        SchemaOrder.Violations(document).ShouldBeEmpty();
        SchemaValidation.Find(AppContext.BaseDirectory)?.Errors(document).ShouldBeEmpty();
        BpmnReader.Read(text).Issues.ShouldBeEmpty();
    }

    [Fact]
    public void Incoming_and_outgoing_are_completed_from_the_flows()
    {
        var task = XDocument.Parse(BpmnWriter.Write(Built())).Descendants(Bpmn + "userTask").Single();

        task.Element(Bpmn + "incoming")!.Value.ShouldBe("f1");
        task.Element(Bpmn + "outgoing")!.Value.ShouldBe("f2");
    }

    [Fact]
    public void Our_extensions_are_written_in_our_namespace()
    {
        var task = XDocument.Parse(BpmnWriter.Write(Built())).Descendants(Bpmn + "userTask").Single();

        task.Attribute(XName.Get("activity", Extensions.GovNamespace))!.Value.ShouldBe("gov.SecretaryReview");
        task.Descendants(XName.Get("outcome", Extensions.GovNamespace)).Single().Attribute("value")!.Value.ShouldBe("agree");
    }

    [Fact]
    public void Defaults_are_written_only_where_the_file_spelt_them_out()
    {
        var written = BpmnWriter.Write(XmlFixtures.Model(XmlFixtures.Process("<task id=\"a\" startQuantity=\"1\" isForCompensation=\"false\"/><task id=\"b\"/>")));

        written.ShouldContain("<task id=\"a\" isForCompensation=\"false\" startQuantity=\"1\" />");
        written.ShouldContain("<task id=\"b\" />");
    }

    [Fact]
    public void The_prefixes_of_the_file_are_kept()
    {
        const string text = """<semantic:definitions xmlns:semantic="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x"><semantic:process id="p"/></semantic:definitions>""";

        BpmnWriter.Write(XmlFixtures.Model(text)).ShouldContain("<semantic:process id=\"p\" />");
    }

    [Fact]
    public void A_prefix_that_means_something_else_is_not_misused()
    {
        const string text = """<x:definitions xmlns:x="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:their:gov" xmlns:ours="urn:shanzhi:gov:1" targetNamespace="urn:x"><x:process id="p" gov:a="1" ours:rule="all" xmlns:bpmn="urn:strange"><x:extensionElements><gov:e/></x:extensionElements></x:process></x:definitions>""";

        var process = XDocument.Parse(BpmnWriter.Write(XmlFixtures.Model(text))).Descendants(Bpmn + "process").Single();

        process.Attribute(XName.Get("a", "urn:their:gov"))!.Value.ShouldBe("1");
        process.Attribute(XName.Get("rule", Extensions.GovNamespace))!.Value.ShouldBe("all");
        process.Descendants(XName.Get("e", "urn:their:gov")).ShouldHaveSingleItem();
    }

    [Fact]
    public void An_element_that_rebinds_the_default_namespace_survives()
    {
        const string text = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x"><b:process id="p" xmlns="urn:other"><b:extensionElements><thing/></b:extensionElements><b:task id="t"/></b:process></definitions>""";

        var document = XDocument.Parse(BpmnWriter.Write(XmlFixtures.Model(text)));

        document.Descendants(XName.Get("thing", "urn:other")).ShouldHaveSingleItem();
        document.Descendants(Bpmn + "task").ShouldHaveSingleItem();
    }

    [Fact]
    public void Two_prefixes_for_one_namespace_stay_two()
    {
        const string text = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x"><process id="p"/></definitions>""";

        var first = BpmnWriter.Write(XmlFixtures.Model(text));

        BpmnWriter.Write(XmlFixtures.Model(first)).ShouldBe(first);
        first.ShouldContain("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:b=");
    }

    [Fact]
    public void Line_breaks_and_special_characters_in_names_survive()
    {
        const string name = "第一行\n第二行\t“引号” <&> \"'";
        var model = Built();
        var process = model.Processes.Single() with { Name = name };

        var read = XmlFixtures.Model(BpmnWriter.Write(model with { RootElements = [process] }));

        read.Processes.Single().Name.ShouldBe(name);
    }

    private static Definitions Built() => new()
    {
        Id = "d",
        RootElements =
        [
            new ProcessDefinition
            {
                Id = "p",
                IsExecutable = true,
                FlowElements =
                [
                    new StartEvent { Id = "s" },
                    new UserTask
                    {
                        Id = "t",
                        Name = "阅批",
                        Extensions = new()
                        {
                            GovAttributes = new Dictionary<string, string> { ["activity"] = "gov.SecretaryReview" }.ToFrozenDictionary(),
                            Elements = [new() { NamespaceUri = Extensions.GovNamespace, LocalName = "outcome", Prefix = "gov", Attributes = [new("", "value", "agree")] }],
                        },
                    },
                    new EndEvent { Id = "e", EventDefinitions = [new TerminateEventDefinition()] },
                    new SequenceFlow { Id = "f1", SourceRef = "s", TargetRef = "t" },
                    new SequenceFlow { Id = "f2", SourceRef = "t", TargetRef = "e", Condition = Expression.Formal("ok") },
                ],
            },
        ],
        Diagrams =
        [
            new()
            {
                Id = "diagram",
                Plane = new()
                {
                    Id = "plane",
                    BpmnElement = "p",
                    Nodes =
                    [
                        new DiagramShape { Id = "s_di", BpmnElement = "s", Bounds = new() { X = 0, Y = 0, Width = 36, Height = 36 } },
                        new DiagramEdge { Id = "f1_di", BpmnElement = "f1", Waypoints = [new() { X = 36, Y = 18 }, new() { X = 100.5, Y = 18 }] },
                    ],
                },
            },
        ],
    };
}
