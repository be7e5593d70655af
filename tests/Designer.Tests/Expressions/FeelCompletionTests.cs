using Platform.Designer.Conditions;
using Platform.Designer.Expressions;

namespace Platform.Designer.Tests.Expressions;

public sealed class FeelCompletionTests
{
    private static readonly ConditionVariable[] Variables =
    [
        new("amount", "申请金额", ConditionKind.Number, []),
        new("办理 天数", "办理 天数", ConditionKind.Number, []),
        new("ledger", "账别", ConditionKind.Choice, [new("JY", "意见建议"), new("LY", "利益诉求")]),
    ];

    [Theory]
    [InlineData("am|", "amount", 0, 2)]
    [InlineData("1 + am|", "amount", 4, 6)]
    [InlineData("if am| > 5 then 1 else 2", "amount", 3, 5)]
    [InlineData("金额|", "amount", 0, 2)]
    [InlineData("办理 天|", "办理 天数", 0, 4)]
    [InlineData("string le|", "string length(…)", 0, 9)]
    [InlineData("not(cont|", "contains(…)", 4, 8)]
    [InlineData("四舍五入|", "round half up(…)", 0, 4)]
    public void What_fits_the_word_before_the_cursor_is_offered_in_its_place(string typed, string offered, int start, int end)
    {
        var offer = Offers(typed).Single(o => o.Text == offered);

        (offer.Start, offer.End).ShouldBe((start, end));
    }

    [Theory]
    [InlineData("|")]
    [InlineData("amount > |")]
    [InlineData("\"am|\"")]
    [InlineData("amount|")]
    public void Nothing_is_offered_where_no_word_is_begun_or_the_word_is_whole(string typed) => Offers(typed).ShouldNotContain(o => o.Text == "amount");

    [Fact]
    public void Whoever_asks_gets_everything_variables_first() => Offers("|", isAsked: true).Take(3).Select(o => o.Text).ShouldBe(["amount", "办理 天数", "ledger"]);

    [Theory]
    [InlineData("ledger = \"|\"")]
    [InlineData("ledger = \"意见|")]
    [InlineData("amount > 5 and ledger in (\"LY\", \"J|")]
    public void Inside_quotation_marks_the_values_of_the_variable_are_offered(string typed)
    {
        var offer = Offers(typed).Single(o => o.Text == "意见建议");

        Take(typed, offer).ShouldEndWith("\"JY\"");
    }

    [Fact]
    public void A_function_is_offered_with_its_meaning_and_one_types_on_behind_its_bracket()
    {
        var offer = Offers("conta|").Single(o => o.Text == "contains(…)");

        offer.Label.ShouldNotBeEmpty();
        Take("conta|", offer).ShouldBe("contains(");
        offer.IsWhole.ShouldBeFalse();
    }

    private static IReadOnlyList<Offer> Offers(string typed, bool isAsked = false) =>
        FeelCompletion.For(typed.Replace("|", "", StringComparison.Ordinal), typed.IndexOf('|', StringComparison.Ordinal), Variables, isAsked);

    private static string Take(string typed, Offer offer)
    {
        var text = typed.Replace("|", "", StringComparison.Ordinal);
        return text[..offer.Start] + offer.Insert + text[offer.End..];
    }
}
