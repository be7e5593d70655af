using System.Collections.Immutable;
using System.Globalization;
using Platform.Decisions.Feel;
using Platform.Governance.Inquiries;

namespace Platform.Governance.Demo;

/// <summary>What the people of the synthetic year fill in, task by task.</summary>
internal static class YearAnswers
{
    /// <summary>Outcome and form for a task.</summary>
    public static (string Outcome, ImmutableDictionary<string, FeelValue> Form, string? Opinion) For(string elementId, YearState state, Func<string, string> unitId) => elementId switch
    {
        "register" => Register(state),
        "forward-up" => ("sent", Form(("bagNumber", Bag(state)), ("deliveredTo", "市纪委监委")), null),
        "redirect-notice" or "refuse-notice" or "notice" => Notice(state),
        "review" => Review(state, unitId),
        "dispatch" => ("dispatch", Form(("leadUnit", unitId(state.Memory.LeadUnit!)), ("requirement", "请按时限办理，及时联系群众。")).SetItem("coUnits", Helpers(state, unitId)), null),
        "sign" => Sign(state, unitId),
        "rule-objection" => Rule(state, unitId),
        "feedback" => ("submit", Form(("claim", state.Plan.Title), ("facts", "经实地查看并与群众见面核实，情况属实。"), ("conclusion", state.Plan.Result), ("handlingOpinion", Opinion(state)), ("basis", "部门权责清单及有关规定")), null),
        "study" => Study(state),
        "co-handle" => ("submit", Form(("coOpinion", "已核实本单位职责范围内的情况，同意主办单位意见。")), null),
        "sign-off" => ("approve", Form(), "同意报出。"),
        "reply" => ("reply", Form(("progress", "正在组织实施，材料和人员已经到位。"), ("measures", "倒排工期，每日报告进展。")), null),
        "check" => ("pass", Form(), "事实清楚，依据充分。"),
        "gatekeep" => Gatekeep(state),
        "inquire" => Inquire(state),
        "adjudicate" => ("uphold", Form(("evidence", "查阅原始凭证并走访邻里，诉求超出政策规定，已当面解释。")), "同意认定。"),
        "close" => ("close", Form(("result", state.Plan.Result)), null),
        "seal" => ("sent", Form(("copies", 1L), ("bagNumber", Bag(state))), null),
        "receive-transfer" => ("received", Form(("receiptNumber", Bag(state) + "-收")), null),
        "discipline-result" => ("done", Form().SetItem("closedOn", FeelValue.Of(new DateOnly(2020, 12, 31))), null),
        _ => throw new InvalidOperationException($"Expected a task that the synthetic year knows, but got {elementId}."),
    };

    private static (string, ImmutableDictionary<string, FeelValue>, string?) Register(YearState state)
    {
        var form = Form(("category", state.Plan.Category), ("urgency", "一般")).SetItem("crossDepartment", FeelValue.Of(state.Plan.CrossDepartment));
        if (state.Main is { Memory.Registered: { } main })
        {
            return ("merge", form.SetItem("mainCase", FeelValue.Of(main.Number)).SetItem("noBookReason", FeelValue.Of("同人同事，并入主件")), null);
        }

        return state.Plan.Ending switch
        {
            YearEnding.Redirected => ("redirect", form.SetItem("legalMatter", FeelValue.Of("行政程序")).SetItem("noBookReason", FeelValue.Of("属于法定途径，已告知")), null),
            YearEnding.Refused => ("refuse", form.SetItem("noBookReason", FeelValue.Of("已有终局结论，没有新的事实")), null),
            _ => ("book", form, null),
        };
    }

    private static (string, ImmutableDictionary<string, FeelValue>, string?) Notice(YearState state) =>
        state.Plan.Phone is null ? ("exempt", Form(), null) : ("sent", Form(("method", "短信"), ("noticeText", "您反映的事项已经登记，可凭查询码查看进度。")), null);

    private static (string, ImmutableDictionary<string, FeelValue>, string?) Review(YearState state, Func<string, string> unitId) => state.Plan.Ledger == "JB"
        ? ("agree", Form(), "同意移送。")
        : ("agree", Form(("leadUnit", unitId(state.Memory.LeadUnit!))).SetItem("coUnits", Helpers(state, unitId)), "同意拟办意见，请按期办结。");

    private static FeelList Helpers(YearState state, Func<string, string> unitId) => state.Plan.CrossDepartment && Helper(state) is { } helper
        ? FeelValue.Of([FeelValue.Of(unitId(helper))])
        : FeelValue.Of([]);

    /// <summary>A department that helps, never the leading one.</summary>
    private static string? Helper(YearState state) => state.Memory.LeadUnit == "bm-gongan" ? "bm-ziran" : "bm-gongan";

    private static (string, ImmutableDictionary<string, FeelValue>, string?) Sign(YearState state, Func<string, string> unitId)
    {
        if (state.Plan.Objection == YearObjection.None || state.Memory.Objected)
        {
            return ("accept", Form(), null);
        }

        state.Memory.Objected = true;
        return ("object", Form(("objectionBasis", "本单位权责清单未列该事项"), ("objectionReason", "经核实，该事项的主管责任在其他单位。")), null);
    }

    private static (string, ImmutableDictionary<string, FeelValue>, string?) Rule(YearState state, Func<string, string> unitId)
    {
        var reassign = state.Plan.Objection == YearObjection.Reassigned;
        state.Memory.LeadUnit = reassign ? Other(state.Memory.LeadUnit!) : state.Memory.LeadUnit;
        return (reassign ? "reassign" : "confirm", Form(("leadUnit", unitId(state.Memory.LeadUnit!)), ("rulingReason", reassign ? "异议成立，改派。" : "首接负责，由你单位牵头办理。")), null);
    }

    private static string Other(string unit) => unit switch
    {
        "bm-xinfang" => "bm-zhengfa",
        _ when unit.StartsWith("bm-", StringComparison.Ordinal) => "bm-xinfang",
        _ when unit.EndsWith("-jingji", StringComparison.Ordinal) => unit[..3] + "-sifa",
        _ => unit[..3] + "-jingji",
    };

    private static (string, ImmutableDictionary<string, FeelValue>, string?) Study(YearState state)
    {
        var form = Form(("conclusion", state.Plan.Result), ("facts", "组织有关人员实地论证，并听取了群众意见。"), ("handlingOpinion", Opinion(state)));
        return ("submit", state.Plan.Result is "采纳" or "部分采纳" ? form.SetItem("plan", FeelValue.Of("纳入年度计划，明确责任人和完成时间。")) : form, null);
    }

    private static (string, ImmutableDictionary<string, FeelValue>, string?) Gatekeep(YearState state)
    {
        if (state.Plan.ReworkFromGate && state.Memory.Reworks < state.Plan.Reworks)
        {
            state.Memory.Reworks++;
            return ("back", Form(("instruction", "没有写明兑现的时间，请补充。")).SetItem("defects", FeelValue.Of([FeelValue.Of("没有承诺期限")])), null);
        }

        return ("pass", Form(), "同意答复。");
    }

    private static (string, ImmutableDictionary<string, FeelValue>, string?) Inquire(YearState state)
    {
        var form = Form(("method", "电话"), ("replyText", Opinion(state)));
        if (!state.Plan.ReworkFromGate && state.Memory.Reworks < state.Plan.Reworks)
        {
            state.Memory.Reworks++;
            return ("rework", Rated(form, state.Plan.DepartmentRating, Rating.Dissatisfied).SetItem("dissatisfactionReason", FeelValue.Of("还没有真正解决。")), null);
        }

        state.Memory.Rated = true;
        var rated = Rated(form, state.Plan.DepartmentRating, state.Plan.ResponsibleRating);
        return state.Plan.ResponsibleRating == Rating.Dissatisfied
            ? ("groundless", rated.SetItem("dissatisfactionReason", FeelValue.Of("认为应当再多补偿一些。")), null)
            : ("satisfied", rated, null);
    }

    private static ImmutableDictionary<string, FeelValue> Rated(ImmutableDictionary<string, FeelValue> form, string department, string responsible) =>
        form.SetItem("departmentRating", FeelValue.Of(department)).SetItem("responsibleRating", FeelValue.Of(responsible));

    private static string Opinion(YearState state) => state.Plan.Withdrawn ? "群众已书面撤回，予以解释并办结。" : $"经研究，{state.Plan.Result}，已与群众见面沟通。";

    private static string Bag(YearState state) => string.Create(CultureInfo.InvariantCulture, $"MF2020-{state.Plan.Ordinal:D4}");

    private static ImmutableDictionary<string, FeelValue> Form(params (string Key, object Value)[] fields) => fields.ToImmutableDictionary(
        field => field.Key, field => field.Value is long number ? FeelValue.Of(number) : FeelValue.Of((string)field.Value), StringComparer.Ordinal);
}
