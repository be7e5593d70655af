using System.Collections.Frozen;

namespace Platform.Kernel.Xml;

/// <summary>Namespaces and names that reader and writer share.</summary>
internal static class BpmnNames
{
    public const string Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public const string Bpmndi = "http://www.omg.org/spec/BPMN/20100524/DI";
    public const string Dc = "http://www.omg.org/spec/DD/20100524/DC";
    public const string Di = "http://www.omg.org/spec/DD/20100524/DI";
    public const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";
    public const string Xmlns = "http://www.w3.org/2000/xmlns/";

    /// <summary>Prefix each namespace gets when a model names none.</summary>
    public static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>
    {
        [Model] = "bpmn",
        [Bpmndi] = "bpmndi",
        [Dc] = "dc",
        [Di] = "di",
        [Xsi] = "xsi",
        [Platform.Kernel.Model.Extensions.GovNamespace] = "gov",
    }.ToFrozenDictionary();

    /// <summary>Parts of BPMN that have no typed form because the platform neither runs nor edits them.</summary>
    public static readonly FrozenSet<string> KeptVerbatim = new[]
    {
        "callChoreography", "callConversation", "choreography", "choreographyRef", "choreographyTask", "conversation",
        "conversationAssociation", "conversationLink", "conversationNode", "correlationKey", "correlationSubscription",
        "endPoint", "globalChoreographyTask", "globalConversation", "messageFlowAssociation", "participantAssociation",
        "partnerEntity", "partnerRole", "relationship", "subChoreography", "subConversation", "supports",
    }.ToFrozenSet();

    /// <summary>True for the namespaces that the standard itself owns.</summary>
    public static bool IsStandard(string ns) => ns is Model or Bpmndi or Dc or Di;
}
