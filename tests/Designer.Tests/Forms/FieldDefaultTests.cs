using Platform.Decisions.Feel;
using Platform.Designer.Forms;

namespace Platform.Designer.Tests.Forms;

public sealed class FieldDefaultTests
{
    [Theory]
    [InlineData(FormFieldType.Text, "\"一般\"", "一般")]
    [InlineData(FormFieldType.LongText, "\"他说\\\"好\\\"\"", "他说\"好\"")]
    [InlineData(FormFieldType.Number, "12.5", "12.5")]
    [InlineData(FormFieldType.Money, "-3", "-3")]
    [InlineData(FormFieldType.Boolean, "true", "true")]
    [InlineData(FormFieldType.Choice, "\"a\"", "a")]
    [InlineData(FormFieldType.Date, "date(\"2026-03-01\")", "2026-03-01")]
    [InlineData(FormFieldType.MultiChoice, "[\"a\", \"b\"]", "a|b")]
    public void A_fixed_value_is_read_and_written_as_people_see_it(FormFieldType type, string feel, string texts)
    {
        var field = Field(type, feel);

        var said = FieldDefault.Of(field).ShouldBeOfType<FieldDefault.Value>();

        string.Join('|', said.Texts).ShouldBe(texts);
        Constant(said.Write(field)!).ShouldBe(Constant(feel));
    }

    [Theory]
    [InlineData(FormFieldType.Date, "today()", 0)]
    [InlineData(FormFieldType.Date, "today() + duration(\"P15D\")", 15)]
    [InlineData(FormFieldType.DateTime, "now()", 0)]
    [InlineData(FormFieldType.DateTime, "now() + duration(\"P3D\")", 3)]
    public void A_day_from_now_is_read_and_written(FormFieldType type, string feel, int days)
    {
        var field = Field(type, feel);

        var said = FieldDefault.Of(field).ShouldBeOfType<FieldDefault.Later>();

        said.Days.ShouldBe(days);
        said.Write(field).ShouldBe(feel);
    }

    [Theory]
    [InlineData(FormFieldType.Boolean, "crossDepartment")]
    [InlineData(FormFieldType.Unit, "plan.leadUnit")]
    [InlineData(FormFieldType.Date, "now()")]
    [InlineData(FormFieldType.Text, "5")]
    [InlineData(FormFieldType.Number, "1 +")]
    public void What_the_choices_cannot_say_stays_an_expression(FormFieldType type, string feel)
    {
        var field = Field(type, feel);

        FieldDefault.Of(field).ShouldBe(new FieldDefault.Formula(feel));
        FieldDefault.Of(field).Write(field).ShouldBe(feel);
    }

    [Fact]
    public void Nothing_written_is_no_first_value()
    {
        new FieldDefault.Value([""]).Write(Field(FormFieldType.Text, null)).ShouldBeNull();
        new FieldDefault.Value([]).Write(Field(FormFieldType.MultiChoice, null)).ShouldBeNull();
        FieldDefault.Of(Field(FormFieldType.Number, " ")).ShouldBeOfType<FieldDefault.Nothing>();
    }

    [Theory]
    [InlineData("a + b", FormulaKind.Sum)]
    [InlineData("a - b", FormulaKind.Difference)]
    [InlineData("a * b", FormulaKind.Product)]
    [InlineData("(b - a).days", FormulaKind.Days)]
    [InlineData("(b - a).days + 1", FormulaKind.DaysInclusive)]
    public void A_usual_calculation_is_read_and_written(string feel, FormulaKind kind)
    {
        FieldFormula.Read(feel).ShouldBe(new FieldFormula(kind, "a", "b"));
        new FieldFormula(kind, "a", "b").Write().ShouldBe(feel);
        FeelExpression.Parse(feel).IsValid.ShouldBeTrue();
    }

    [Fact]
    public void Days_are_counted_with_both_ends_and_a_day_comes_after_another()
    {
        var scope = new FeelScope(new Dictionary<string, FeelValue> { ["从"] = FeelValue.Of(new DateOnly(2026, 2, 26)), ["到"] = FeelValue.Of(new DateOnly(2026, 3, 2)) });

        Value(new FieldFormula(FormulaKind.DaysInclusive, "从", "到")).ShouldBe(FeelValue.Of(5m));
        Value(new FieldFormula(FormulaKind.Days, "从", "到")).ShouldBe(FeelValue.Of(4m));
        Value(new FieldFormula(FormulaKind.After, "到", "15")).ShouldBe(FeelValue.Of(new DateOnly(2026, 3, 17)));
        FieldFormula.Read("到 + duration(\"P15D\")").ShouldBe(new FieldFormula(FormulaKind.After, "到", "15"));

        FeelValue Value(FieldFormula formula) => FeelExpression.Parse(formula.Write()).Expression!.Evaluate(scope).Value;
    }

    [Theory]
    [InlineData("a + 1")]
    [InlineData("a + b + c")]
    [InlineData("sum([a, b])")]
    [InlineData("")]
    [InlineData(null)]
    public void Any_other_calculation_is_written_by_hand(string? feel) => FieldFormula.Read(feel).ShouldBeNull();

    private static FormField Field(FormFieldType type, string? feel) => new() { Key = "a", Label = "甲", Type = type, Default = feel };

    private static FeelValue? Constant(string feel) => FeelExpression.Parse(feel).Expression!.Constant;
}
