using System.Xml;
using System.Xml.Linq;

namespace Platform.Designer.Versions;

/// <summary>A process file taken apart for comparison: every element by its id, and where it stands on the drawing.</summary>
internal sealed class VersionFile
{
    private const string Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private const string BpmnDi = "http://www.omg.org/spec/BPMN/20100524/DI";

    private static readonly string[] Sides = ["x", "y", "width", "height"];

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private VersionFile(Dictionary<string, XElement> elements, Dictionary<string, string> places)
    {
        Elements = elements;
        Places = places;
    }

    /// <summary>Elements by id, in file order.</summary>
    public IReadOnlyDictionary<string, XElement> Elements { get; }

    /// <summary>Where an element is drawn, as text that is equal for equal places.</summary>
    public IReadOnlyDictionary<string, string> Places { get; }

    /// <summary>Takes a file apart.</summary>
    /// <param name="content">BPMN 2.0 XML.</param>
    /// <exception cref="XmlException">It is no XML.</exception>
    public static VersionFile Read(ReadOnlyMemory<byte> content)
    {
        using var stream = new MemoryStream(content.ToArray());
        using var reader = XmlReader.Create(stream, Settings);
        var root = XDocument.Load(reader).Root!;
        var elements = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var element in root.Elements().Where(e => e.Name.NamespaceName != BpmnDi))
        {
            Collect(element, elements);
        }

        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var drawn in root.Elements(XName.Get("BPMNDiagram", BpmnDi)).Descendants().Where(e => e.Name.NamespaceName == BpmnDi))
        {
            if (drawn.Attribute("bpmnElement") is { } of && drawn.Name.LocalName is "BPMNShape" or "BPMNEdge")
            {
                places[drawn.Attribute("bpmnElement")!.Value] = Place(drawn);
            }
        }

        return new VersionFile(elements, places);
    }

    /// <summary>Whether an element stands on its own in a comparison, not as a setting of the one around it.</summary>
    /// <param name="element">An element.</param>
    public static bool StandsAlone(XElement element) =>
        element.Name.NamespaceName == Bpmn && element.Attribute("id") is not null && element.Parent?.Name.LocalName is "definitions" or "process" or "subProcess" or "transaction" or "adHocSubProcess" or "collaboration"
        && element.Name.LocalName is not ("documentation" or "extensionElements" or "laneSet" or "ioSpecification" or "multiInstanceLoopCharacteristics" or "standardLoopCharacteristics")
        && !element.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal);

    private static void Collect(XElement element, Dictionary<string, XElement> elements)
    {
        if (StandsAlone(element))
        {
            elements.TryAdd(element.Attribute("id")!.Value, element);
        }

        foreach (var child in element.Elements())
        {
            Collect(child, elements);
        }
    }

    private static string Place(XElement drawn) => string.Join(
        ' ',
        drawn.Elements().Where(e => e.Name.LocalName is "Bounds" or "waypoint")
            .Select(e => string.Join(',', Sides.Select(a => e.Attribute(a)?.Value ?? ""))));
}
