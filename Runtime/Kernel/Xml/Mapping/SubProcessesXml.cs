using System.Collections.Frozen;
using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>Sub-processes, transactions and ad-hoc sub-processes.</summary>
internal static class SubProcessesXml
{
    private static readonly FrozenDictionary<string, AdHocOrdering> Orderings = new Dictionary<string, AdHocOrdering>
    {
        ["Parallel"] = AdHocOrdering.Parallel,
        ["Sequential"] = AdHocOrdering.Sequential,
    }.ToFrozenDictionary();

    public static SubProcess Read(ElementReader r, SubProcessKind kind)
    {
        var isByEvent = r.Flag("triggeredByEvent", false);
        var sub = new SubProcess
        {
            Kind = kind == SubProcessKind.Embedded && isByEvent ? SubProcessKind.Event : kind,
            TriggeredByEvent = isByEvent,
            LaneSets = r.Many("laneSet", LanesXml.ReadSet),
            FlowElements = r.Many(FlowElementsXml.Readers),
            Artifacts = r.Many(ArtifactsXml.Readers),
        };
        return FlowElementsXml.Activity(r, kind switch
        {
            SubProcessKind.Transaction => sub with { Method = r.Text("method", "##Compensate") },
            SubProcessKind.AdHoc => sub with
            {
                Ordering = r.Choice("ordering", Orderings),
                CancelRemainingInstances = r.Flag("cancelRemainingInstances", true),
                CompletionCondition = r.One("completionCondition", DocumentationXml.ReadExpression),
            },
            _ => sub,
        });
    }

    public static void Write(ElementWriter w, SubProcess sub)
    {
        w.Start(ElementName(sub), sub);
        FlowElementsXml.ActivityAttributes(w, sub);
        w.Flag("triggeredByEvent", sub.TriggeredByEvent || sub.Kind == SubProcessKind.Event, false, sub);
        if (sub.Kind == SubProcessKind.Transaction)
        {
            w.Text("method", sub.Method, "##Compensate", sub);
        }
        else if (sub.Kind == SubProcessKind.AdHoc)
        {
            w.Choice("ordering", Orderings, sub.Ordering);
            w.Flag("cancelRemainingInstances", sub.CancelRemainingInstances, true, sub);
        }

        FlowElementsXml.ActivityBody(w, sub);
        w.Many(sub.LaneSets, "laneSet", LanesXml.Write);
        w.Many(sub.FlowElements, FlowElementsXml.Write);
        w.Many(sub.Artifacts, ArtifactsXml.Write);
        if (sub.Kind == SubProcessKind.AdHoc)
        {
            w.One(sub.CompletionCondition, "completionCondition", DocumentationXml.Write);
        }

        w.End(sub);
    }

    private static string ElementName(SubProcess sub) => sub.Kind switch
    {
        SubProcessKind.Transaction => "transaction",
        SubProcessKind.AdHoc => "adHocSubProcess",
        _ => "subProcess",
    };
}
