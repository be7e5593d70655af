using FsCheck;
using FsCheck.Fluent;
using Platform.Decisions.Analysis;
using Platform.Decisions.Feel;
using Platform.Designer.Tables;

namespace Platform.Designer.Tests.Tables;

public sealed class CellWordsTests
{
    [Theory]
    [InlineData(ColumnValues.Text, "物业", "\"物业\"")]
    [InlineData(ColumnValues.Text, "物业、供水", "\"物业\", \"供水\"")]
    [InlineData(ColumnValues.Text, "不是 物业、供水", "not(\"物业\", \"供水\")")]
    [InlineData(ColumnValues.Text, "\"a\",\"b\"", "\"a\",\"b\"")]
    [InlineData(ColumnValues.Text, "= contains(?, \"物业\")", "contains(?, \"物业\")")]
    [InlineData(ColumnValues.Text, "(一)类", "\"(一)类\"")]
    [InlineData(ColumnValues.Text, "任意", "-")]
    [InlineData(ColumnValues.Text, "", "-")]
    [InlineData(ColumnValues.Number, "5", "5")]
    [InlineData(ColumnValues.Number, "≥5", ">= 5")]
    [InlineData(ColumnValues.Number, "＞＝５", ">= 5")]
    [InlineData(ColumnValues.Number, "5以上", ">= 5")]
    [InlineData(ColumnValues.Number, "不满18岁", "< 18")]
    [InlineData(ColumnValues.Number, "超过1万元", "> 10000")]
    [InlineData(ColumnValues.Number, "1到5", "[1..5]")]
    [InlineData(ColumnValues.Number, "1-5", "[1..5]")]
    [InlineData(ColumnValues.Number, "1～5", "[1..5]")]
    [InlineData(ColumnValues.Number, "≥ 1 且 < 5", "[1..5)")]
    [InlineData(ColumnValues.Number, "小于5且大于1", "(1..5)")]
    [InlineData(ColumnValues.Number, "≠ 5", "not(5)")]
    [InlineData(ColumnValues.Number, "1、3、≥10", "1, 3, >= 10")]
    [InlineData(ColumnValues.Number, "1,000", "1000")]
    [InlineData(ColumnValues.Number, "50%", "0.5")]
    [InlineData(ColumnValues.Number, "[1..5)", "[1..5)")]
    [InlineData(ColumnValues.Number, "1,234,567.89", "1234567.89")]
    [InlineData(ColumnValues.Number, "￥1,234.50", "1234.5")]
    [InlineData(ColumnValues.Number, "１２．５％", "0.125")]
    [InlineData(ColumnValues.Number, "5万元", "50000")]
    [InlineData(ColumnValues.Boolean, "TRUE", "true")]
    [InlineData(ColumnValues.Boolean, "√", "true")]
    [InlineData(ColumnValues.Boolean, "×", "false")]
    [InlineData(ColumnValues.Date, "２０２６／３／１", "@\"2026-03-01\"")]
    [InlineData(ColumnValues.Date, "2026/3/1 0:00:00", "@\"2026-03-01\"")]
    [InlineData(ColumnValues.DateTime, "2026/3/1 8:30", "@\"2026-03-01T08:30:00\"")]
    [InlineData(ColumnValues.DateTime, "2026-03-01 08:30:15", "@\"2026-03-01T08:30:15\"")]
    [InlineData(ColumnValues.Time, "8:30", "@\"08:30:00\"")]
    [InlineData(ColumnValues.Boolean, "是", "true")]
    [InlineData(ColumnValues.Boolean, "否", "false")]
    [InlineData(ColumnValues.Date, "2026年3月1日", "@\"2026-03-01\"")]
    [InlineData(ColumnValues.Date, "2026/3/1", "@\"2026-03-01\"")]
    [InlineData(ColumnValues.Date, "不早于2026-3-1", ">= @\"2026-03-01\"")]
    [InlineData(ColumnValues.Date, "2026-1-1到2026-6-30", "[@\"2026-01-01\"..@\"2026-06-30\"]")]
    [InlineData(ColumnValues.Duration, "不超过3天", "<= @\"P3D\"")]
    [InlineData(ColumnValues.Duration, "2小时", "@\"PT2H\"")]
    [InlineData(ColumnValues.Time, "17:30", "@\"17:30:00\"")]
    [InlineData(ColumnValues.Any, "≥5", ">= 5")]
    [InlineData(ColumnValues.Any, "物业", "\"物业\"")]
    public void Words_of_clerks_become_tests(ColumnValues kind, string typed, string feel) =>
        CellWords.Read(typed, Input(kind)).ShouldBe(new CellReading(feel));

    [Theory]
    [InlineData(ColumnValues.Number, "很多", CellProblem.NotANumber, "很多")]
    [InlineData(ColumnValues.Number, "\"a\"", CellProblem.NotANumber, "a")]
    [InlineData(ColumnValues.Number, "5到1", CellProblem.EndsReversed, "")]
    [InlineData(ColumnValues.Date, "2026-2-30", CellProblem.NotADate, "2026-2-30")]
    [InlineData(ColumnValues.Boolean, "也许", CellProblem.NotYesOrNo, "也许")]
    [InlineData(ColumnValues.Duration, "很久", CellProblem.NotATime, "很久")]
    public void What_does_not_fit_is_named(ColumnValues kind, string typed, CellProblem problem, string detail)
    {
        var reading = CellWords.Read(typed, Input(kind));

        (reading.Problem, reading.Detail).ShouldBe((problem, detail));
        CellWords.Fault(reading.Feel, Input(kind)).ShouldNotBeNull("what was kept stays marked").Problem.ShouldBe(problem);
    }

    [Fact]
    public void A_faulty_expression_says_what_is_wrong_with_it()
    {
        var reading = CellWords.Read("= 1 +", Input(ColumnValues.Number));

        (reading.Feel, reading.Problem).ShouldBe(("1 +", CellProblem.BadExpression));
        reading.Detail.ShouldEndWith("。");
    }

    [Fact]
    public void Only_values_that_may_occur_are_taken()
    {
        CellColumn column = new(ColumnRole.Input, new ColumnShape("层级", ColumnValues.Text, [FeelValue.Of("县"), FeelValue.Of("镇")]));

        CellWords.Read("县、镇", column).IsValid.ShouldBeTrue();
        CellWords.Read("县、省", column).ShouldBe(new CellReading("\"县\", \"省\"", CellProblem.NotAChoice, "省"));
        CellWords.Fault("\"省\"", column)!.Problem.ShouldBe(CellProblem.NotAChoice);
        CellWords.Fault("\"镇\"", column).ShouldBeNull();
    }

    [Theory]
    [InlineData(ColumnRole.Input, ColumnValues.Text, "\"物业\",\"供水\"", "物业、供水")]
    [InlineData(ColumnRole.Input, ColumnValues.Text, "not(\"物业\")", "不是 物业")]
    [InlineData(ColumnRole.Input, ColumnValues.Text, "-", "")]
    [InlineData(ColumnRole.Input, ColumnValues.Text, "contains(?, \"a\")", "= contains(?, \"a\")")]
    [InlineData(ColumnRole.Input, ColumnValues.Text, "\"a、b\"", "= \"a、b\"")]
    [InlineData(ColumnRole.Input, ColumnValues.Number, ">=5", "≥ 5")]
    [InlineData(ColumnRole.Input, ColumnValues.Number, "[1..5]", "1 到 5")]
    [InlineData(ColumnRole.Input, ColumnValues.Number, "[1..5)", "≥ 1 且 < 5")]
    [InlineData(ColumnRole.Input, ColumnValues.Boolean, "true", "是")]
    [InlineData(ColumnRole.Input, ColumnValues.Date, "< date(\"2026-01-01\")", "< 2026-01-01")]
    [InlineData(ColumnRole.Input, ColumnValues.Any, "\"2026-01-01\"", "= \"2026-01-01\"")]
    [InlineData(ColumnRole.Input, ColumnValues.Any, "\"5\"", "= \"5\"")]
    [InlineData(ColumnRole.Output, ColumnValues.Text, "\"住建局\"", "住建局")]
    [InlineData(ColumnRole.Output, ColumnValues.Any, "if a then 1 else 2", "= if a then 1 else 2")]
    [InlineData(ColumnRole.Output, ColumnValues.Text, "", "")]
    [InlineData(ColumnRole.Annotation, ColumnValues.Any, "《物业管理条例》第五条", "《物业管理条例》第五条")]
    public void Cells_are_shown_in_words(ColumnRole role, ColumnValues kind, string feel, string words) =>
        CellWords.Show(feel, new CellColumn(role, new ColumnShape("", kind, []))).ShouldBe(words);

    [Fact]
    public void What_is_shown_means_the_same_when_it_is_typed_again() => Prop.ForAll(
        Gen.Elements(Enum.GetValues<ColumnValues>()).SelectMany(kind => Tests().Select(feel => (kind, feel))).ToArbitrary(),
        pair =>
        {
            CellColumn column = Input(pair.kind);
            string again = CellWords.Read(CellWords.Show(pair.feel, column), column).Feel;
            var (before, after) = (FeelUnaryTests.Parse(pair.feel).Expression!, FeelUnaryTests.Parse(again).Expression!);
            return before.IsNegated == after.IsNegated && before.Constants.SequenceEqual(after.Constants);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Anything_typed_is_read_without_failing() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>().Generator.SelectMany(t => Gen.Elements(Enum.GetValues<ColumnValues>()).Select(k => (t.Get, k))).ToArbitrary(),
        pair => CellWords.Read(pair.Get, Input(pair.k)).Feel is not null && CellWords.Show(pair.Get, Input(pair.k)) is not null).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static Gen<string> Tests() =>
        from count in Gen.Choose(1, 3)
        from parts in Gen.Elements(
            "\"物业\"", "\"a、b\"", "\" x\"", "\"任意\"", "\"5\"", "\"是\"", "5", "-3", "0.5", ">= 5", "< 2", "[1..5]", "(1..5]", "[1..5)", "true", "false", "null",
            "@\"2026-01-01\"", ">= @\"2026-01-01\"", "[@\"2026-01-01\"..@\"2026-02-01\"]", "@\"P3D\"", "@\"10:00:00\"", "@\"2026-01-01T10:00:00\"", "\"不是甲\"", "\"=1\"", "\"≥ 3\"").ListOf(count)
        from negated in Gen.Elements(false, true)
        select negated ? $"not({string.Join(", ", parts)})" : string.Join(", ", parts);

    private static CellColumn Input(ColumnValues kind) => new(ColumnRole.Input, new ColumnShape("列", kind, []));
}
