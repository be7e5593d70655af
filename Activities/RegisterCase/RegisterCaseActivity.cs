using Microsoft.EntityFrameworkCore;
using Platform.Activities.Books;
using Platform.Decisions.Feel;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Runtime.Access;
using Platform.Runtime.Activities;

namespace Platform.Activities.RegisterCase;

/// <summary>分类建账: the registrar completes the particulars and decides whether the matter is booked, merged, led to a legal path, refused or given to the level above.</summary>
/// <param name="setting">What the services of the cases work with.</param>
/// <param name="viewers">Makes the reader who looks for the main case.</param>
/// <param name="routes">Finds the desk above.</param>
[Activity("gov", "RegisterCase", DisplayName = "分类建账", Description = "补全要素、确认查重和账别，决定建账、并入、导入、不予受理或上提。", Category = "三本账", Icon = "book")]
public sealed class RegisterCaseActivity(CaseSetting setting, Viewers viewers, CaseRoutes routes) : CaseActivity(setting)
{
    /// <inheritdoc />
    public override IReadOnlyList<Outcome> Outcomes { get; } =
        [new("book", "建账"), new("merge", "并入主件"), new("redirect", "导入法定途径"), new("refuse", "不予受理"), new("raise", "上提一级")];

    /// <inheritdoc />
    public override string? Post => "登记员";

    /// <inheritdoc />
    public override IReadOnlyList<string> Shows => [.. base.Shows, "duplicates", "ledger-suggestion"];

    /// <inheritdoc />
    protected override IReadOnlyList<string> Variables => ["legalMatter"];

    /// <inheritdoc />
    protected override string NameOf(TaskCompletionContext context) => "分类建账";

    /// <inheritdoc />
    protected override async ValueTask WorkAsync(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var step = work.Step;
        var category = step.Text("category") ?? work.Row.Category;
        var urgency = step.Text("urgency") ?? work.Row.Urgency;
        var cross = step.Values.GetValueOrDefault("crossDepartment") is FeelBoolean given ? given == FeelBoolean.True : work.Row.CrossDepartment;
        work.Set(CaseVariables.Category, FeelValue.Of(category));
        work.Set(CaseVariables.Urgency, FeelValue.Of(urgency));
        work.Set(CaseVariables.CrossDepartment, FeelValue.Of(cross));
        work.Change(row =>
        {
            row.Category = category;
            row.Urgency = urgency;
            row.CrossDepartment = cross;
            row.NotBookedReason = step.Outcome == "book" ? null : step.Text("noBookReason");
        });
        switch (work.Outcome)
        {
            case "merge":
                await MergeAsync(work);
                break;
            case "raise":
                await RaiseAsync(work);
                break;
            default:
                break;
        }
    }

    private async Task MergeAsync(CaseWork work)
    {
        var viewer = await viewers.ForPersonAsync(work.Step.TenantId, work.Step.By, work.Context.CancellationToken);
        var number = work.Step.Text("mainCase");
        CaseRow? main;
        await using (var db = Setting.Database.CreateDbContext())
        {
            // Only what the registrar may see can be named, so a guess at a number learns nothing.
            main = await CaseAccess.Cases(db, viewer).FirstOrDefaultAsync(row => row.Number == number, work.Context.CancellationToken);
        }

        if (main is null)
        {
            work.Refuse("case.main-not-found", $"没有找到主件“{number}”，请核对编号。");
        }
        else if (main.Ledger == Ledgers.Complaints || work.Row.Ledger == Ledgers.Complaints)
        {
            work.Refuse("case.merge-sealed", "密封件不能与其他件合并或者关联。");
        }
        else if (main.Id == work.Row.Id || main.MainCaseId is not null)
        {
            work.Refuse("case.merge-self", "不能并入自己，也不能并入已经被合并的件。");
        }
        else
        {
            Merge(work, main.Id);
        }
    }

    private static void Merge(CaseWork work, Guid mainId) => work.Enlist(async (db, ct) =>
    {
        var main = await CaseBook.ChangeAsync(db, work.Step.TenantId, mainId, row => row.RepeatCount++, ct);
        await CaseBook.ChangeAsync(
            db,
            work.Step.TenantId,
            work.Step.CaseId,
            row =>
            {
                row.MainCaseId = mainId;
                row.IsBooked = false;
                row.RepeatOrdinal = main.RepeatCount + 1;
            },
            ct);
    });

    private async Task RaiseAsync(CaseWork work)
    {
        if (await routes.AboveAsync(work.Row, work.Now, work.Context.CancellationToken) is not { } above)
        {
            work.Refuse("case.top-level", "县级登记受理点不能再上提，请在本级建账。");
            return;
        }

        foreach (var (name, value) in above.Variables)
        {
            work.Set(name, value);
        }

        work.Context.GiveTo(above.DeskUnitId);
        work.Change(row =>
        {
            row.DeskUnitId = above.DeskUnitId;
            row.Level = above.Level;
        });
    }
}
