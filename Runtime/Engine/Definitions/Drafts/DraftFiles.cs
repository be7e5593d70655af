using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Runtime.Forms;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Definitions.Drafts;

/// <summary>The files of a draft beside its process: those of the version it began from, with what was changed since.</summary>
public sealed class DraftFiles(PlatformDatabase database, TimeProvider clock)
{
    private const string NewProcessFile = "process.bpmn";
    private const int MostBytes = 4 * 1024 * 1024;
    private static readonly Problem TooLarge = new("draft.file-too-large", "文件超过 4 兆，没有保存。");

    /// <summary>Every file that publishing the draft would publish, by name; null when there is neither draft nor version.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyDictionary<string, byte[]>?> AllAsync(string tenantId, string key, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        if (await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.TenantId == tenantId && d.Kind == DraftKind.Process && d.Key == key, ct) is { } draft)
        {
            return (await OfAsync(db, tenantId, key, draft.BaseDefinitionId, draft.Content, ct)).Files;
        }

        DefinitionRow? newest = await db.Definitions.AsNoTracking().Where(d => d.TenantId == tenantId && d.Key == key).OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct);
        return newest is null ? null : (await OfAsync(db, tenantId, key, newest.Id, null, ct)).Files;
    }

    /// <summary>Keeps a file, or takes it away. The draft begins with its first file when it was never saved.</summary>
    /// <param name="save">The order.</param>
    /// <param name="ct">Gives up; a commit under way is not undone.</param>
    /// <returns>Whether it was kept: <c>draft.not-found</c> without draft and version, <c>draft.file-name</c>, <c>draft.file-too-large</c>, or what a form file is refused for.</returns>
    public async Task<Problem?> SaveAsync(SaveDraftFile save, CancellationToken ct) =>
        Refusal(save) ?? await database.WriteAsync((db, token) => WriteAsync(db, save, token), ct);

    /// <summary>Keeps several files, and takes others away, all or none. Unlike <see cref="SaveAsync"/> it also takes further processes that stand beside the draft's own.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="changes">Content by name; null takes a file away. Names and contents must have passed <see cref="Packages.PackagedFile"/>.</param>
    /// <param name="by">Who keeps them.</param>
    /// <param name="ct">Gives up; a commit under way is not undone.</param>
    /// <returns>Null when they were kept; <c>draft.not-found</c> without draft and version, <c>draft.file-too-large</c>.</returns>
    internal async Task<Problem?> SaveAllAsync(string tenantId, string key, IReadOnlyDictionary<string, byte[]?> changes, Guid by, CancellationToken ct)
    {
        if (changes.Values.Any(content => content is { Length: > MostBytes }))
        {
            return TooLarge;
        }

        return await database.WriteAsync(
            async (db, token) =>
            {
                foreach (var (name, content) in changes)
                {
                    if (await WriteAsync(db, new SaveDraftFile { TenantId = tenantId, Key = key, Name = name, Content = content, By = by }, token) is { } problem)
                    {
                        return problem;
                    }
                }

                return null;
            },
            ct);
    }

    /// <summary>The files of a version with a draft's process and changed files in place of theirs.</summary>
    /// <param name="db">A context to read with.</param>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="baseDefinitionId">The version; null for a new process.</param>
    /// <param name="content">The process; null for that of the version.</param>
    /// <param name="ct">Gives up.</param>
    internal static async Task<(string Name, IReadOnlyDictionary<string, byte[]> Files)> OfAsync(
        PlatformDb db, string tenantId, string key, Guid? baseDefinitionId, byte[]? content, CancellationToken ct)
    {
        DefinitionRow? based = baseDefinitionId is null
            ? null
            : await db.Definitions.AsNoTracking().SingleOrDefaultAsync(d => d.TenantId == tenantId && d.Id == baseDefinitionId, ct);
        Dictionary<string, byte[]> files = based is null
            ? new(StringComparer.Ordinal)
            : await db.DeploymentFiles.AsNoTracking().Where(f => f.TenantId == tenantId && f.DeploymentId == based.DeploymentId)
                .ToDictionaryAsync(f => f.Name, f => f.Content, StringComparer.Ordinal, ct);
        foreach (DraftFileRow changed in await db.DraftFiles.AsNoTracking().Where(f => f.TenantId == tenantId && f.Key == key).ToListAsync(ct))
        {
            files.Remove(changed.Name);
            if (changed.Content is { } bytes)
            {
                files[changed.Name] = bytes;
            }
        }

        if (content is not null)
        {
            files[based?.FileName ?? NewProcessFile] = content;
        }

        string name = based is null
            ? string.Empty
            : await db.Deployments.Where(d => d.TenantId == tenantId && d.Id == based.DeploymentId).Select(d => d.Name).FirstAsync(ct);
        return (name, files);
    }

    private static Problem? Refusal(SaveDraftFile save)
    {
        if (string.IsNullOrWhiteSpace(save.Name) || save.Name.Length > 200 || save.Name.Contains("..", StringComparison.Ordinal)
            || save.Name.Any(c => char.IsControl(c) || c is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|')
            || save.Name.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase))
        {
            return new Problem("draft.file-name", $"“{save.Name}”不能作为文件名，请换一个名称。");
        }

        if (save.Content is { Length: > MostBytes })
        {
            return TooLarge;
        }

        return save.Content is not { } content ? null
            : save.Name.EndsWith(".form.json", StringComparison.Ordinal) ? Unreadable(FormSpec.Read(save.Name, content).Problem)
            : save.Name.EndsWith(FormDictionary.FileEnding, StringComparison.Ordinal) ? FormDictionary.Read(save.Name, content).Problem
            : null;
    }

    /// <summary>A form that is not finished is kept, so that nothing is lost; the checks tell what is missing, and it is not published.</summary>
    private static Problem? Unreadable(Problem? problem) => problem?.Code == "form.unreadable" ? problem : null;

    private async Task<Problem?> WriteAsync(PlatformDb db, SaveDraftFile save, CancellationToken ct)
    {
        if (!db.Drafts.Local.Any(d => d.Key == save.Key) && !await db.Drafts.AnyAsync(d => d.TenantId == save.TenantId && d.Kind == DraftKind.Process && d.Key == save.Key, ct)
            && !await BeginAsync(db, save, ct))
        {
            return new Problem("draft.not-found", "没有找到这个流程的草稿或已发布版本。");
        }

        DraftFileRow? row = await db.DraftFiles.SingleOrDefaultAsync(f => f.TenantId == save.TenantId && f.Key == save.Key && f.Name == save.Name, ct);
        if (row is null)
        {
            row = new DraftFileRow { TenantId = save.TenantId, Key = save.Key, Name = save.Name };
            db.DraftFiles.Add(row);
        }

        row.Content = save.Content;
        row.EditedBy = save.By;
        row.EditedAt = clock.GetUtcNow();
        return null;
    }

    /// <summary>Makes the draft out of the newest version, as revision 0: whoever has the process open has not lost anything.</summary>
    private async Task<bool> BeginAsync(PlatformDb db, SaveDraftFile save, CancellationToken ct)
    {
        DefinitionRow? newest = await db.Definitions.AsNoTracking().Where(d => d.TenantId == save.TenantId && d.Key == save.Key)
            .OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct);
        if (newest is null)
        {
            return false;
        }

        byte[] content = await db.DeploymentFiles.Where(f => f.TenantId == save.TenantId && f.DeploymentId == newest.DeploymentId && f.Name == newest.FileName)
            .Select(f => f.Content).SingleAsync(ct);
        db.Drafts.Add(new DraftRow
        {
            TenantId = save.TenantId,
            Key = save.Key,
            Name = newest.Name,
            Content = content,
            BaseDefinitionId = newest.Id,
            EditedBy = save.By,
            EditedAt = clock.GetUtcNow(),
        });
        return true;
    }
}

/// <summary>An order to keep a file of a draft.</summary>
public sealed record SaveDraftFile
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>Process id.</summary>
    public required string Key { get; init; }

    /// <summary>Name of the file, such as <c>register.form.json</c>; never that of a process.</summary>
    public required string Name { get; init; }

    /// <summary>Its bytes, at most 4 MB; null takes the file away.</summary>
    public required byte[]? Content { get; init; }

    /// <summary>Who saves.</summary>
    public required Guid By { get; init; }
}
