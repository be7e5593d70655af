using System.Collections.Frozen;
using System.Xml.Linq;

namespace Platform.Decisions.Dmn.Xml;

/// <summary>The namespaces of DMN 1.1 to 1.6. Models are held and written in those of 1.5.</summary>
internal static class DmnNames
{
    internal const string Model = "https://www.omg.org/spec/DMN/20230324/MODEL/";
    internal const string Diagram = "https://www.omg.org/spec/DMN/20230324/DMNDI/";
    internal const string Feel = "https://www.omg.org/spec/DMN/20230324/FEEL/";

    /// <summary>Every namespace that some version of DMN used for the same vocabulary → the one of 1.5.</summary>
    internal static readonly FrozenDictionary<string, string> Current = new Dictionary<string, string>
    {
        ["http://www.omg.org/spec/DMN/20130901"] = Model,
        ["http://www.omg.org/spec/DMN/20151101/dmn.xsd"] = Model,
        ["http://www.omg.org/spec/DMN/20151130"] = Model,
        ["http://www.omg.org/spec/DMN/20180521/MODEL/"] = Model,
        ["https://www.omg.org/spec/DMN/20191111/MODEL/"] = Model,
        ["https://www.omg.org/spec/DMN/20211108/MODEL/"] = Model,
        ["https://www.omg.org/spec/DMN/20240513/MODEL/"] = Model,
        [Model] = Model,
        ["http://www.omg.org/spec/DMN/20180521/DMNDI/"] = Diagram,
        ["https://www.omg.org/spec/DMN/20191111/DMNDI/"] = Diagram,
        ["https://www.omg.org/spec/DMN/20211108/DMNDI/"] = Diagram,
        ["https://www.omg.org/spec/DMN/20240513/DMNDI/"] = Diagram,
        [Diagram] = Diagram,
        ["http://www.omg.org/FEEL/20140401"] = Feel,
        ["http://www.omg.org/spec/FEEL/20140401"] = Feel,
        ["http://www.omg.org/spec/DMN/20180521/FEEL/"] = Feel,
        ["https://www.omg.org/spec/DMN/20191111/FEEL/"] = Feel,
        ["https://www.omg.org/spec/DMN/20211108/FEEL/"] = Feel,
        ["https://www.omg.org/spec/DMN/20240513/FEEL/"] = Feel,
        [Feel] = Feel,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly XNamespace Dmn = Model;

    /// <summary>The qualified name of an element of the model vocabulary.</summary>
    internal static XName Name(string localName) => Dmn + localName;

    /// <summary>True for a language attribute that means FEEL, whatever version it names.</summary>
    internal static bool IsFeel(string? language) =>
        string.IsNullOrWhiteSpace(language)
        || (Current.TryGetValue(language, out var current) && current == Feel)
        || string.Equals(language, "feel", StringComparison.OrdinalIgnoreCase);
}
