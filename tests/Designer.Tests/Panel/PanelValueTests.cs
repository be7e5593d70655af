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

        IReadOnlyList<FeelOffer> offers = FeelOffer.For("count(units) > 2 and da", [days]);

        offers[0].Completed.ShouldBe("count(units) > 2 and days");
        offers.ShouldContain(o => o.Text == "date(");
    }

    [Fact]
    public void A_name_is_found_by_what_people_call_it()
    {
        ConditionVariable days = new("days", "请假天数", ConditionKind.Number, []);

        FeelOffer.For("天数", [days]).ShouldHaveSingleItem().Completed.ShouldBe("days");
    }

    [Theory]
    [InlineData("")]
    [InlineData("days > ")]
    [InlineData("kind = \"da")]
    public void Nothing_is_offered_between_words_and_inside_texts(string typed) => FeelOffer.For(typed, []).ShouldBeEmpty();
}
