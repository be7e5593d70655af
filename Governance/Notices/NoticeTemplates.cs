using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Packages;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Notices;

/// <summary>
/// Drafts of notices to citizens, from the texts that were published with the process. A step names its text with
/// <c>gov:notice</c> and the field of its form that takes it with <c>gov:noticeField</c>.
/// </summary>
public sealed class NoticeTemplates(CaseSetting setting, GraphCache graphs)
{
    private const string NoticeAttribute = "notice";
    private const string FieldAttribute = "noticeField";
    private const string ForComplaints = "complaint-notice";
    private const string Ending = ".md";

    /// <summary>What a template of a case can leave to be filled in, as it stands between braces.</summary>
    public static IReadOnlyList<string> Places { get; } =
        ["称呼", "标题", "编号", "查询码", "受理日期", "承诺日期", "承办单位", "登记点", "机构名称", "联系电话", "日期", "理由", "法定途径", "请求", "事实", "意见", "依据"];

    /// <summary>The same for matters that are no cases; besides them every field that was filled in, by its name.</summary>
    public static IReadOnlyList<string> PlacesOfMatters { get; } = ["发起人", "发起日期", "编号", "联系电话", "日期"];

    /// <summary>Key of the template that a file is; null for other files.</summary>
    /// <param name="file">Name of a file beside the process.</param>
    public static string? KeyOf(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.StartsWith(PackagedFile.Letters, StringComparison.Ordinal) && file.EndsWith(Ending, StringComparison.Ordinal) && file.Length > PackagedFile.Letters.Length + Ending.Length
            ? file[PackagedFile.Letters.Length..^Ending.Length] : null;
    }

    /// <summary>Name of the file that is a template.</summary>
    /// <param name="key">Key of the template.</param>
    public static string FileOf(string key) => PackagedFile.Letters + key + Ending;

    /// <summary>The draft for a step of a case; null when the step writes no notice or the case does not exist for the reader.</summary>
    /// <param name="viewer">Who writes it.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="elementId">The step.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<NoticeDraft?> DraftAsync(Viewer viewer, Guid caseId, string elementId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        await using PlatformDb db = setting.Database.CreateDbContext();
        var row = await CaseAccess.Cases(db, viewer).FirstOrDefaultAsync(item => item.Id == caseId, ct);
        if (row is null)
        {
            return null;
        }

        var definition = await Visibility.Instances(db, viewer).Where(item => item.Id == caseId).Select(item => item.DefinitionId).SingleAsync(ct);
        var process = await graphs.GetAsync(viewer.TenantId, definition, ct);
        if (Asked(process, elementId) is not var (name, field))
        {
            return null;
        }

        // What is sealed is answered with a text that names neither content nor addressee of the matter.
        var text = process.Texts.GetValueOrDefault(FileOf(row.Ledger == Ledgers.Complaints ? ForComplaints : name));
        return text is null ? null : new NoticeDraft(field, NoticeTexts.Fill(text, await ValuesAsync(db, row, ct)));
    }

    /// <summary>The draft for a step of a matter that is no case; null when the step writes no letter or the matter does not exist for the reader.</summary>
    /// <param name="viewer">Who writes it.</param>
    /// <param name="instanceId">The matter.</param>
    /// <param name="elementId">The step.</param>
    /// <param name="filled">What was filled in so far, by name of the field, as the reader may see it.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<NoticeDraft?> DraftOfMatterAsync(Viewer viewer, Guid instanceId, string elementId, IReadOnlyDictionary<string, string?> filled, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(filled);
        await using PlatformDb db = setting.Database.CreateDbContext();
        if (await Visibility.Instances(db, viewer).SingleOrDefaultAsync(item => item.Id == instanceId, ct) is not { } matter)
        {
            return null;
        }

        var process = await graphs.GetAsync(viewer.TenantId, matter.DefinitionId, ct);
        if (Asked(process, elementId) is not var (name, field) || process.Texts.GetValueOrDefault(FileOf(name)) is not { } text)
        {
            return null;
        }

        var directory = await setting.Org.GetAsync(viewer.TenantId, ct);
        var values = new Dictionary<string, string?>(filled, StringComparer.Ordinal)
        {
            ["发起人"] = matter.StarterId is { } starter ? directory.Person(starter)?.Name : null,
            ["发起日期"] = NoticeTexts.Date(matter.StartedAt),
            ["编号"] = matter.BusinessKey,
            ["联系电话"] = setting.Options.ContactPhone,
            ["日期"] = NoticeTexts.Date(setting.Clock.GetUtcNow()),
        };
        return new NoticeDraft(field, NoticeTexts.Fill(text, values));
    }

    private static (string Template, string Field)? Asked(DeployedProcess process, string elementId) =>
        process.Graph.FindNode(elementId)?.Element.Extensions.GovAttributes is { } attributes
        && attributes.GetValueOrDefault(NoticeAttribute) is { } name && attributes.GetValueOrDefault(FieldAttribute) is { } field ? (name, field) : null;

    private async Task<IReadOnlyDictionary<string, string?>> ValuesAsync(PlatformDb db, CaseRow row, CancellationToken ct)
    {
        var directory = await setting.Org.GetAsync(row.TenantId, ct);
        var desk = directory.Unit(row.DeskUnitId);
        // Before the order goes out, the unit is the one that the secretary named.
        var named = Text(await FormAsync(db, row, "review", ct), "leadUnit");
        var unit = row.LeadUnitId is { } lead ? directory.Unit(lead) : named is null ? null : directory.FindUnit(named);
        var feedback = await FormAsync(db, row, "feedback", ct) ?? await FormAsync(db, row, "study", ct);
        var register = await FormAsync(db, row, "register", ct);
        var name = setting.Sealer.Open(row.Id, row.PetitionerName);
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["称呼"] = name is null ? "来件人" : name,
            ["标题"] = setting.Sealer.Open(row.Id, row.Title),
            ["编号"] = row.Number,
            ["查询码"] = row.QueryCode,
            ["受理日期"] = NoticeTexts.Date(row.AcceptedAt ?? row.RegisteredAt),
            ["承诺日期"] = NoticeTexts.Date(row.PromiseDueAt),
            ["承办单位"] = unit?.Name,
            ["登记点"] = desk?.Name,
            ["机构名称"] = desk?.Name,
            ["联系电话"] = setting.Options.ContactPhone,
            ["日期"] = NoticeTexts.Date(setting.Clock.GetUtcNow()),
            ["理由"] = row.NotBookedReason,
            ["法定途径"] = Text(register, "legalMatter"),
            ["请求"] = Text(feedback, "claim"),
            ["事实"] = Text(feedback, "facts"),
            ["意见"] = Text(feedback, "handlingOpinion"),
            ["依据"] = Text(feedback, "basis"),
        };
    }

    private async Task<JsonObject?> FormAsync(PlatformDb db, CaseRow row, string elementId, CancellationToken ct)
    {
        var form = await db.Set<OpinionRow>().Where(item => item.TenantId == row.TenantId && item.CaseId == row.Id && item.ElementId == elementId)
            .OrderByDescending(item => item.At).Select(item => item.Form).FirstOrDefaultAsync(ct);
        return setting.Sealer.Open(row.Id, form) is { } json ? JsonNode.Parse(json) as JsonObject : null;
    }

    private static string? Text(JsonObject? form, string key) =>
        form?[key] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}

/// <summary>A draft of a notice.</summary>
/// <param name="Field">Key of the form's field that takes it.</param>
/// <param name="Text">The text, its heading in the first line.</param>
public sealed record NoticeDraft(string Field, string Text);
