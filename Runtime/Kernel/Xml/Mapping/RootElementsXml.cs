using System.Collections.Frozen;
using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>The table of root elements, and those that are small.</summary>
internal static class RootElementsXml
{
    private static readonly FrozenDictionary<string, ItemKind> ItemKinds = new Dictionary<string, ItemKind>
    {
        ["Information"] = ItemKind.Information,
        ["Physical"] = ItemKind.Physical,
    }.ToFrozenDictionary();

    /// <summary>Every root element by element name.</summary>
    public static readonly FrozenDictionary<string, Func<ElementReader, RootElement>> Readers = new Dictionary<string, Func<ElementReader, RootElement>>
    {
        ["category"] = ArtifactsXml.ReadCategory,
        ["choreography"] = ReadVerbatim,
        ["collaboration"] = CollaborationXml.Read,
        ["conversation"] = ReadVerbatim,
        ["correlationProperty"] = ReadCorrelationProperty,
        ["dataStore"] = DataXml.ReadStore,
        ["endPoint"] = ReadVerbatim,
        ["error"] = r => r.Documented(new Error { ErrorCode = r.Text("errorCode"), StructureRef = r.FarRef("structureRef") }),
        ["escalation"] = r => r.Documented(new Escalation { EscalationCode = r.Text("escalationCode"), StructureRef = r.FarRef("structureRef") }),
        ["globalBusinessRuleTask"] = r => ProcessesXml.ReadGlobalTask(r, GlobalTaskKind.BusinessRule),
        ["globalChoreographyTask"] = ReadVerbatim,
        ["globalConversation"] = ReadVerbatim,
        ["globalManualTask"] = r => ProcessesXml.ReadGlobalTask(r, GlobalTaskKind.Manual),
        ["globalScriptTask"] = r => ProcessesXml.ReadGlobalTask(r, GlobalTaskKind.Script),
        ["globalTask"] = r => ProcessesXml.ReadGlobalTask(r, GlobalTaskKind.Task),
        ["globalUserTask"] = r => ProcessesXml.ReadGlobalTask(r, GlobalTaskKind.User),
        ["interface"] = ReadInterface,
        ["itemDefinition"] = ReadItem,
        ["message"] = r => r.Documented(new Message { ItemRef = r.FarRef("itemRef") }),
        ["partnerEntity"] = ReadVerbatim,
        ["partnerRole"] = ReadVerbatim,
        ["process"] = ProcessesXml.Read,
        ["resource"] = ResourcesXml.ReadResource,
        ["signal"] = r => r.Documented(new Signal { StructureRef = r.FarRef("structureRef") }),
    }.Concat(EventDefinitionsXml.Readers.Select(e => KeyValuePair.Create<string, Func<ElementReader, RootElement>>(e.Key, e.Value))).ToFrozenDictionary();

    public static void Write(ElementWriter w, RootElement root)
    {
        switch (root)
        {
            case ProcessDefinition process:
                ProcessesXml.Write(w, process);
                break;
            case GlobalTask task:
                ProcessesXml.Write(w, task);
                break;
            case Collaboration collaboration:
                CollaborationXml.Write(w, collaboration);
                break;
            case EventDefinition definition:
                EventDefinitionsXml.Write(w, definition);
                break;
            case DataStore store:
                DataXml.Write(w, store);
                break;
            case Category category:
                ArtifactsXml.Write(w, category);
                break;
            case Resource resource:
                ResourcesXml.Write(w, resource);
                break;
            case VerbatimRootElement verbatim:
                w.Verbatim(verbatim.Element);
                break;
            default:
                WriteSmall(w, root);
                break;
        }
    }

    private static VerbatimRootElement ReadVerbatim(ElementReader r)
    {
        LeftoverReader.Report(r.Context, r.Node, r.Node);
        return new() { Element = r.Node, Id = r.Node.Attribute("id") ?? "", Name = r.Node.Attribute("name"), Source = new() { Line = r.Node.Line, Column = r.Node.Column } };
    }

    private static ItemDefinition ReadItem(ElementReader r) => r.Documented(new ItemDefinition
    {
        StructureRef = r.Text("structureRef"),
        IsCollection = r.Flag("isCollection", false),
        ItemKind = r.Choice("itemKind", ItemKinds, ItemKind.Information),
    });

    private static Interface ReadInterface(ElementReader r) => r.Documented(new Interface
    {
        ImplementationRef = r.Text("implementationRef"),
        Operations = r.Many("operation", o => o.Documented(new Operation
        {
            ImplementationRef = o.Text("implementationRef"),
            InMessageRef = o.RefChild("inMessageRef"),
            OutMessageRef = o.RefChild("outMessageRef"),
            ErrorRefs = o.Refs("errorRef"),
        })),
    });

    private static CorrelationProperty ReadCorrelationProperty(ElementReader r) => r.Documented(new CorrelationProperty
    {
        Type = r.Text("type"),
        Retrievals = r.Many("correlationPropertyRetrievalExpression", c => c.Documented(new CorrelationPropertyRetrieval
        {
            MessageRef = c.RequiredRef("messageRef"),
            MessagePath = c.One("messagePath", DocumentationXml.ReadExpression),
        })),
    });

    private static void WriteSmall(ElementWriter w, RootElement root)
    {
        w.Start(SmallName(root), root);
        switch (root)
        {
            case Message message:
                w.Text("itemRef", message.ItemRef);
                break;
            case Signal signal:
                w.Text("structureRef", signal.StructureRef);
                break;
            case Error error:
                w.Text("errorCode", error.ErrorCode);
                w.Text("structureRef", error.StructureRef);
                break;
            case Escalation escalation:
                w.Text("escalationCode", escalation.EscalationCode);
                w.Text("structureRef", escalation.StructureRef);
                break;
            case ItemDefinition item:
                w.Text("structureRef", item.StructureRef);
                w.Flag("isCollection", item.IsCollection, false, item);
                w.Choice("itemKind", ItemKinds, item.ItemKind, ItemKind.Information, item);
                break;
            case Interface service:
                w.Text("implementationRef", service.ImplementationRef);
                break;
            case CorrelationProperty property:
                w.Text("type", property.Type);
                break;
            default:
                break;
        }

        w.Body(root);
        if (root is Interface { Operations: var operations })
        {
            w.Many(operations, Write);
        }
        else if (root is CorrelationProperty { Retrievals: var retrievals })
        {
            w.Many(retrievals, Write);
        }

        w.End(root);
    }

    private static string SmallName(RootElement root) => root switch
    {
        Message => "message",
        Signal => "signal",
        Error => "error",
        Escalation => "escalation",
        ItemDefinition => "itemDefinition",
        Interface => "interface",
        CorrelationProperty => "correlationProperty",
        _ => throw new InvalidOperationException($"Expected a root element, but got {root.GetType().Name}."),
    };

    private static void Write(ElementWriter w, Operation operation)
    {
        w.Start("operation", operation);
        w.Text("implementationRef", operation.ImplementationRef);
        w.Body(operation);
        w.RefChild("inMessageRef", operation.InMessageRef);
        w.RefChild("outMessageRef", operation.OutMessageRef);
        w.Refs("errorRef", operation.ErrorRefs);
        w.End(operation);
    }

    private static void Write(ElementWriter w, CorrelationPropertyRetrieval retrieval)
    {
        w.Start("correlationPropertyRetrievalExpression", retrieval);
        w.Text("messageRef", retrieval.MessageRef);
        w.Body(retrieval);
        w.One(retrieval.MessagePath, "messagePath", DocumentationXml.Write);
        w.End(retrieval);
    }
}
