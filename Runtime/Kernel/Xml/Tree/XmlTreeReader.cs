using System.Xml;
using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Tree;

/// <summary>Reads XML into a plain tree within the limits of <see cref="BpmnReadOptions"/>. No document type, no entity of its own, no address is ever followed.</summary>
internal sealed class XmlTreeReader
{
    private readonly BpmnReadOptions _options;
    private readonly Stack<Frame> _open = new();
    private ExtensionElement? _root;
    private int _elements;

    private XmlTreeReader(BpmnReadOptions options) => _options = options;

    /// <summary>The root element, or the one issue that made reading stop. Never throws on bad input.</summary>
    public static XmlTreeResult Read(string text, BpmnReadOptions options)
    {
        if (text.Length > options.MaxSize)
        {
            return Refuse(ReadIssueCodes.TooLarge, $"文件过大：超过 {options.MaxSize} 个字符。", 0, 0);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Refuse(ReadIssueCodes.Empty, "文件是空的。", 0, 0);
        }

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = options.MaxSize,
            CheckCharacters = true,
            IgnoreProcessingInstructions = true,
        };
        using var characters = new StringReader(text);
        using var reader = XmlReader.Create(characters, settings);
        var tree = new XmlTreeReader(options);
        try
        {
            return tree.Run(reader);
        }
        catch (XmlException e)
        {
            // The reader stops at the declaration itself, so one before the root is the cause.
            var declaration = tree._elements == 0 ? text.IndexOf("<!DOCTYPE", StringComparison.Ordinal) : -1;
            return declaration >= 0
                ? Refuse(ReadIssueCodes.DtdForbidden, "文件含有文档类型声明（DOCTYPE）。出于安全考虑，此类文件一律不予读取。", 1 + text.AsSpan(0, declaration).Count('\n'), 0)
                : Refuse(ReadIssueCodes.Malformed, $"第 {e.LineNumber} 行第 {e.LinePosition} 列：不是格式良好的 XML 文件。", e.LineNumber, e.LinePosition);
        }
    }

    private static XmlTreeResult Refuse(string code, string message, int line, int column, string? element = null) => new(null, new ReadIssue
    {
        Code = code,
        Severity = ReadSeverity.Error,
        Message = message,
        Line = line,
        Column = column,
        ElementName = element,
    });

    private XmlTreeResult Run(XmlReader reader)
    {
        var place = (IXmlLineInfo)reader;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (Open(reader, place) is { } refused)
                    {
                        return refused;
                    }

                    break;
                case XmlNodeType.EndElement:
                    Close();
                    break;
                case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    AddText(reader.Value, ExtensionTextKind.Text);
                    break;
                case XmlNodeType.CDATA:
                    AddText(reader.Value, ExtensionTextKind.CData);
                    break;
                case XmlNodeType.Comment:
                    AddText(reader.Value, ExtensionTextKind.Comment);
                    break;
                default:
                    break;
            }
        }

        return new(_root, null);
    }

    private XmlTreeResult? Open(XmlReader reader, IXmlLineInfo place)
    {
        var (line, column, name) = (place.LineNumber, place.LinePosition, reader.LocalName);
        if (_open.Count >= _options.MaxDepth)
        {
            return Refuse(ReadIssueCodes.TooDeep, $"第 {line} 行：元素嵌套超过 {_options.MaxDepth} 层。", line, column, name);
        }

        if (++_elements > _options.MaxElements)
        {
            return Refuse(ReadIssueCodes.TooManyElements, $"第 {line} 行：元素总数超过 {_options.MaxElements} 个。", line, column, name);
        }

        var isEmpty = reader.IsEmptyElement;
        var frame = new Frame(reader.NamespaceURI, name, reader.Prefix, line, column);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Value.Length > _options.MaxAttributeLength)
            {
                return Refuse(ReadIssueCodes.AttributeTooLong, $"第 {line} 行：元素“{name}”的属性“{reader.Name}”超过 {_options.MaxAttributeLength} 个字符。", line, column, name);
            }

            frame.Add(reader);
        }

        _open.Push(frame);
        if (isEmpty)
        {
            Close();
        }

        return null;
    }

    private void Close()
    {
        var element = _open.Pop().Build();
        if (_open.TryPeek(out var parent))
        {
            parent.Add(element);
        }
        else
        {
            _root = element;
        }
    }

    private void AddText(string value, ExtensionTextKind kind)
    {
        if (_open.TryPeek(out var frame))
        {
            frame.Add(new ExtensionText(value, kind));
        }
    }

    /// <summary>An element whose end has not been read yet.</summary>
    private sealed class Frame(string ns, string name, string prefix, int line, int column)
    {
        private readonly List<ExtensionAttribute> _attributes = [];
        private readonly List<NamespaceDeclaration> _namespaces = [];
        private readonly List<ExtensionContent> _content = [];
        private bool _preserve;

        public void Add(ExtensionContent content) => _content.Add(content);

        public void Add(XmlReader attribute)
        {
            if (attribute.NamespaceURI == BpmnNames.Xmlns)
            {
                _namespaces.Add(new(attribute.Prefix.Length == 0 ? "" : attribute.LocalName, attribute.Value));
                return;
            }

            _preserve |= attribute.Name == "xml:space" && attribute.Value == "preserve";
            _attributes.Add(new(attribute.NamespaceURI, attribute.LocalName, attribute.Value, attribute.Prefix));
        }

        public ExtensionElement Build() => new()
        {
            NamespaceUri = ns,
            LocalName = name,
            Prefix = prefix,
            Attributes = [.. _attributes],
            Namespaces = [.. _namespaces],
            Content = _content.Count > 1 && !_preserve && HoldsElementsOnly() ? [.. _content.Where(c => !IsBlank(c))] : [.. _content],
            Line = line,
            Column = column,
        };

        // White space between elements is layout, unless text stands there too or the file asks to keep it.
        private bool HoldsElementsOnly() =>
            _content.Exists(c => c is ExtensionElement) && _content.TrueForAll(c => c is ExtensionElement or ExtensionText { Kind: ExtensionTextKind.Comment } || IsBlank(c));

        private static bool IsBlank(ExtensionContent content) =>
            content is ExtensionText { Kind: ExtensionTextKind.Text } text && string.IsNullOrWhiteSpace(text.Value);
    }
}

/// <summary>A tree, or why there is none.</summary>
internal sealed record XmlTreeResult(ExtensionElement? Root, ReadIssue? Refusal);
