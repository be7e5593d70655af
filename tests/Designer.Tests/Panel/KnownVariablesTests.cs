using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Designer.Conditions;
using Platform.Designer.Panel;
using Platform.Designer.Simple;
using Platform.Designer.Tests.Simple;
using Platform.Designer.Texts;
using Platform.Kernel.Model;

namespace Platform.Designer.Tests.Panel;

public sealed class KnownVariablesTests
{
    private static readonly ConditionVariable Days = new("days", "请假天数", ConditionKind.Number, []);
    private static readonly ConditionVariable Opinion = new("opinion", "审批意见", ConditionKind.Text, []);

    [Fact]
    public void Fields_of_earlier_steps_come_first_and_later_ones_stand_apart()
    {
        ProcessDefinition process = Process();

        IReadOnlyList<ConditionVariable> known = Known(process).At("x1_b");

        known.Select(v => (v.Name, v.Group)).ShouldBe(
        [
            ("outcome", "前面的步骤填写的"),
            ("limits", "前面的步骤填写的"),
            ("days", "前面的步骤填写的"),
            ("opinion", "其他表单里的"),
        ]);
        known.Single(v => v.Name == "limits").Label.ShouldBe("“查时限”的结果");
    }

    [Fact]
    public void The_outcome_offers_the_ways_in_which_the_step_before_ends_also_behind_what_the_platform_does()
    {
        ConditionVariable outcome = Known(Process()).At("x1_b")[0];

        outcome.Kind.ShouldBe(ConditionKind.Choice);
        outcome.Choices.ShouldBe([new ConditionChoice("yes", "同意"), new ConditionChoice("no", "不同意")]);
    }

    [Fact]
    public void Facts_of_cases_are_offered_only_where_cases_are_handled()
    {
        ProcessDefinition plain = Process();
        ProcessDefinition cases = FlowEditor.Replace(plain, new UserTask { Id = "b", Name = "交办" });
        cases = FlowEditor.Replace(cases, GovExtension.Attribute(cases.FlowElements.OfType<UserTask>().Single(t => t.Id == "b"), "activity", "gov.Dispatch"));

        Known(plain).At("x1_b").ShouldNotContain(v => v.Name == "ledger");
        Known(cases).At("x1_b").Single(v => v.Name == "ledger").Group.ShouldBe("办件情况");
    }

    private static KnownVariables Known(ProcessDefinition process) => new(process, new PanelContext
    {
        Variables = [Days, Opinion],
        VariablesOf = form => form == "leave.form.json" ? [Days] : form == "approve.form.json" ? [Opinion] : [],
        Facts = [new ConditionVariable("ledger", "账别", ConditionKind.Choice, [])],
    }, Texts());

    /// <summary>a (asks days, ends with yes or no) → r (table) → x1 → b (asks the opinion) or c.</summary>
    private static ProcessDefinition Process()
    {
        ProcessDefinition process = Flows.Process("s a r x1 b c x2 e", "s>a a>r r>x1 x1>b x1>c b>x2 c>x2 x2>e");
        UserTask ask = GovExtension.Replace(new UserTask { Id = "a" }, "form", [GovExtension.New("form", ("ref", "leave.form.json"))]);
        ask = GovExtension.Replace(ask, "outcome", [GovExtension.New("outcome", ("value", "yes"), ("text", "同意")), GovExtension.New("outcome", ("value", "no"), ("text", "不同意"))]);
        UserTask approve = GovExtension.Replace(new UserTask { Id = "b" }, "form", [GovExtension.New("form", ("ref", "approve.form.json"))]);
        process = FlowEditor.Replace(FlowEditor.Replace(process, ask), approve);
        return FlowEditor.Replace(process, GovExtension.Attribute(new BusinessRuleTask { Id = "r", Name = "查时限" }, "resultVariable", "limits"));
    }

    private static IStringLocalizer<PanelTexts> Texts()
    {
        ServiceCollection services = new();
        services.AddLocalization();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        return services.BuildServiceProvider().GetRequiredService<IStringLocalizer<PanelTexts>>();
    }
}
