using System.Collections.Frozen;
using System.Xml;
using System.Xml.Linq;

namespace Platform.Conformance.BpmnInterchange;

/// <summary>
/// The order of children that BPMN20.xsd (Semantic.xsd, BPMNDI.xsd) demands, written down from the specification's
/// type definitions. Elements that the schema does not know at a place are none of its business.
/// </summary>
internal static class SchemaOrder
{
    private const string Base = "documentation extensionElements";
    private const string FlowElement = Base + " auditing monitoring categoryValueRef";
    private const string FlowNode = FlowElement + " incoming outgoing";
    private const string Roles = "resourceRole|performer|humanPerformer|potentialOwner";
    private const string Loops = "multiInstanceLoopCharacteristics|standardLoopCharacteristics";
    private const string Activity = FlowNode + " ioSpecification property dataInputAssociation dataOutputAssociation " + Roles + " " + Loops;
    private const string Artifacts = "association|group|textAnnotation";
    private const string Definitions = "cancelEventDefinition|compensateEventDefinition|conditionalEventDefinition|errorEventDefinition|escalationEventDefinition|"
        + "linkEventDefinition|messageEventDefinition|signalEventDefinition|terminateEventDefinition|timerEventDefinition";

    private const string Roots = Definitions + "|category|choreography|collaboration|conversation|correlationProperty|dataStore|endPoint|error|escalation|"
        + "globalBusinessRuleTask|globalChoreographyTask|globalConversation|globalManualTask|globalScriptTask|globalTask|globalUserTask|interface|itemDefinition|"
        + "message|partnerEntity|partnerRole|process|resource|signal";

    private const string FlowElements = "adHocSubProcess|boundaryEvent|businessRuleTask|callActivity|callChoreography|choreographyTask|complexGateway|dataObject|"
        + "dataObjectReference|dataStoreReference|endEvent|eventBasedGateway|exclusiveGateway|implicitThrowEvent|inclusiveGateway|intermediateCatchEvent|"
        + "intermediateThrowEvent|manualTask|parallelGateway|receiveTask|scriptTask|sendTask|sequenceFlow|serviceTask|startEvent|subChoreography|subProcess|task|"
        + "transaction|userTask";

    private const string Catch = FlowNode + " property dataOutput dataOutputAssociation outputSet " + Definitions + " eventDefinitionRef";
    private const string Throw = FlowNode + " property dataInput dataInputAssociation inputSet " + Definitions + " eventDefinitionRef";
    private const string SubProcess = Activity + " laneSet " + FlowElements + " " + Artifacts;
    private const string Callable = Base + " supportedInterfaceRef ioSpecification ioBinding";
    private const string Role = Base + " resourceRef resourceParameterBinding resourceAssignmentExpression";
    private const string Expressions = Base + " expression|formalExpression";

    private static readonly FrozenDictionary<string, string[][]> Orders = new Dictionary<string, string>
    {
        ["definitions"] = "import extension " + Roots + " BPMNDiagram relationship",
        ["process"] = Callable + " auditing monitoring property laneSet " + FlowElements + " " + Artifacts + " " + Roles + " correlationSubscription supports",
        ["collaboration"] = Base + " participant messageFlow " + Artifacts + " conversation|callConversation|subConversation conversationAssociation "
            + "participantAssociation messageFlowAssociation correlationKey choreographyRef conversationLink",
        ["participant"] = Base + " interfaceRef endPointRef participantMultiplicity",
        ["laneSet"] = Base + " lane",
        ["childLaneSet"] = Base + " lane",
        ["lane"] = Base + " partitionElement flowNodeRef childLaneSet",
        ["sequenceFlow"] = FlowElement + " conditionExpression",
        ["dataObject"] = FlowElement + " dataState",
        ["dataObjectReference"] = FlowElement + " dataState",
        ["dataStoreReference"] = FlowElement + " dataState",
        ["dataStore"] = Base + " dataState",
        ["property"] = Base + " dataState",
        ["dataInput"] = Base + " dataState",
        ["dataOutput"] = Base + " dataState",
        ["ioSpecification"] = Base + " dataInput dataOutput inputSet outputSet",
        ["inputSet"] = Base + " dataInputRefs optionalInputRefs whileExecutingInputRefs outputSetRefs",
        ["outputSet"] = Base + " dataOutputRefs optionalOutputRefs whileExecutingOutputRefs inputSetRefs",
        ["dataInputAssociation"] = Base + " sourceRef targetRef transformation assignment",
        ["dataOutputAssociation"] = Base + " sourceRef targetRef transformation assignment",
        ["assignment"] = Base + " from to",
        ["task"] = Activity,
        ["manualTask"] = Activity,
        ["serviceTask"] = Activity,
        ["sendTask"] = Activity,
        ["receiveTask"] = Activity,
        ["businessRuleTask"] = Activity,
        ["callActivity"] = Activity,
        ["userTask"] = Activity + " rendering",
        ["scriptTask"] = Activity + " script",
        ["subProcess"] = SubProcess,
        ["transaction"] = SubProcess,
        ["adHocSubProcess"] = SubProcess + " completionCondition",
        ["exclusiveGateway"] = FlowNode,
        ["inclusiveGateway"] = FlowNode,
        ["parallelGateway"] = FlowNode,
        ["eventBasedGateway"] = FlowNode,
        ["complexGateway"] = FlowNode + " activationCondition",
        ["startEvent"] = Catch,
        ["intermediateCatchEvent"] = Catch,
        ["boundaryEvent"] = Catch,
        ["endEvent"] = Throw,
        ["intermediateThrowEvent"] = Throw,
        ["implicitThrowEvent"] = Throw,
        ["event"] = Throw,
        ["messageEventDefinition"] = Base + " operationRef",
        ["linkEventDefinition"] = Base + " source target",
        ["conditionalEventDefinition"] = Base + " condition",
        ["timerEventDefinition"] = Base + " timeDate|timeDuration|timeCycle",
        ["multiInstanceLoopCharacteristics"] = Base + " loopCardinality loopDataInputRef loopDataOutputRef inputDataItem outputDataItem complexBehaviorDefinition completionCondition",
        ["standardLoopCharacteristics"] = Base + " loopCondition",
        ["complexBehaviorDefinition"] = Base + " condition event",
        ["resourceRole"] = Role,
        ["performer"] = Role,
        ["humanPerformer"] = Role,
        ["potentialOwner"] = Role,
        ["resourceAssignmentExpression"] = Expressions,
        ["resourceParameterBinding"] = Expressions,
        ["resource"] = Base + " resourceParameter",
        ["interface"] = Base + " operation",
        ["operation"] = Base + " inMessageRef outMessageRef errorRef",
        ["category"] = Base + " categoryValue",
        ["textAnnotation"] = Base + " text",
        ["correlationProperty"] = Base + " correlationPropertyRetrievalExpression",
        ["globalTask"] = Callable + " " + Roles,
        ["globalManualTask"] = Callable + " " + Roles,
        ["globalBusinessRuleTask"] = Callable + " " + Roles,
        ["globalUserTask"] = Callable + " " + Roles + " rendering",
        ["globalScriptTask"] = Callable + " " + Roles + " script",
        ["BPMNDiagram"] = "BPMNPlane BPMNLabelStyle",
        ["BPMNPlane"] = "extension BPMNShape|BPMNEdge",
        ["BPMNShape"] = "extension Bounds BPMNLabel",
        ["BPMNEdge"] = "extension waypoint BPMNLabel",
        ["BPMNLabel"] = "extension Bounds",
    }.ToFrozenDictionary(o => o.Key, o => o.Value.Split(' ').Select(group => group.Split('|')).ToArray());

    private static readonly FrozenSet<string> Namespaces = new[]
    {
        "http://www.omg.org/spec/BPMN/20100524/MODEL", "http://www.omg.org/spec/BPMN/20100524/DI",
        "http://www.omg.org/spec/DD/20100524/DC", "http://www.omg.org/spec/DD/20100524/DI",
    }.ToFrozenSet();

    /// <summary>Every child that stands after one that must follow it.</summary>
    internal static IEnumerable<string> Violations(XDocument document) =>
        document.Root!.DescendantsAndSelf().Where(e => Namespaces.Contains(e.Name.NamespaceName) && !IsForeign(e)).SelectMany(Violations);

    private static bool IsForeign(XElement element) => element.Ancestors().Any(a => a.Name.LocalName is "extensionElements" || !Namespaces.Contains(a.Name.NamespaceName));

    private static IEnumerable<string> Violations(XElement element)
    {
        if (!Orders.TryGetValue(element.Name.LocalName, out var order))
        {
            yield break;
        }

        var reached = 0;
        foreach (var child in element.Elements().Where(c => Namespaces.Contains(c.Name.NamespaceName)))
        {
            var place = Array.FindIndex(order, group => group.Contains(child.Name.LocalName, StringComparer.Ordinal));
            if (place >= 0 && place < reached)
            {
                yield return $"schema order: {child.Name.LocalName} after {order[reached][0]} in {element.Name.LocalName} {(string?)element.Attribute("id")} (line {((IXmlLineInfo)child).LineNumber} of the output)";
            }

            reached = Math.Max(reached, place);
        }
    }
}
