using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Kernel.Xml;

/// <summary>Checks references when the whole file has been read: to nothing, and in circles.</summary>
internal static class ReferenceCheck
{
    public static void Run(ReadContext context, Definitions definitions)
    {
        foreach (var (from, id, by) in context.References)
        {
            if (!context.HasId(id))
            {
                context.Report(ReadIssueCodes.ReferenceDangling, ReadSeverity.Warning, $"“{from.LocalName}”的“{by}”指向的“{id}”在文件中不存在。", from);
            }
        }

        foreach (var process in definitions.Processes)
        {
            Check(context, process.FlowElements);
        }
    }

    private static void Check(ReadContext context, ImmutableArray<FlowElement> elements)
    {
        // An event attached to an event, and data that refers to a reference: each may lead on, and so in a circle.
        var next = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            next[element.Id] = element switch
            {
                BoundaryEvent boundary => boundary.AttachedToRef,
                DataObjectReference reference => reference.DataObjectRef,
                _ => null,
            };
        }

        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            if (LeadsBack(element.Id, next, done))
            {
                Report(context, element);
            }

            if (element is SubProcess sub)
            {
                Check(context, sub.FlowElements);
            }
        }
    }

    /// <summary>True when the chain from here comes back to here. Ids known to lead out, or to a circle already reported, are not walked again.</summary>
    private static bool LeadsBack(string id, Dictionary<string, string?> next, HashSet<string> done)
    {
        var chain = new HashSet<string>(StringComparer.Ordinal);
        string? current = id;
        while (current is not null && !done.Contains(current) && chain.Add(current))
        {
            current = next.GetValueOrDefault(current);
        }

        var isCircle = current is not null && chain.Contains(current);
        done.UnionWith(chain);
        return isCircle;
    }

    private static void Report(ReadContext context, FlowElement element)
    {
        var at = new ExtensionElement
        {
            NamespaceUri = BpmnNames.Model,
            LocalName = element is BoundaryEvent ? "boundaryEvent" : "dataObjectReference",
            Line = element.Source.Line,
            Column = element.Source.Column,
        };
        context.Report(ReadIssueCodes.ReferenceCycle, ReadSeverity.Error, $"从“{element.Id}”出发的引用又回到自身，形成循环。", at, element.Id);
    }
}
