using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Governance.Cases;
using Platform.Governance.Places;
using Platform.Kernel;
using Platform.Runtime.Instances;
using Platform.Runtime.Org;

namespace Platform.Governance.Submissions;

/// <summary>
/// Takes in what citizens report themselves. Everything complete is booked for the registrar of the county's desk to look at;
/// no machine refuses a matter. Of the sender nothing is kept but what they wrote.
/// </summary>
public sealed partial class CitizenReports(CaseService cases, CasePlaces places, OrgCache org)
{
    /// <summary>The shortest text that can be understood, in characters.</summary>
    public const int ShortestText = 10;

    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 4_000;

    /// <summary>The longest title, in characters.</summary>
    public const int LongestTitle = 60;

    private const int LongestField = 200;
    private const int LongestCategory = 40;

    /// <summary>Registers a report. The same order again gives the first answer.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="report">What the citizen wrote.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Number and query code; or <c>report.incomplete</c> with a detail for each field, or what <see cref="FileRules"/> refuses.</returns>
    public async Task<Result<Registered>> SubmitAsync(string tenantId, CitizenReport report, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(report);
        var towns = await places.TownsAsync(tenantId, ct);
        var faults = Faults(report, towns).ToList();
        if (faults.Count > 0)
        {
            return new Problem("report.incomplete", "有几处需要修改，请看标红的地方。") { Details = faults };
        }

        var files = FileRules.Take(report.Files);
        if (files.Problem is { } problem)
        {
            return problem with { Details = [new ProblemDetail("files", problem.Code, problem.Message)] };
        }

        return await cases.RegisterAsync(Order(tenantId, report, files.Value, await org.GetAsync(tenantId, ct)), ct);
    }

    private static RegisterCase Order(string tenantId, CitizenReport report, IReadOnlyList<SubmittedFile> files, OrgDirectory directory)
    {
        var accused = report.AccusesOfficial ? AccusedNames.Find(directory, report.Accused) : AccusedNames.Nobody;
        var anonymous = IsEmpty(report.PersonName) && IsEmpty(report.Phone);
        return new RegisterCase
        {
            TenantId = tenantId,
            CommandId = report.CommandId,
            By = Actor.Public,
            Ledger = report.AccusesOfficial ? Ledgers.Complaints : null,
            Channel = CaseChannels.Online,
            Title = IsEmpty(report.Title) ? Beginning(report.Text) : report.Title.Trim(),
            Text = report.AccusesOfficial && !IsEmpty(report.Accused) ? $"{report.Text.Trim()}\n\n被反映的人或单位：{report.Accused.Trim()}" : report.Text.Trim(),
            Category = report.Category is { Length: > 0 and <= LongestCategory } ? report.Category : CaseCategories.Other,
            Town = Kept(report.Town),
            Village = Kept(report.Village),
            Place = report.Place.Trim(),
            PersonName = Kept(report.PersonName),
            Phone = Kept(report.Phone),
            ProxyName = Kept(report.ProxyName),
            Anonymous = anonymous,
            WantsSecrecy = report.WantsSecrecy,
            MayPublish = report.MayPublish,
            AccusesOfficial = report.AccusesOfficial,
            AccusedPersonIds = accused.People,
            AccusedUnitIds = accused.Units,
            Files = files,
        };
    }

    private static IEnumerable<ProblemDetail> Faults(CitizenReport report, IReadOnlyList<Town> towns)
    {
        var length = report.Text.Trim().Length;
        if (length is < ShortestText or > LongestText)
        {
            yield return new("text", "report.text", string.Create(CultureInfo.InvariantCulture, $"请写清楚是什么事，{ShortestText} 到 {LongestText} 个字，现在是 {length} 个字。"));
        }

        if (report.Title.Trim().Length > LongestTitle)
        {
            yield return new("title", "report.title", $"一句话概括请不超过 {LongestTitle} 个字。");
        }

        if (new[] { report.Text, report.Title, report.Place }.Concat(report.Files.Select(file => file.Name)).Any(SecretMarks.Found))
        {
            yield return new("text", "report.secret", "内容或文件带有国家秘密的标志，这里不能接收。请到当地保密部门或机要部门反映。");
        }

        if (!IsEmpty(report.Phone) && !Phone().IsMatch(report.Phone.Trim()))
        {
            yield return new("phone", "report.phone", "请填写手机号或者带区号的座机号，也可以不填。");
        }

        if (towns.FirstOrDefault(town => town.Code == report.Town) is var chosen && chosen is null && !IsEmpty(report.Town))
        {
            yield return new("town", "report.town", "请从列表里选择乡镇。");
        }
        else if (!IsEmpty(report.Village) && !(chosen?.Villages ?? []).Any(village => village.Code == report.Village))
        {
            yield return new("village", "report.village", "所选的村不在这个乡镇，请重新选择。");
        }

        foreach (var (key, text) in new[] { ("place", report.Place), ("person", report.PersonName), ("proxy", report.ProxyName), ("accused", report.Accused) })
        {
            if (text.Trim().Length > LongestField)
            {
                yield return new(key, "report.too-long", $"请不超过 {LongestField} 个字。");
            }
        }

        if (!report.Agrees)
        {
            yield return new("agrees", "report.agrees", "请阅读个人信息处理告知，并在前面打勾。");
        }
    }

    private static string Beginning(string text)
    {
        var first = text.Trim().Split(['。', '！', '？', '\n', '\r'], 2)[0].Trim();
        return first.Length is > 0 and <= LongestTitle ? first : text.Trim()[..Math.Min(LongestTitle - 1, text.Trim().Length)] + "…";
    }

    private static bool IsEmpty(string text) => string.IsNullOrWhiteSpace(text);

    private static string? Kept(string text) => IsEmpty(text) ? null : text.Trim();

    [GeneratedRegex(@"^(1\d{10}|0\d{2,3}[- ]?\d{7,8}|\d{7,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
