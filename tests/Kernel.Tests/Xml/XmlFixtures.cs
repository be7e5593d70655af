using System.Text;
using Platform.Kernel.Model;
using Platform.Kernel.Xml;

namespace Platform.Kernel.Tests.Xml;

/// <summary>Files and small documents that the tests of reader and writer use.</summary>
internal static class XmlFixtures
{
    /// <summary>The fixture with one of everything.</summary>
    internal static string Everything => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "BpmnReaderTests.everything.bpmn"), Encoding.UTF8);

    /// <summary>The conformance data that lies beside the checkout, or null.</summary>
    internal static string? Corpus()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "conformance");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        return null;
    }

    /// <summary>The process templates that come with the platform.</summary>
    internal static IReadOnlyList<string> Templates()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Platform.sln")))
        {
            root = root.Parent;
        }

        return Directory.GetFiles(Path.Combine(root.ShouldNotBeNull().FullName, "workflows"), "*.bpmn", SearchOption.AllDirectories);
    }

    /// <summary>A definitions element around some content.</summary>
    internal static string Document(string content, string attributes = "") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:gov="urn:shanzhi:gov:1" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="urn:test" {attributes}>
        {content}
        </definitions>
        """;

    /// <summary>A process with some content; the process is on line 3.</summary>
    internal static string Process(string content) => Document($"<process id=\"P\">{content}</process>");

    /// <summary>Reads text that must give a model.</summary>
    internal static Definitions Model(string text) => BpmnReader.Read(text).Definitions.ShouldNotBeNull();

    /// <summary>The first flow element of that id anywhere.</summary>
    internal static T Element<T>(this Definitions definitions, string id)
        where T : FlowElement => definitions.Processes.SelectMany(p => All(p.FlowElements)).OfType<T>().First(e => e.Id == id);

    internal static IEnumerable<FlowElement> All(IEnumerable<FlowElement> elements) =>
        elements.SelectMany(e => e is SubProcess sub ? All(sub.FlowElements).Prepend(sub) : [e]);
}
