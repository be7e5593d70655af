using Platform.Decisions.Analysis;
using Platform.Decisions.Feel;
using Platform.Designer.Conditions;
using Platform.Designer.Tables;

namespace Platform.Designer.Tests.Tables;

public sealed class PickListTests
{
    private static readonly PickList Units = new("units", "单位", [new("bm-zj", "住建局"), new("bm-sl", "水利局"), new("bm-1", "办公室"), new("bm-2", "办公室")]);

    [Theory]
    [InlineData("\"bm-zj\"", "住建局")]
    [InlineData("\"bm-zj\", \"bm-sl\"", "住建局、水利局")]
    [InlineData("not(\"bm-zj\")", "不是 住建局")]
    [InlineData("\"bm-2\"", "= \"bm-2\"")]
    [InlineData("\"bm-1\"", "办公室")]
    public void A_condition_shows_words_and_keeps_values(string feel, string words)
    {
        var column = Column(ColumnRole.Input, ColumnValues.Text);

        CellWords.Show(feel, column).ShouldBe(words);
        CellWords.Read(words, column).ShouldBe(new CellReading(feel));
    }

    [Theory]
    [InlineData("\"bm-zj\"", "住建局")]
    [InlineData("[\"bm-zj\", \"bm-sl\"]", "住建局、水利局")]
    [InlineData("[]", "（无）")]
    [InlineData("town", "= town")]
    public void A_conclusion_shows_words_and_several_are_a_list(string feel, string words)
    {
        var column = Column(ColumnRole.Output, ColumnValues.Any);

        CellWords.Show(feel, column).ShouldBe(words);
        CellWords.Read(words, column).Feel.ShouldBe(feel);
    }

    [Theory]
    [InlineData("bm-sl", "\"bm-sl\"")]
    [InlineData("水利局", "\"bm-sl\"")]
    public void Word_and_value_can_both_be_typed(string typed, string feel) => CellWords.Read(typed, Column(ColumnRole.Input, ColumnValues.Text)).ShouldBe(new CellReading(feel));

    [Theory]
    [InlineData(ColumnRole.Input)]
    [InlineData(ColumnRole.Output)]
    public void What_is_not_in_the_list_is_told(ColumnRole role)
    {
        CellWords.Read("财政局", Column(role, ColumnValues.Text)).Problem.ShouldBe(CellProblem.NotAChoice);
        CellWords.Fault("\"bm-gone\"", Column(role, ColumnValues.Text))!.Problem.ShouldBe(CellProblem.NotAChoice);
    }

    [Fact]
    public void A_column_of_numbers_picks_numbers()
    {
        var column = new CellColumn(ColumnRole.Input, new ColumnShape("级", ColumnValues.Number, []), new PickList("l", "级", [new("1", "一级"), new("2", "二级")]));

        CellWords.Read("二级", column).ShouldBe(new CellReading("2"));
        CellWords.Show("2", column).ShouldBe("二级");
    }

    [Fact]
    public void The_list_is_named_beside_the_column_and_survives_the_file()
    {
        var session = Tables.Session();
        session.Change(session.Table.Describe(2, session.Table.Settings(2) with { Picks = "units" }));

        var again = new Platform.Designer.Deciding.DecisionSession(Tables.Model(System.Text.Encoding.UTF8.GetString(session.ToFile())), "d");

        again.Table.Settings(2).Picks.ShouldBe("units");
        TableReview.Of(again.Current, again.Table, [Units]).Faults.Count.ShouldBe(3);
        again.Change(again.Table.Describe(2, again.Table.Settings(2) with { Picks = null }));
        System.Text.Encoding.UTF8.GetString(again.ToFile()).ShouldNotContain("options=");
    }

    [Theory]
    [InlineData("住|", "住建局", 0)]
    [InlineData("住建局、水|", "水利局", 4)]
    [InlineData("不是 水|", "水利局", 3)]
    [InlineData("bm-s|", "水利局", 0)]
    public void A_cell_offers_the_words_of_its_list(string typed, string word, int start)
    {
        var offer = Offers(typed, Column(ColumnRole.Input, ColumnValues.Text)).ShouldHaveSingleItem();

        (offer.Text, offer.Start, offer.IsWhole).ShouldBe((word, start, true));
    }

    [Fact]
    public void A_cell_of_numbers_offers_comparisons_and_one_of_texts_what_other_rules_say()
    {
        Offers("5|", new CellColumn(ColumnRole.Input, new ColumnShape("人数", ColumnValues.Number, []))).Select(o => o.Text).ShouldBe(["5以上", "5以下", "不足5", "超过5"]);
        Offers("条例|", new CellColumn(ColumnRole.Annotation, ColumnShape.Unknown("依据"))).ShouldHaveSingleItem().Text.ShouldBe("《条例》第五条");
        Offers("= am|", new CellColumn(ColumnRole.Output, ColumnShape.Unknown("数"))).ShouldHaveSingleItem().ShouldBe(new("amount", "金额", "amount", 2, 4));
    }

    private static IReadOnlyList<Platform.Designer.Expressions.Offer> Offers(string typed, CellColumn column) => CellCompletion.For(
        typed.Replace("|", "", StringComparison.Ordinal), typed.IndexOf('|', StringComparison.Ordinal), column, [new ConditionVariable("amount", "金额", ConditionKind.Number, [])], ["《条例》第五条", "《办法》"]);

    private static CellColumn Column(ColumnRole role, ColumnValues values) => new(role, new ColumnShape("单位", values, Array.Empty<FeelValue>()), Units);
}
