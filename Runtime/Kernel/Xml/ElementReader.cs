using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Platform.Kernel.Model;
using Platform.Kernel.Xml.Mapping;

namespace Platform.Kernel.Xml;

/// <summary>
/// Reads one element. Each attribute and child is taken once by the mapping of its type;
/// whatever nobody took ends in <see cref="Extensions"/> and is reported. That is how nothing is lost.
/// </summary>
internal sealed class ElementReader(ReadContext context, ExtensionElement node, ElementReader? parent)
{
    private readonly bool[] _takenAttributes = new bool[node.Attributes.Length];
    private readonly bool[] _takenContent = new bool[node.Content.Length];
    private readonly List<string> _statedDefaults = [];

    public ExtensionElement Node => node;

    public ReadContext Context => context;

    public string LocalName => node.LocalName;

    /// <summary>A text attribute, or null when absent.</summary>
    public string? Text(string name) => Take(name);

    /// <summary>A text attribute with a default.</summary>
    public string Text(string name, string standard)
    {
        var text = Take(name);
        return text is null ? standard : Remember(name, text, standard);
    }

    public bool Flag(string name, bool standard) => Flag(name) is { } value ? Remember(name, value, standard) : standard;

    public bool? Flag(string name) => Parse<bool>(name, ParseFlag);

    public int Number(string name, int standard) => Number(name) is { } value ? Remember(name, value, standard) : standard;

    /// <summary>A whole number that is not negative, or null when absent.</summary>
    public int? Number(string name) => Parse<int>(name, s => int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null);

    public double? Measure(string name) =>
        Parse<double>(name, s => double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? n : null);

    public T Choice<T>(string name, FrozenDictionary<string, T> values, T standard)
        where T : struct => Choice(name, values) is { } value ? Remember(name, value, standard) : standard;

    public T? Choice<T>(string name, FrozenDictionary<string, T> values)
        where T : struct => Parse<T>(name, s => values.TryGetValue(s, out var value) ? value : null);

    /// <summary>A reference to an element that may live in another file, or null when absent.</summary>
    public string? FarRef(string name) => Take(name) is { } text ? Local(text).Id : null;

    /// <summary>A reference to an element of this file, or null when absent. Checked when the file has been read.</summary>
    public string? Ref(string name)
    {
        if (Take(name) is not { } text)
        {
            return null;
        }

        return Referred(text, name, node);
    }

    /// <summary>A reference that the standard demands; empty and reported when absent.</summary>
    public string RequiredRef(string name)
    {
        var id = Ref(name);
        if (string.IsNullOrEmpty(id))
        {
            context.Report(ReadIssueCodes.ReferenceMissing, ReadSeverity.Error, $"“{LocalName}”缺少“{name}”。", node);
        }

        return id ?? "";
    }

    /// <summary>Every child of that name.</summary>
    public ImmutableArray<T> Many<T>(string name, Func<ElementReader, T> read, string ns = BpmnNames.Model)
    {
        ImmutableArray<T>.Builder? found = null;
        for (var i = 0; i < node.Content.Length; i++)
        {
            if (!_takenContent[i] && node.Content[i] is ExtensionElement child && child.LocalName == name && child.NamespaceUri == ns)
            {
                _takenContent[i] = true;
                (found ??= ImmutableArray.CreateBuilder<T>()).Add(read(new(context, child, this)));
            }
        }

        return found is null ? [] : found.DrainToImmutable();
    }

    /// <summary>Every child that the table knows, in file order.</summary>
    public ImmutableArray<T> Many<T>(FrozenDictionary<string, Func<ElementReader, T>> table, string ns = BpmnNames.Model)
    {
        ImmutableArray<T>.Builder? found = null;
        for (var i = 0; i < node.Content.Length; i++)
        {
            if (!_takenContent[i] && node.Content[i] is ExtensionElement child && child.NamespaceUri == ns && table.TryGetValue(child.LocalName, out var read))
            {
                _takenContent[i] = true;
                (found ??= ImmutableArray.CreateBuilder<T>()).Add(read(new(context, child, this)));
            }
        }

        return found is null ? [] : found.DrainToImmutable();
    }

    /// <summary>The first child of that name, or null. Any further one stays untaken, and so is kept and reported.</summary>
    public T? One<T>(string name, Func<ElementReader, T> read, string ns = BpmnNames.Model)
        where T : class
    {
        var i = IndexOf(name, ns);
        if (i < 0)
        {
            return null;
        }

        _takenContent[i] = true;
        return read(new(context, (ExtensionElement)node.Content[i], this));
    }

    /// <summary>Children whose text is a reference to an element of this file.</summary>
    public ImmutableArray<string> Refs(string name)
    {
        ImmutableArray<string>.Builder? found = null;
        for (var i = 0; i < node.Content.Length; i++)
        {
            if (!_takenContent[i] && node.Content[i] is ExtensionElement child && IsPlain(child, name))
            {
                _takenContent[i] = true;
                (found ??= ImmutableArray.CreateBuilder<string>()).Add(Referred(child.Text, name, child));
            }
        }

        return found is null ? [] : found.DrainToImmutable();
    }

    /// <summary>The first child whose text is a reference, or null.</summary>
    public string? RefChild(string name)
    {
        var i = IndexOf(name, BpmnNames.Model);
        if (i < 0 || node.Content[i] is not ExtensionElement child || !IsPlain(child, name))
        {
            return null;
        }

        _takenContent[i] = true;
        return Referred(child.Text, name, child);
    }

    /// <summary>The first child of that name word for word, or null.</summary>
    public ExtensionElement? Verbatim(string name)
    {
        var i = IndexOf(name, BpmnNames.Model);
        if (i < 0)
        {
            return null;
        }

        _takenContent[i] = true;
        return (ExtensionElement)node.Content[i];
    }

    /// <summary>What is left of mixed content once documentation and extensions are taken: its text, and the content itself when it holds elements.</summary>
    public (string Text, ImmutableArray<ExtensionContent> Content) Mixed()
    {
        var rest = ImmutableArray.CreateBuilder<ExtensionContent>();
        for (var i = 0; i < node.Content.Length; i++)
        {
            if (!_takenContent[i])
            {
                _takenContent[i] = true;
                rest.Add(node.Content[i]);
            }
        }

        var holdsElements = rest.Any(c => c is ExtensionElement);
        var text = new ExtensionElement { NamespaceUri = "", LocalName = "", Content = rest.DrainToImmutable() };
        return (text.Text, holdsElements ? text.Content : []);
    }

    /// <summary>An attribute in a namespace of the standard, such as xsi:type, if it has one of the values; otherwise it stays.</summary>
    public bool TakeType(string localType)
    {
        for (var i = 0; i < node.Attributes.Length; i++)
        {
            var a = node.Attributes[i];
            if (a.NamespaceUri == BpmnNames.Xsi && a.LocalName == "type" && a.Value[(a.Value.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() == localType)
            {
                _takenAttributes[i] = true;
                return true;
            }
        }

        return false;
    }

    /// <summary>Finishes an element that can be documented. Call last: what nobody took until now is foreign.</summary>
    public T Documented<T>(T element)
        where T : BaseElement => Complete(element with { Documentation = Many("documentation", DocumentationXml.Read) });

    /// <summary>Finishes an element with mixed content: documentation and extensions are taken first, the rest is its text.</summary>
    public T Documented<T>(T element, out (string Text, ImmutableArray<ExtensionContent> Content) rest)
        where T : BaseElement
    {
        var documentation = Many("documentation", DocumentationXml.Read);
        var container = IndexOf("extensionElements", BpmnNames.Model);
        if (container >= 0)
        {
            // Hidden from the text, but left for the extensions.
            _takenContent[container] = true;
        }

        rest = Mixed();
        if (container >= 0)
        {
            _takenContent[container] = false;
        }

        return Complete(element with { Documentation = documentation });
    }

    /// <summary>Finishes any element. Call last: what nobody took until now is foreign.</summary>
    public T Complete<T>(T element)
        where T : ModelElement => element with
        {
            Id = Id(element is FlowElement or Artifact or Lane or Participant or MessageFlow or (RootElement and not EventDefinition)),
            Name = Take("name"),
            Extensions = LeftoverReader.Read(context, node, _takenAttributes, _takenContent),
            Source = new() { Line = node.Line, Column = node.Column, StatedDefaults = [.. _statedDefaults] },
        };

    private string Id(bool isNeeded)
    {
        var id = Take("id")?.Trim() ?? "";
        if (id.Length == 0 && isNeeded)
        {
            id = context.GenerateId($"{NearestId()}_{LocalName}");
            context.Report(ReadIssueCodes.IdMissing, ReadSeverity.Information, $"“{LocalName}”没有编号，已自动编为“{id}”。", node, id);
        }

        return id;
    }

    private string NearestId()
    {
        for (var around = parent; around is not null; around = around.Parent)
        {
            if (around.Node.Attribute("id")?.Trim() is { Length: > 0 } id)
            {
                return id;
            }
        }

        return "definitions";
    }

    private ElementReader? Parent => parent;

    private string? Take(string name)
    {
        for (var i = 0; i < node.Attributes.Length; i++)
        {
            if (!_takenAttributes[i] && node.Attributes[i] is { NamespaceUri: "" } attribute && attribute.LocalName == name)
            {
                _takenAttributes[i] = true;
                return attribute.Value;
            }
        }

        return null;
    }

    private T? Parse<T>(string name, Func<string, T?> parse)
        where T : struct
    {
        if (Take(name) is not { } text)
        {
            return null;
        }

        if (parse(text.Trim()) is { } value)
        {
            return value;
        }

        // Given back: a value of the wrong type is kept word for word like any unknown attribute.
        _takenAttributes[node.Attributes.IndexOf(node.Attributes.First(a => a.NamespaceUri.Length == 0 && a.LocalName == name))] = false;
        context.Report(ReadIssueCodes.ValueInvalid, ReadSeverity.Warning, $"“{LocalName}”的属性“{name}”的值“{Shorten(text)}”无效，按缺省值处理。", node);
        return null;
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static bool? ParseFlag(string text) => text switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    private T Remember<T>(string name, T value, T standard)
    {
        if (EqualityComparer<T>.Default.Equals(value, standard))
        {
            _statedDefaults.Add(name);
        }

        return value;
    }

    private int IndexOf(string name, string ns)
    {
        for (var i = 0; i < node.Content.Length; i++)
        {
            if (!_takenContent[i] && node.Content[i] is ExtensionElement child && child.LocalName == name && child.NamespaceUri == ns)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsPlain(ExtensionElement child, string name) =>
        child.LocalName == name && child.NamespaceUri == BpmnNames.Model && child.Attributes.IsEmpty && !child.Children.Any();

    private string Referred(string text, string by, ExtensionElement from)
    {
        var (id, isHere) = Local(text);
        if (isHere && id.Length > 0)
        {
            context.Refer(from, id, by);
        }

        return id;
    }

    /// <summary>References are QNames: a prefix bound to the file's own namespace means this file, any other stays as written. A tool may write a colon into an id itself.</summary>
    private (string Id, bool IsHere) Local(string text)
    {
        var name = text.Trim();
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || context.HasId(name))
        {
            return (name, true);
        }

        var ns = NamespaceOf(name[..colon]);
        return ns == context.TargetNamespace || ns == BpmnNames.Model ? (name[(colon + 1)..], true) : (name, ns is null);
    }

    private string? NamespaceOf(string prefix)
    {
        for (var around = this; around is not null; around = around.Parent)
        {
            if (around.Node.Namespaces.FirstOrDefault(n => n.Prefix == prefix) is { } declaration)
            {
                return declaration.NamespaceUri;
            }
        }

        return null;
    }
}
