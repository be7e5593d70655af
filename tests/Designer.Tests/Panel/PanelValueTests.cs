using Platform.Designer.Conditions;
using Platform.Designer.Panel;

namespace Platform.Designer.Tests.Panel;

public sealed class PanelValueTests
{
    [Theory]
    [InlineData("P5D", 5, "day")]
    [InlineData("PT2H", 2, "hour")]
    [InlineData("PT30M", 30, "minute")]
    public void A_span_is_read_as_number_and_unit_and_written_back(string text, int amount, string unit)
    {
        PanelDuration span = PanelDuration.Read(text).ShouldNotBeNull();

        span.ShouldBe(new PanelDuration(amount, unit));
        span.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("P1DT2H")]
    [InlineData("superviseAt")]
    [InlineData("")]
    [InlineData("P-1D")]
    public void Anything_else_is_an_expression(string text) => PanelDuration.Read(text).ShouldBeNull();

    [Fact]
    public void The_word_being_typed_is_completed_by_names_and_then_by_functions()
    {
        ConditionVariable days = new("days", "请假天数", ConditionKind.Number, []);

        IReadOnlyList<FeelOffer> offers = FeelOffer.For("count(units) > 2 and da", 23, [days]);

        offers[0].Completed.ShouldBe("count(units) > 2 and days");
        offers.ShouldContain(o => o.Text == "date(");
    }

    [Fact]
    public void A_name_is_found_by_what_people_call_it()
    {
        ConditionVariable days = new("days", "请假天数", ConditionKind.Number, []);

        FeelOffer.For("天数", 2, [days]).ShouldHaveSingleItem().Completed.ShouldBe("days");
    }

    [Theory]
    [InlineData("")]
    [InlineData("days > ")]
    [InlineData("kind = \"da")]
    public void Nothing_is_offered_between_words_and_inside_texts(string typed) => FeelOffer.For(typed, typed.Length, []).ShouldBeEmpty();

    [Fact]
    public void A_word_in_the_middle_is_completed_where_it_stands()
    {
        ConditionVariable days = new("days", "请假天数", ConditionKind.Number, []);
        int at = FeelOffer.PlaceOfChange("count(units) > d and true", "count(units) > da and true");

        FeelOffer.For("count(units) > da and true", at, [days])[0].Completed.ShouldBe("count(units) > days and true");
    }

    [Theory]
    [InlineData(PanelInput.Number, "五千", "Check.Number")]
    [InlineData(PanelInput.Date, "10月1日", "Check.Date")]
    [InlineData(PanelInput.Date, "2026-02-30", "Check.Date")]
    public void Numbers_and_days_are_checked_as_typed(PanelInput input, string typed, string problem)
    {
        PanelCheck.Check(input, typed)!.TextKey.ShouldBe(problem);
        PanelCheck.Check(PanelInput.Number, "-1.5").ShouldBeNull();
        PanelCheck.Check(PanelInput.Date, "2026-02-28").ShouldBeNull();
    }
}
