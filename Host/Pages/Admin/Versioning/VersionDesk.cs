using System.Xml;
using Platform.Designer.Versions;
using Platform.Kernel.Xml;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Definitions.Versions;

namespace Platform.Host.Pages.Admin.Versioning;

/// <summary>Lays two versions of a process side by side.</summary>
/// <param name="versions">Published versions.</param>
/// <param name="drafts">Files of drafts.</param>
public sealed class VersionDesk(VersionQuery versions, DraftFiles drafts)
{
    /// <summary>Compares two versions; null when one is not there.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="from">The older version; null for nothing, as before the first version.</param>
    /// <param name="to">The newer version; null for the draft.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Comparison?> CompareAsync(string tenantId, string key, Guid? from, Guid? to, CancellationToken ct)
    {
        var after = to is { } newer ? await versions.FilesAsync(tenantId, newer, ct) : await DraftAsync(tenantId, key, ct);
        var before = from is { } older ? await versions.FilesAsync(tenantId, older, ct) : after;
        if (before is null || after is null || before.Key != key || after.Key != key)
        {
            return null;
        }

        try
        {
            return new Comparison(before, after, [.. ProcessDiff.Compare(before.Process, after.Process), .. FileDiff.Compare(before.Files, after.Files)]);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private async Task<VersionFiles?> DraftAsync(string tenantId, string key, CancellationToken ct)
    {
        if (await drafts.AllAsync(tenantId, key, ct) is not { } files)
        {
            return null;
        }

        foreach (var (name, content) in files.Where(file => file.Key.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase)))
        {
            if (BpmnReader.Read(content.AsSpan()).Definitions?.Processes.FirstOrDefault(process => process.Id == key) is { } process)
            {
                return new VersionFiles(key, 0, process.Name ?? key, name, files);
            }
        }

        return null;
    }
}

/// <summary>Two versions side by side.</summary>
/// <param name="Before">The older one.</param>
/// <param name="After">The newer one; version 0 is the draft.</param>
/// <param name="Changes">What differs.</param>
public sealed record Comparison(VersionFiles Before, VersionFiles After, IReadOnlyList<ElementChange> Changes);
