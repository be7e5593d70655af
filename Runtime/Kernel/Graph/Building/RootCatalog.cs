using Platform.Kernel.Model;

namespace Platform.Kernel.Graph.Building;

/// <summary>The shared elements of a file, by id: messages, signals, errors, escalations and event definitions.</summary>
internal sealed class RootCatalog
{
    private readonly Dictionary<string, RootElement> byId = new(StringComparer.Ordinal);

    internal RootCatalog(Definitions definitions)
    {
        foreach (var element in definitions.RootElements)
        {
            if (element.Id.Length > 0)
            {
                byId.TryAdd(element.Id, element);
            }
        }
    }

    /// <summary>The element of that id and type, or null. References from another namespace keep their prefix and are found by what follows it.</summary>
    internal T? Find<T>(string? reference)
        where T : RootElement
    {
        if (string.IsNullOrEmpty(reference))
        {
            return null;
        }
        if (byId.GetValueOrDefault(reference) is T found)
        {
            return found;
        }
        int colon = reference.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : byId.GetValueOrDefault(reference[(colon + 1)..]) as T;
    }
}
