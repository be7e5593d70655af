using System.Collections.Frozen;
using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>Gateways.</summary>
internal static class GatewaysXml
{
    private static readonly FrozenDictionary<string, GatewayDirection> Directions = new Dictionary<string, GatewayDirection>
    {
        ["Unspecified"] = GatewayDirection.Unspecified,
        ["Converging"] = GatewayDirection.Converging,
        ["Diverging"] = GatewayDirection.Diverging,
        ["Mixed"] = GatewayDirection.Mixed,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, EventGatewayType> EventTypes = new Dictionary<string, EventGatewayType>
    {
        ["Exclusive"] = EventGatewayType.Exclusive,
        ["Parallel"] = EventGatewayType.Parallel,
    }.ToFrozenDictionary();

    public static T Gateway<T>(ElementReader r, T gateway)
        where T : Gateway => FlowElementsXml.Node(r, gateway with { Direction = r.Choice("gatewayDirection", Directions, GatewayDirection.Unspecified) });

    public static ExclusiveGateway ReadExclusive(ElementReader r) => Gateway(r, new ExclusiveGateway { Default = r.Ref("default") });

    public static InclusiveGateway ReadInclusive(ElementReader r) => Gateway(r, new InclusiveGateway { Default = r.Ref("default") });

    public static ComplexGateway ReadComplex(ElementReader r) => Gateway(r, new ComplexGateway
    {
        Default = r.Ref("default"),
        ActivationCondition = r.One("activationCondition", DocumentationXml.ReadExpression),
    });

    public static EventBasedGateway ReadEventBased(ElementReader r) => Gateway(r, new EventBasedGateway
    {
        Instantiate = r.Flag("instantiate", false),
        EventGatewayType = r.Choice("eventGatewayType", EventTypes, EventGatewayType.Exclusive),
    });

    public static void Write(ElementWriter w, Gateway gateway)
    {
        w.Start(ElementName(gateway), gateway);
        w.Choice("gatewayDirection", Directions, gateway.Direction, GatewayDirection.Unspecified, gateway);
        switch (gateway)
        {
            case ExclusiveGateway exclusive:
                w.Text("default", exclusive.Default);
                break;
            case InclusiveGateway inclusive:
                w.Text("default", inclusive.Default);
                break;
            case ComplexGateway complex:
                w.Text("default", complex.Default);
                break;
            case EventBasedGateway events:
                w.Flag("instantiate", events.Instantiate, false, events);
                w.Choice("eventGatewayType", EventTypes, events.EventGatewayType, EventGatewayType.Exclusive, events);
                break;
            default:
                break;
        }

        FlowElementsXml.NodeBody(w, gateway);
        if (gateway is ComplexGateway { ActivationCondition: { } condition })
        {
            DocumentationXml.Write(w, condition, "activationCondition");
        }

        w.End(gateway);
    }

    private static string ElementName(Gateway gateway) => gateway switch
    {
        ExclusiveGateway => "exclusiveGateway",
        InclusiveGateway => "inclusiveGateway",
        ParallelGateway => "parallelGateway",
        ComplexGateway => "complexGateway",
        EventBasedGateway => "eventBasedGateway",
        _ => throw new InvalidOperationException($"Expected a gateway, but got {gateway.GetType().Name}."),
    };
}
