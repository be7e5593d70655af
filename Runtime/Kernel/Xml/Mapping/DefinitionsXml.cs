using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>bpmn:definitions itself, with imports and extension declarations.</summary>
internal static class DefinitionsXml
{
    /// <summary>Namespace written for a model that has none; the schema demands one.</summary>
    private const string DefaultTarget = "urn:shanzhi:definitions";

    public static Definitions Read(ElementReader r) => r.Complete(new Definitions
    {
        TargetNamespace = r.Text("targetNamespace") ?? "",
        ExpressionLanguage = r.Text("expressionLanguage"),
        TypeLanguage = r.Text("typeLanguage"),
        Exporter = r.Text("exporter"),
        ExporterVersion = r.Text("exporterVersion"),
        Imports = r.Many("import", ReadImport),
        ExtensionDeclarations = r.Many("extension", e => e.Documented(new ExtensionDeclaration
        {
            Definition = e.Text("definition"),
            MustUnderstand = e.Flag("mustUnderstand", false),
        })),
        RootElements = r.Many(RootElementsXml.Readers),
        Diagrams = r.Many("BPMNDiagram", DiagramXml.Read, BpmnNames.Bpmndi),
    });

    public static void Write(ElementWriter w, Definitions definitions)
    {
        w.Start("definitions", definitions);
        w.Text("targetNamespace", definitions.TargetNamespace.Length > 0 ? definitions.TargetNamespace : DefaultTarget);
        w.Text("expressionLanguage", definitions.ExpressionLanguage);
        w.Text("typeLanguage", definitions.TypeLanguage);
        w.Text("exporter", definitions.Exporter);
        w.Text("exporterVersion", definitions.ExporterVersion);
        w.Body(definitions);
        w.Many(definitions.Imports, Write);
        w.Many(definitions.ExtensionDeclarations, Write);
        w.Many(definitions.RootElements, RootElementsXml.Write);
        w.Many(definitions.Diagrams, DiagramXml.Write);
        w.End(definitions);
    }

    private static Import ReadImport(ElementReader r) => r.Complete(new Import
    {
        Namespace = r.Text("namespace") ?? "",
        Location = r.Text("location"),
        ImportType = r.Text("importType") ?? "",
    });

    private static void Write(ElementWriter w, Import import)
    {
        w.Start("import", import);
        w.Text("namespace", import.Namespace);
        w.Text("location", import.Location);
        w.Text("importType", import.ImportType);
        w.Body(import);
        w.End(import);
    }

    private static void Write(ElementWriter w, ExtensionDeclaration extension)
    {
        w.Start("extension", extension);
        w.Text("definition", extension.Definition);
        w.Flag("mustUnderstand", extension.MustUnderstand, false, extension);
        w.Body(extension);
        w.End(extension);
    }
}
