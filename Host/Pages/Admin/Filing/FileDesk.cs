using Microsoft.Extensions.Localization;
using Platform.Designer.Editing;
using Platform.Designer.Files;
using Platform.Host.Accounts;
using Platform.Host.Texts;
using Platform.Kernel;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Definitions.Packages;

namespace Platform.Host.Pages.Admin.Filing;

/// <summary>Hands out drafts as files and takes files in, for the designer and for the list of processes.</summary>
/// <param name="packages">Packs drafts and reads incoming files.</param>
/// <param name="drafts">Keeps drafts.</param>
/// <param name="graphs">Published versions.</param>
/// <param name="clock">The platform's clock.</param>
/// <param name="texts">Texts of the interface.</param>
public sealed class FileDesk(DraftPackages packages, DraftService drafts, GraphCache graphs, TimeProvider clock, IStringLocalizer<Ui> texts)
{
    private const int LongestKey = 80;

    /// <summary>What the designer of a process asks about files.</summary>
    /// <param name="person">Who works.</param>
    /// <param name="key">Process id.</param>
    public DesignFiles For(SignedInPerson person, string key) => new()
    {
        PrintAddress = "/definitions/print/" + Uri.EscapeDataString(key),
        PackAsync = async process =>
        {
            ProcessPackage package = (await packages.PackAsync(person.TenantId, key, process, CancellationToken.None)).Value;
            return new DesignFile(FileNames.Of(package.Name) + ProcessPackage.FileEnding, PackageWriter.Write(package));
        },
        DecisionsAsync = async () =>
            [.. (await packages.BesideAsync(person.TenantId, key, ".dmn", CancellationToken.None)).Select(f => new DesignFile(f.Key, f.Value))],
        OfferAsync = (name, content) => OfferAsync(person, key, name, content),
    };

    /// <summary>Begins a new process out of a file. A process of the same id stays as it is; the new one gets an id of its own.</summary>
    /// <param name="person">Who imports.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Key of the new process; or what <see cref="IncomingFile.Read"/> refuses, or <c>import.only-decision</c>.</returns>
    public async Task<Result<string>> BeginAsync(SignedInPerson person, string name, byte[] content, CancellationToken ct)
    {
        Result<IncomingFile> incoming = IncomingFile.Read(name, content);
        if (!incoming.IsSuccess)
        {
            return incoming.Problem!;
        }

        if (incoming.Value is IncomingFile.Decision)
        {
            return new Problem("import.only-decision", texts["Import.OnlyDecision"]);
        }

        byte[] process = incoming.Value is IncomingFile.Package package ? package.Content.Process : ((IncomingFile.Process)incoming.Value).Content;
        string key = DesignSession.ProcessToImport(process, null)?.Id is { Length: <= LongestKey } own && own.All(IsPlain) && await IsFreeAsync(person.TenantId, own, ct)
            ? own
            : $"process-{Guid.CreateVersion7(clock.GetUtcNow()).ToString("N")[^12..]}";
        DesignSession session = new(DesignSession.NewProcess(key, key, key), key);
        session.Import(process);
        Result<long> saved = await drafts.SaveAsync(new SaveDraft { TenantId = person.TenantId, Key = key, Content = session.ToFile(), Revision = 0, By = person.PersonId }, ct);
        if (!saved.IsSuccess)
        {
            return saved.Problem!;
        }

        Result<DraftImport> plan = await packages.PlanAsync(person.TenantId, key, incoming.Value, ct);
        Problem? problem = plan.Problem ?? await packages.TakeAsync(person.TenantId, key, plan.Value.Files, person.PersonId, ct);
        if (problem is not null)
        {
            await drafts.DiscardAsync(person.TenantId, key, saved.Value, ct);
            return problem;
        }

        return key;
    }

    /// <summary>Keys stand in addresses; what does not fit there comes under an id of our own.</summary>
    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';

    private async Task<bool> IsFreeAsync(string tenantId, string key, CancellationToken ct) =>
        await graphs.LatestAsync(tenantId, key, ct) is null && await drafts.OpenAsync(tenantId, key, ct) is null;

    private async Task<ImportOffer> OfferAsync(SignedInPerson person, string key, string name, byte[] content)
    {
        Result<IncomingFile> incoming = IncomingFile.Read(name, content);
        Result<DraftImport> plan = incoming.IsSuccess
            ? await packages.PlanAsync(person.TenantId, key, incoming.Value, CancellationToken.None)
            : incoming.Problem!;
        return plan.Match(
            import => new ImportOffer
            {
                Process = import.Process,
                Files = [.. import.Files.Select(f => new OfferedFile(TitleOf(f), Enum.Parse<OfferedChange>(f.Kind.ToString())))],
                Notes = import.WasChanged ? [texts["Import.WasChanged"]] : [],
                TakeAsync = async () => (await packages.TakeAsync(person.TenantId, key, import.Files, person.PersonId, CancellationToken.None))?.Message,
                PutBackAsync = async () => (await packages.PutBackAsync(person.TenantId, key, import.Files, person.PersonId, CancellationToken.None))?.Message,
            },
            problem => new ImportOffer { Refusal = problem.Message, Code = problem.Code });
    }

    private string TitleOf(PlannedFile file)
    {
        PackagedTitle title = PackagedTitle.Of(file.Name, file.After ?? file.Before ?? []);
        return texts["FileKind.Called", texts["FileKind." + title.Kind], title.Title];
    }
}
