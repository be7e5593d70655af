using System.Text;
using Platform.Decisions.Feel;
using Platform.Designer.Conditions;
using Platform.Designer.Forms;

namespace Platform.Designer.Tests.Forms;

public sealed class FormConditionTests
{
    [Fact]
    public void Fields_are_asked_for_as_what_they_hold()
    {
        var form = new FormDocument
        {
            Title = "表",
            Fields =
            [
                .. Enum.GetValues<FormFieldType>().Select(type => new FormField { Key = type.ToString(), Label = type.ToString(), Type = type }),
                new FormField { Key = "own", Label = "结果", Type = FormFieldType.Choice, Options = [new FormOption("y", "好")] },
                new FormField { Key = "shared", Label = "", Type = FormFieldType.MultiChoice, Dictionary = "类别" },
            ],
        };

        var variables = FormVariables.Of(form, [new SharedOptions("类别", "类别", [new FormOption("1", "一类")])], "表单");

        variables.Single(v => v.Name == "Money").Kind.ShouldBe(ConditionKind.Number);
        variables.Single(v => v.Name == "Date").Kind.ShouldBe(ConditionKind.Date);
        variables.Single(v => v.Name == "Boolean").Kind.ShouldBe(ConditionKind.Boolean);
        variables.Single(v => v.Name == "Person").Kind.ShouldBe(ConditionKind.Other);
        variables.Single(v => v.Name == "own").Choices.ShouldHaveSingleItem().ShouldBe(new ConditionChoice("y", "好"));
        variables.Single(v => v.Name == "shared").Choices.ShouldHaveSingleItem().Text.ShouldBe("一类");
        (variables.Single(v => v.Name == "shared").Kind, variables.Single(v => v.Name == "shared").Label).ShouldBe((ConditionKind.List, "shared"));
    }

    [Theory]
    [InlineData(ConditionKind.Number, ConditionOperator.Above, "", false)]
    [InlineData(ConditionKind.Number, ConditionOperator.Above, "很多", false)]
    [InlineData(ConditionKind.Number, ConditionOperator.Above, "5", true)]
    [InlineData(ConditionKind.Date, ConditionOperator.Is, "", false)]
    [InlineData(ConditionKind.Date, ConditionOperator.Is, "2026-03-01", true)]
    [InlineData(ConditionKind.Text, ConditionOperator.Is, " ", false)]
    [InlineData(ConditionKind.Text, ConditionOperator.IsEmpty, "", true)]
    [InlineData(ConditionKind.Choice, ConditionOperator.Is, "a", true)]
    public void A_sentence_is_finished_when_it_compares_with_something_that_fits(ConditionKind kind, ConditionOperator comparison, string value, bool isFinished) =>
        new ConditionSentence(true, [new ConditionClause("x", comparison, [value])]).IsFinished(_ => kind).ShouldBe(isFinished);

    [Fact]
    public void A_text_that_was_written_as_empty_is_meant() =>
        ConditionSentence.Read("x != \"\"", ["x"])!.IsFinished(_ => ConditionKind.Text).ShouldBeTrue();

    [Fact]
    public void An_unfinished_condition_is_named_and_kept()
    {
        var field = new FormField { Key = "a", Label = "甲", Visible = "", Unfinished = FormDocumentConditions("visible", "b > \"\"") };
        var form = new FormDocument { Title = "表", Fields = [field, new FormField { Key = "b", Label = "乙", Type = FormFieldType.Number }] };

        FormChecks.Of(form, []).ShouldHaveSingleItem().ShouldBe(new FormIssue(0, "visible", "Unfinished"));
        var again = FormDocument.Read(form.Write())!.Fields[0];
        (again.Visible, again.Unfinished["visible"]).ShouldBe(("", "b > \"\""));
        again.Other.ShouldBeEmpty();
    }

    [Fact]
    public void Conditions_and_calculations_follow_a_field_that_gets_another_name()
    {
        var design = new FormDesign(new FormDocument
        {
            Title = "表",
            Fields =
            [
                new FormField { Key = "days", Label = "天数", Type = FormFieldType.Number },
                new FormField { Key = "why", Label = "理由", Visible = "days > 3 and outcome = \"days\"", Required = "true" },
                new FormField { Key = "total", Label = "合计", Type = FormFieldType.Number, Calculated = "days + other" },
            ],
        });

        design.Change(design.Current! with { Key = "天数" });

        design.Form.Fields[1].Visible.ShouldBe("天数 > 3 and outcome = \"days\"");
        design.Form.Fields[1].Required.ShouldBe("true");
        design.Form.Fields[2].Calculated.ShouldBe("天数 + other");
        design.Undo();
        design.Form.Fields[1].Visible!.ShouldStartWith("days > 3");
    }

    [Fact]
    public void A_finished_form_says_nothing_of_unfinished_conditions() =>
        Encoding.UTF8.GetString(new FormDocument { Title = "表", Fields = [new FormField { Key = "a", Label = "甲", Visible = "b = 1" }] }.Write()).ShouldNotContain("unfinished");

    [Theory]
    [InlineData(ConditionOperator.IsEmpty, null, true)]
    [InlineData(ConditionOperator.IsFilled, null, false)]
    [InlineData(ConditionOperator.IsEmpty, "[]", true)]
    [InlineData(ConditionOperator.IsFilled, "[]", false)]
    [InlineData(ConditionOperator.IsEmpty, "[\"a\"]", false)]
    [InlineData(ConditionOperator.IsFilled, "[\"a\"]", true)]
    [InlineData(ConditionOperator.Contains, null, false)]
    [InlineData(ConditionOperator.Contains, "[\"a\"]", true)]
    public void A_choice_of_several_that_nobody_made_counts_as_empty(ConditionOperator comparison, string? value, bool holds)
    {
        var feel = new ConditionSentence(true, [new ConditionClause("x", comparison, ["a"])]).ToFeel(_ => ConditionKind.List);
        var given = value is null ? FeelValue.Null : FeelExpression.Parse(value).Expression!.Constant!;

        var found = FeelExpression.Parse(feel).Expression!.Evaluate(new FeelScope(new Dictionary<string, FeelValue> { ["x"] = given })).Value;

        (found is FeelBoolean { Value: true }).ShouldBe(holds);
        ConditionSentence.Read(feel, ["x"])!.Clauses[0].Operator.ShouldBe(comparison);
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> FormDocumentConditions(string setting, string feel) =>
        new FormField { Key = "x", Label = "x" }.Unfinished.SetItem(setting, feel);
}
