using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions;
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
        var attributes = process.Graph.FindNode(elementId)?.Element.Extensions.GovAttributes;
        if (attributes?.GetValueOrDefault(NoticeAttribute) is not { } name || attributes.GetValueOrDefault(FieldAttribute) is not { } field)
        {
            return null;
        }

        // What is sealed is answered with a text that names neither content nor addressee of the matter.
        var text = process.Texts.GetValueOrDefault($"texts/{(row.Ledger == Ledgers.Complaints ? ForComplaints : name)}.md");
        return text is null ? null : new NoticeDraft(field, NoticeTexts.Fill(text, await ValuesAsync(db, row, ct)));
    }

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
