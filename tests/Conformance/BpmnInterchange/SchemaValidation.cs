using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Platform.Conformance.BpmnInterchange;

/// <summary>Validates against the real BPMN20.xsd, which comes with the client's packages and so is there once the designer was built.</summary>
internal sealed class SchemaValidation
{
    private readonly XmlSchemaSet _schemas;

    private SchemaValidation(XmlSchemaSet schemas) => _schemas = schemas;

    /// <summary>The schema found above a folder, or null.</summary>
    internal static SchemaValidation? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "Designer", "client", "node_modules", "bpmn-moddle", "resources", "bpmn", "xsd", "BPMN20.xsd");
            if (File.Exists(file))
            {
                return Load(file);
            }
        }

        return null;
    }

    /// <summary>What the copy breaks that the original did not. A file that was invalid before is not blamed for it.</summary>
    internal IEnumerable<string> NewErrors(XDocument original, XDocument copy) => Errors(copy).Except(Errors(original)).Select(e => $"schema: {e}");

    /// <summary>All errors of a document.</summary>
    internal IReadOnlyList<string> Errors(XDocument document)
    {
        var errors = new List<string>();
        document.Validate(_schemas, (_, e) => errors.Add(e.Message));
        return errors;
    }

    private static SchemaValidation Load(string file)
    {
        // The resolver follows the includes between the five local files; the schemas name no other address.
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        using var reader = XmlReader.Create(file);
        schemas.Add(null, reader);
        schemas.Compile();
        return new(schemas);
    }
}
