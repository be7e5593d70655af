using System.Text;
using System.Xml;
using System.Xml.Linq;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Dmn.Xml;

namespace Platform.Decisions.Dmn;

/// <summary>Writes a model as DMN 1.5 XML, with its diagrams and the content of other vocabularies as they were read.</summary>
/// <remarks>Texts must not contain characters that XML cannot hold, such as U+0000; a model that was read never does.</remarks>
public static class DmnWriter
{
    /// <summary>Writes a model as text.</summary>
    /// <param name="model">The model.</param>
    public static string Write(DecisionModel model)
    {
        using var buffer = new MemoryStream();
        Write(model, buffer);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Writes a model in UTF-8 without byte order mark. The stream stays open.</summary>
    /// <param name="model">The model.</param>
    /// <param name="stream">Where to.</param>
    public static void Write(DecisionModel model, Stream stream)
    {
        var root = WriteRoot(model);
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize,
            NamespaceHandling = NamespaceHandling.OmitDuplicates,
            CloseOutput = false,
        });
        new XDocument(root).Save(writer);
    }

    private static XElement WriteRoot(DecisionModel model)
    {
        var root = XmlWriting.Element(
            "definitions",
            model,
            new XAttribute("name", model.Name),
            new XAttribute("namespace", model.Namespace),
            XmlWriting.Optional("expressionLanguage", model.ExpressionLanguage),
            XmlWriting.Optional("typeLanguage", model.TypeLanguage),
            XmlWriting.Optional("exporter", model.Exporter),
            XmlWriting.Optional("exporterVersion", model.ExporterVersion),
            model.Imports.Select(Write),
            model.ItemDefinitions.Select(i => TypesXml.Write(i)),
            model.Elements.Select(GraphXml.Write),
            XmlWriting.Parsed(model.Artifacts),
            model.Diagrams is { } diagrams ? XmlWriting.Parsed(diagrams) : null);
        foreach (var (prefix, ns) in Prefixes(model))
        {
            root.SetAttributeValue(prefix.Length == 0 ? "xmlns" : XNamespace.Xmlns + prefix, ns);
        }

        return root;
    }

    private static IEnumerable<KeyValuePair<string, string>> Prefixes(DecisionModel model) =>
        model.Prefixes.Count > 0 ? model.Prefixes : [new(string.Empty, DmnNames.Model)];

    internal static XElement Write(DmnImport import) => XmlWriting.Element(
        "import",
        import,
        new XAttribute("name", import.Name),
        new XAttribute("namespace", import.Namespace),
        new XAttribute("importType", import.ImportType),
        XmlWriting.Optional("locationURI", import.LocationUri));
}
