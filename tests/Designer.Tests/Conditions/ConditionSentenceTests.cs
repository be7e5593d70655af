using FsCheck;
using FsCheck.Fluent;
using Platform.Decisions.Feel;
using Platform.Designer.Conditions;

namespace Platform.Designer.Tests.Conditions;

public sealed class ConditionSentenceTests
{
    private static readonly string[] Names = ["金额", "事项类别", "涉及 单位", "收到日期", "紧急"];

    [Theory]
    [InlineData("金额 > 5000 and 事项类别 in (\"物业\", \"供水\")")]
    [InlineData("金额 >= -1.5 or 收到日期 < date(\"2026-10-01\")")]
    [InlineData("涉及 单位 = \"住建局\"")]
    [InlineData("contains(事项类别, \"水\")")]
    [InlineData("金额 = null and 事项类别 != null")]
    [InlineData("紧急 = true")]
    public void A_sentence_reads_what_it_writes(string feel) =>
        ConditionSentence.Read(feel, Names)!.ToFeel(KindOf).ShouldBe(feel);

    [Theory]
    [InlineData("紧急", "紧急 = true")]
    [InlineData("not(紧急)", "紧急 = false")]
    [InlineData("金额 > 5000 and stubOnly", "金额 > 5000 and stubOnly = true")]
    [InlineData("not(stubOnly) or 紧急", "stubOnly = false or 紧急 = true")]
    [InlineData("list contains([\"agree\",\"change\"], outcome)", "outcome in (\"agree\", \"change\")")]
    [InlineData("count(coUnits) > 0", "count(coUnits) > 0")]
    [InlineData("list contains(coUnits, \"ZJ\")", "list contains(coUnits, \"ZJ\")")]
    [InlineData("unknown >= 3", "unknown >= 3")]
    public void The_usual_other_ways_of_writing_are_read_too_and_keep_their_meaning(string feel, string written) =>
        ConditionSentence.Read(feel, Names)!.ToFeel(KindOf).ShouldBe(written);

    [Theory]
    [InlineData("金额 > 5000 and 紧急 = true or 金额 < 3")]
    [InlineData("if 紧急 then true else false")]
    [InlineData("count(事项类别) > 3")]
    [InlineData("金额 + 1 > 2")]
    [InlineData("金额 > ")]
    [InlineData("(金额 > 1)")]
    [InlineData("not(金额 > 1)")]
    [InlineData("and")]
    [InlineData("金额 in ()")]
    [InlineData("事项类别 = \"没有结束")]
    public void What_is_no_sentence_stays_feel(string feel) => ConditionSentence.Read(feel, Names).ShouldBeNull();

    [Fact]
    public void Nothing_written_is_the_empty_sentence() => ConditionSentence.Read("  ", Names).ShouldBe(ConditionSentence.Empty);

    [Fact]
    public void Every_sentence_is_valid_feel_and_comes_back_as_it_was() =>
        Prop.ForAll(Sentences().ToArbitrary(), sentence =>
        {
            string feel = sentence.ToFeel(KindOf);

            FeelExpression.Parse(feel, Names).IsValid.ShouldBeTrue(feel);
            ConditionSentence.Read(feel, Names).ShouldBe(sentence, feel);
        }).QuickCheckThrowOnFailure();

    private static ConditionKind? KindOf(string name) => name switch
    {
        "金额" => ConditionKind.Number,
        "收到日期" => ConditionKind.Date,
        "紧急" => ConditionKind.Boolean,
        _ => ConditionKind.Text,
    };

    private static Gen<ConditionSentence> Sentences() =>
        from clauses in Clauses().NonEmptyListOf()
        from all in Gen.Elements(true, false)
        select new ConditionSentence(all, [.. clauses]);

    private static Gen<ConditionClause> Clauses() =>
        from name in Gen.Elements(Names)
        from op in Gen.Elements(Enum.GetValues<ConditionOperator>())
        from words in Gen.Elements("物业", "引号\"与\\斜杠", "两\n行", "and or", "").NonEmptyListOf()
        from number in Gen.Choose(-999, 999)
        let values = KindOf(name) switch
        {
            ConditionKind.Number => [$"{number}"],
            ConditionKind.Date => [$"2026-{(Math.Abs(number) % 12) + 1:00}-01"],
            ConditionKind.Boolean => [number > 0 ? "true" : "false"],
            _ => words.ToArray(),
        }
        select new ConditionClause(name, op, op switch
        {
            ConditionOperator.IsEmpty or ConditionOperator.IsFilled => [],
            ConditionOperator.OneOf => [.. values],
            _ => [values[0]],
        });
}
