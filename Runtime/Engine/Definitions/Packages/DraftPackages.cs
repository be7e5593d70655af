using Platform.Decisions.Dmn;
using Platform.Kernel;
using Platform.Kernel.Xml;
using Platform.Runtime.Definitions.Drafts;

namespace Platform.Runtime.Definitions.Packages;

/// <summary>
/// Packs drafts, and says what an incoming file would do to one. The process itself is taken over by whoever edits it, so that
/// it can be undone there like every other change; what stands beside it is taken over here.
/// </summary>
/// <param name="files">Files of drafts.</param>
public sealed class DraftPackages(DraftFiles files)
{
    /// <summary>A draft with everything beside it as a package.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="process">The process as it stands in the editor; null for what was kept last.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The package; <c>draft.not-found</c> when there is neither draft nor version.</returns>
    public async Task<Result<ProcessPackage>> PackAsync(string tenantId, string key, byte[]? process, CancellationToken ct)
    {
        if (await files.AllAsync(tenantId, key, ct) is not { } all || ProcessFile(all, key) is not { } own)
        {
            return new Problem("draft.not-found", "没有找到这个流程的草稿或已发布版本。");
        }

        var packed = new Dictionary<string, byte[]>(all, StringComparer.Ordinal);
        packed[own] = process ?? packed[own];
        var name = BpmnReader.Read(packed[own].AsSpan()).Definitions?.Processes.FirstOrDefault(p => p.Id == key)?.Name;
        return new ProcessPackage { Key = key, Name = string.IsNullOrWhiteSpace(name) ? key : name, ProcessFile = own, Files = packed };
    }

    /// <summary>The files beside a draft's process that end in a certain way, by name; empty without draft and version.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="ending">For example <c>.dmn</c>.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyDictionary<string, byte[]>> BesideAsync(string tenantId, string key, string ending, CancellationToken ct) =>
        (await files.AllAsync(tenantId, key, ct) ?? new Dictionary<string, byte[]>())
            .Where(f => f.Key.EndsWith(ending, StringComparison.OrdinalIgnoreCase)).OrderBy(f => f.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    /// <summary>What an incoming file would change beside a draft's process. Changes nothing.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="incoming">The file.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The changes; <c>draft.not-found</c>, or <c>package.file-name</c> when a further process has the name of the draft's own.</returns>
    public async Task<Result<DraftImport>> PlanAsync(string tenantId, string key, IncomingFile incoming, CancellationToken ct)
    {
        if (await files.AllAsync(tenantId, key, ct) is not { } all || ProcessFile(all, key) is not { } own)
        {
            return new Problem("draft.not-found", "没有找到这个流程的草稿或已发布版本。");
        }

        var beside = all.Where(f => f.Key != own).ToDictionary(StringComparer.Ordinal);
        switch (incoming)
        {
            case IncomingFile.Process process:
                return new DraftImport { Process = process.Content, Files = [] };
            case IncomingFile.Decision decision:
                return new DraftImport { Files = [Change(beside, NameOf(beside, decision), decision.Content)] };
            case IncomingFile.Package { Content: var package } when !package.Others.ContainsKey(own):
                var gone = beside.Keys.Except(package.Others.Keys, StringComparer.Ordinal).Select(name => Change(beside, name, null));
                return new DraftImport
                {
                    Process = package.Process,
                    WasChanged = package.WasChanged,
                    Files = [.. package.Others.Select(f => Change(beside, f.Key, f.Value)).Concat(gone).Where(f => f.Kind != FileChange.Same).OrderBy(f => f.Kind).ThenBy(f => f.Name, StringComparer.Ordinal)],
                };
            case IncomingFile.Package:
                return new Problem("package.file-name", $"流程包里另有一个流程文件也叫“{own}”，请改名后再导入。");
            default:
                throw new ArgumentOutOfRangeException(nameof(incoming), incoming, "Expected a known kind of file.");
        }
    }

    /// <summary>Takes the files beside the process over, all or none.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="changes">From <see cref="PlanAsync"/>.</param>
    /// <param name="by">Who imports.</param>
    /// <param name="ct">Gives up; a commit under way is not undone.</param>
    /// <returns>Null when they were taken over; <c>draft.not-found</c>, <c>draft.file-too-large</c>.</returns>
    public Task<Problem?> TakeAsync(string tenantId, string key, IReadOnlyList<PlannedFile> changes, Guid by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return files.SaveAllAsync(tenantId, key, changes.ToDictionary(f => f.Name, f => f.After, StringComparer.Ordinal), by, ct);
    }

    /// <summary>Puts the files back that <see cref="TakeAsync"/> replaced or took away.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="changes">What was taken over.</param>
    /// <param name="by">Who changed their mind.</param>
    /// <param name="ct">Gives up; a commit under way is not undone.</param>
    /// <returns>As <see cref="TakeAsync"/>.</returns>
    public Task<Problem?> PutBackAsync(string tenantId, string key, IReadOnlyList<PlannedFile> changes, Guid by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return files.SaveAllAsync(tenantId, key, changes.ToDictionary(f => f.Name, f => f.Before, StringComparer.Ordinal), by, ct);
    }

    private static PlannedFile Change(Dictionary<string, byte[]> beside, string name, byte[]? after)
    {
        var before = beside.GetValueOrDefault(name);
        var kind = (before, after) switch
        {
            (null, _) => FileChange.Added,
            (_, null) => FileChange.Removed,
            _ => before.AsSpan().SequenceEqual(after) ? FileChange.Same : FileChange.Replaced,
        };
        return new PlannedFile(name, kind, before, after);
    }

    /// <summary>A decision takes the place of the file that holds the same decision; otherwise it comes under its own name.</summary>
    private static string NameOf(Dictionary<string, byte[]> beside, IncomingFile.Decision decision) =>
        beside.Where(f => f.Key.EndsWith(PackagedFile.Dmn, StringComparison.OrdinalIgnoreCase)).OrderBy(f => f.Key, StringComparer.Ordinal)
            .Where(f => DecisionsIn(f.Value).Intersect(decision.Decisions, StringComparer.Ordinal).Any()).Select(f => f.Key).FirstOrDefault() ?? decision.Name;

    private static IEnumerable<string> DecisionsIn(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        return [.. (DmnReader.Read(stream).Model?.Decisions ?? []).Select(d => d.Id ?? d.Name)];
    }

    private static string? ProcessFile(IReadOnlyDictionary<string, byte[]> all, string key) =>
        all.Where(f => f.Key.EndsWith(PackagedFile.Bpmn, StringComparison.OrdinalIgnoreCase)).OrderBy(f => f.Key, StringComparer.Ordinal)
            .Where(f => BpmnReader.Read(f.Value.AsSpan()).Definitions?.Processes.Any(p => p.Id == key) == true).Select(f => f.Key).FirstOrDefault();
}
