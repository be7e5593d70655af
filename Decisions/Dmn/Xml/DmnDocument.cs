using System.Xml;
using System.Xml.Linq;

namespace Platform.Decisions.Dmn.Xml;

/// <summary>Loads XML of unknown origin within bounds: no document type, no external entity, bounded size, depth and element count.</summary>
internal static class DmnDocument
{
    /// <summary>Loads a document and brings it to the namespaces of DMN 1.5. Null when an issue was added.</summary>
    internal static XDocument? Load(string text, DmnReadOptions options, List<DmnIssue> issues)
    {
        if (text.Length > options.MaxCharacters)
        {
            issues.Add(TooLarge(options));
            return null;
        }

        try
        {
            if (!IsWithinBounds(text, options, issues))
            {
                return null;
            }

            using var reader = Open(text, options);
            var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
            BringUpToDate(document.Root!);
            return document;
        }
        catch (XmlException e)
        {
            issues.Add(NotXml(e, text));
            return null;
        }
    }

    internal static DmnIssue TooLarge(DmnReadOptions options) => new()
    {
        Code = "dmn.too-large",
        Severity = DmnIssueSeverity.Error,
        Chinese = $"决策文件过大，最多允许 {options.MaxCharacters} 个字符。",
        English = $"The file is too large; at most {options.MaxCharacters} characters are allowed.",
    };

    private static XmlReader Open(string text, DmnReadOptions options) =>
        XmlReader.Create(new StringReader(text), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = options.MaxCharacters,
            MaxCharactersFromEntities = 1024,
            CheckCharacters = true,
        });

    // A first pass without building anything: a deep or huge tree must not come into being at all.
    private static bool IsWithinBounds(string text, DmnReadOptions options, List<DmnIssue> issues)
    {
        using var reader = Open(text, options);
        var elements = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            elements++;
            if (reader.Depth >= options.MaxDepth || elements > options.MaxElements)
            {
                issues.Add(OutOfBounds(reader, options));
                return false;
            }
        }

        return true;
    }

    private static DmnIssue OutOfBounds(XmlReader reader, DmnReadOptions options) => new()
    {
        Code = reader.Depth >= options.MaxDepth ? "dmn.too-deep" : "dmn.too-large",
        Severity = DmnIssueSeverity.Error,
        Chinese = $"决策文件超出限制：嵌套最多 {options.MaxDepth} 层，元素最多 {options.MaxElements} 个。",
        English = $"The file is out of bounds: at most {options.MaxDepth} levels and {options.MaxElements} elements.",
        Line = (reader as IXmlLineInfo)?.LineNumber ?? 0,
    };

    private static DmnIssue NotXml(XmlException e, string text)
    {
        var isDtd = e.Message.Contains("DTD", StringComparison.Ordinal);
        return new DmnIssue
        {
            Code = isDtd ? "dmn.dtd-refused" : "dmn.not-xml",
            Severity = DmnIssueSeverity.Error,
            Chinese = isDtd
                ? "决策文件含有文档类型声明（DTD），出于安全考虑不予读取。"
                : $"决策文件不是格式正确的 XML：第 {e.LineNumber} 行第 {e.LinePosition} 列有误。",
            English = isDtd ? "Document type declarations are refused." : $"Not well-formed XML: {e.Message}",
            Line = isDtd ? LineOfDtd(text) : e.LineNumber,
        };
    }

    // The reader names no line when it refuses a document type.
    private static int LineOfDtd(string text)
    {
        var position = text.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        return position < 0 ? 0 : text.AsSpan(0, position).Count('\n') + 1;
    }

    private static void BringUpToDate(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            if (DmnNames.Current.TryGetValue(element.Name.NamespaceName, out var current) && current != element.Name.NamespaceName)
            {
                element.Name = XNamespace.Get(current) + element.Name.LocalName;
            }

            foreach (var attribute in element.Attributes())
            {
                if (attribute.IsNamespaceDeclaration && DmnNames.Current.TryGetValue(attribute.Value, out var declared))
                {
                    attribute.Value = declared;
                }
            }
        }
    }
}
