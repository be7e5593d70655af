using System.Text;
using System.Xml.Linq;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Dmn.Xml;

namespace Platform.Decisions.Dmn;

/// <summary>Reads DMN 1.1 to 1.5 (XML interchange format, DMN 1.5 §13). Never throws on bad input; document types are refused.</summary>
public static class DmnReader
{
    private static readonly string[] Artifacts =
    [
        "textAnnotation", "association", "group", "elementCollection", "performanceIndicator", "organizationUnit", "organisationalUnit",
    ];

    /// <summary>Reads a model from a stream in UTF-8 or with a byte order mark. The stream stays open.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="options">Bounds; null for the usual ones.</param>
    public static DmnReadResult Read(Stream stream, DmnReadOptions? options = null)
    {
        var bounds = options ?? DmnReadOptions.Default;
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var text = new StringBuilder();
        var buffer = new char[16 * 1024];
        int count;
        while ((count = reader.Read(buffer, 0, buffer.Length)) > 0)
        {
            text.Append(buffer, 0, count);
            if (text.Length > bounds.MaxCharacters)
            {
                return new DmnReadResult(null, [DmnDocument.TooLarge(bounds)]);
            }
        }

        return Read(text.ToString(), bounds);
    }

    /// <summary>Reads a model from text.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="options">Bounds; null for the usual ones.</param>
    public static DmnReadResult Read(string text, DmnReadOptions? options = null)
    {
        var issues = new List<DmnIssue>();
        var document = DmnDocument.Load(text, options ?? DmnReadOptions.Default, issues);
        if (document?.Root is not { } root)
        {
            return new DmnReadResult(null, issues);
        }

        var reading = new XmlReading(issues);
        if (root.Name != DmnNames.Name("definitions"))
        {
            reading.Error(root, "dmn.not-dmn", "这不是 DMN 决策文件。", $"The root is {root.Name}, not DMN definitions.");
            return new DmnReadResult(null, issues);
        }

        var model = ReadModel(root, reading);
        CheckUnique(root, model, reading);
        return new DmnReadResult(issues.Exists(i => i.Severity == DmnIssueSeverity.Error) ? null : model, issues);
    }

    private static DecisionModel ReadModel(XElement root, XmlReading reading)
    {
        var ns = XmlReading.Attribute(root, "namespace") ?? string.Empty;
        var imports = XmlReading.Children(root, "import").Select(e => ReadImport(e, reading)).ToList();
        reading.Know(ns, imports);
        return reading.Common(
            new DecisionModel
            {
                Name = XmlReading.Attribute(root, "name") is { Length: > 0 } ? reading.Name(root) : ns,
                Namespace = ns,
                ExpressionLanguage = XmlReading.Attribute(root, "expressionLanguage"),
                TypeLanguage = XmlReading.Attribute(root, "typeLanguage"),
                Exporter = XmlReading.Attribute(root, "exporter"),
                ExporterVersion = XmlReading.Attribute(root, "exporterVersion"),
                Imports = imports,
                ItemDefinitions = [.. XmlReading.Children(root, "itemDefinition").Select(e => TypesXml.ReadItemDefinition(e, reading))],
                Elements = [.. root.Elements().Where(IsDmn).Select(e => GraphXml.Read(e, reading)).OfType<DrgElement>()],
                Artifacts = XmlReading.Fragments(root, Artifacts),
                Diagrams = root.Element(XNamespace.Get(DmnNames.Diagram) + "DMNDI") is { } di ? XmlReading.Fragment(di) : null,
                Prefixes = ReadPrefixes(root),
            },
            Without(root, XNamespace.Get(DmnNames.Diagram) + "DMNDI"),
            ["name", "namespace", "expressionLanguage", "typeLanguage", "exporter", "exporterVersion"],
            [
                "import", "itemDefinition", "inputData", "decision", "businessKnowledgeModel", "decisionService", "knowledgeSource",
                .. Artifacts,
            ]);
    }

    private static bool IsDmn(XElement element) => element.Name.NamespaceName == DmnNames.Model;

    // The diagrams are a record of their own; what remains of the root must not report them as unknown.
    private static XElement Without(XElement root, XName name)
    {
        root.Element(name)?.Remove();
        return root;
    }

    private static DmnImport ReadImport(XElement element, XmlReading reading)
    {
        var ns = XmlReading.Attribute(element, "namespace");
        if (string.IsNullOrWhiteSpace(ns))
        {
            reading.Error(element, "dmn.missing-reference", "导入没有写明被导入模型的命名空间。", "An import names no namespace.");
        }

        var importType = XmlReading.Attribute(element, "importType") ?? string.Empty;
        return reading.Common(
            new DmnImport
            {
                Name = XmlReading.Attribute(element, "name")?.Trim() ?? string.Empty,
                Namespace = ns ?? string.Empty,
                ImportType = DmnNames.Current.GetValueOrDefault(importType, importType),
                LocationUri = XmlReading.Attribute(element, "locationURI"),
            },
            element,
            ["name", "namespace", "importType", "locationURI"],
            []);
    }

    private static Dictionary<string, string> ReadPrefixes(XElement root)
    {
        var prefixes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in root.Attributes())
        {
            if (attribute.IsNamespaceDeclaration)
            {
                prefixes[attribute.Name.LocalName == "xmlns" ? string.Empty : attribute.Name.LocalName] = attribute.Value;
            }
        }

        return prefixes;
    }

    private static void CheckUnique(XElement root, DecisionModel model, XmlReading reading)
    {
        foreach (var twice in model.Elements.Where(e => e.Id is not null).GroupBy(e => e.Id!, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            reading.Error(root, "dmn.duplicate-id", $"编号「{twice.Key}」重复。", $"Id '{twice.Key}' is used {twice.Count()} times.");
        }

        foreach (var twice in model.ItemDefinitions.GroupBy(e => e.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            reading.Error(root, "dmn.duplicate-name", $"数据类型「{twice.Key}」重复定义。", $"Type '{twice.Key}' is defined {twice.Count()} times.");
        }

        foreach (var twice in model.Elements.Where(e => e is not KnowledgeSource).GroupBy(e => e.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            reading.Warning(root, "dmn.duplicate-name", $"名称「{twice.Key}」重复，按编号区分。", $"Name '{twice.Key}' is used {twice.Count()} times; ids tell them apart.");
        }
    }
}
