using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Platform.Kernel.Model;
using Platform.Kernel.Xml.Mapping;

namespace Platform.Kernel.Xml;

/// <summary>
/// Writes BPMN 2.0.2 files in the element order of BPMN20.xsd, in UTF-8. A file that was read comes back with its own prefixes,
/// its spelt-out defaults and all foreign content; incoming and outgoing lists are completed from the sequence flows.
/// </summary>
public static class BpmnWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The file as text, with an XML declaration that says UTF-8.</summary>
    /// <param name="definitions">The model.</param>
    public static string Write(Definitions definitions)
    {
        using var buffer = new MemoryStream();
        Write(definitions, buffer);
        return Utf8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Writes the file to a stream, which stays open.</summary>
    /// <param name="definitions">The model.</param>
    /// <param name="stream">A writable stream.</param>
    public static void Write(Definitions definitions, Stream stream)
    {
        var declared = definitions.Extensions.Namespaces;
        var prefixes = BpmnNames.Prefixes.ToFrozenDictionary(p => p.Key, p => Prefix(p.Key, p.Value, declared));
        var complete = definitions with { Extensions = definitions.Extensions with { Namespaces = Complete(declared, prefixes) } };
        var settings = new XmlWriterSettings
        {
            Encoding = Utf8,
            Indent = true,
            IndentChars = "  ",
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize,
            CloseOutput = false,
        };
        using var xml = XmlWriter.Create(stream, settings);
        DefinitionsXml.Write(new ElementWriter(xml, prefixes, new FlowIndex(definitions)), complete);
    }

    /// <summary>The prefix that the file gave the namespace, else the usual one, else one that is free.</summary>
    private static string Prefix(string ns, string usual, ImmutableArray<NamespaceDeclaration> declared)
    {
        // An attribute needs a prefix, so the default namespace is no use for those two.
        var needsOne = ns is BpmnNames.Xsi or Extensions.GovNamespace;
        if (declared.FirstOrDefault(d => d.NamespaceUri == ns && !(needsOne && d.Prefix.Length == 0)) is { } own)
        {
            return own.Prefix;
        }

        var prefix = usual;
        while (declared.Any(d => d.Prefix == prefix))
        {
            prefix += "_";
        }

        return prefix;
    }

    private static ImmutableArray<NamespaceDeclaration> Complete(ImmutableArray<NamespaceDeclaration> declared, FrozenDictionary<string, string> prefixes) =>
        [.. declared, .. prefixes.Where(p => !declared.Any(d => d.Prefix == p.Value)).Select(p => new NamespaceDeclaration(p.Value, p.Key)).OrderBy(d => d.Prefix, StringComparer.Ordinal)];
}
