using Platform.Decisions.Feel;

namespace Platform.Decisions.Tests.Feel;

public sealed class FeelGrammarTests
{
    [Theory]
    [InlineData("1 + 2 /* inner */ * 3 // rest", "7")]
    [InlineData("3 ** 4 ** 2", "6561")]
    [InlineData("1 - -1", "2")]
    [InlineData("not(true) or 1 = 1 and 2 > 1", "true")]
    [InlineData("false and null", "false")]
    [InlineData("true or \"text\"", "true")]
    [InlineData("if null then 1 else 2", "2")]
    [InlineData("1 in [2, 3, 1]", "true")]
    [InlineData("5 in ]5..10]", "false")]
    [InlineData("10 in ]5..10[", "false")]
    [InlineData("5 in (< 3, > 4)", "true")]
    [InlineData("\"b\" in ([\"a\"..\"c\"])", "true")]
    [InlineData("[1..10[ = [1..10)", "true")]
    [InlineData("[1, 2, 3][-1]", "3")]
    [InlineData("[{a: 1, b: [1, 2]}, {a: 2, b: [3]}][a = 2].b[1]", "[[3]][1]")]
    [InlineData("[1, 2, 3][item > 1][1]", "2")]
    [InlineData("{\"a b\": 1, c: a b + 1}.c", "2")]
    [InlineData("{a+b: 1, c: a+b}.c", "1")]
    [InlineData("{a b: {c d: 5}}.a b.c d", "5")]
    [InlineData("{a: 1}.missing", "null")]
    [InlineData("for x in [1, 2], y in x..3 return x * y", "[1, 2, 3, 4, 6]")]
    [InlineData("for i in 3..1 return i", "[3, 2, 1]")]
    [InlineData("for i in [1..3] return i", "[1, 2, 3]")]
    [InlineData("for i in (1..3) return i", "[2]")]
    [InlineData("for d in @\"2026-11-21\"..@\"2026-11-22\" return day of week(d)", "[\"Saturday\", \"Sunday\"]")]
    [InlineData("some x in [1, 2], y in [2, 3] satisfies x = y", "true")]
    [InlineData("every x in [] satisfies x", "true")]
    [InlineData("some x in [null, false] satisfies x", "null")]
    [InlineData("(function(a, b) a - b)(b: 1, a: 5)", "4")]
    [InlineData("{f: function(n: number) n + 1, r: [f(1), f(\"x\")]}.r", "[2, null]")]
    [InlineData("{x: 10, f: function(y) x + y, r: f(5)}.r", "15")]
    [InlineData("sort([3, 1, 2], function(x, y) x > y)", "[3, 2, 1]")]
    [InlineData("substring(start position: 2, string: \"abc\")", "\"bc\"")]
    [InlineData("[1, \"a\", null] instance of list<Any>", "true")]
    [InlineData("{a: {b: 1}} instance of context<a: context<b: number>>", "true")]
    [InlineData("[1..5] instance of range<number>", "true")]
    [InlineData("(function(a: number) a > 1) instance of function<number> -> boolean", "true")]
    [InlineData("(function(a: number) a) instance of function<string> -> number", "false")]
    [InlineData("@\"P1D\" instance of days and time duration", "true")]
    [InlineData("\"\\u4e66\\U01F40E\\n\\\"\"", "\"书🐎\\n\\\"\"")]
    [InlineData("(< 10).end", "10")]
    [InlineData("10 between 1 and 10 and true", "true")]
    public void The_grammar_reads_as_the_standard_says(string text, string expected) => Feel.ShouldGive(text, expected);

    [Theory]
    [InlineData("a-b", "a-b", 1)]
    [InlineData("事项 类别", "事项  类别", 1)]
    [InlineData("事项\n  类别", "事项 类别", 1)]
    [InlineData("in force", "in force", 1)]
    [InlineData("days in week", "days in week + 1", 2)]
    [InlineData("a/b's", "a/b's * 2", 2)]
    [InlineData("Approved/Declined", "Approved/Declined", 1)]
    [InlineData("date and hour", "date and hour", 1)]
    public void A_known_name_wins_over_operators_and_keywords(string name, string text, int expected) =>
        Feel.Eval(text, (name, FeelValue.Of(1))).ShouldBe(FeelValue.Of(expected));

    [Fact]
    public void The_longest_known_name_wins() =>
        Feel.Eval("a b c + a b", ("a", FeelValue.Of(1)), ("a b", FeelValue.Of(10)), ("a b c", FeelValue.Of(100))).ShouldBe(FeelValue.Of(110));

    [Fact]
    public void A_known_name_does_not_cut_a_longer_word() =>
        Feel.Eval("total", ("to", FeelValue.Of(1)), ("total", FeelValue.Of(2))).ShouldBe(FeelValue.Of(2));

    [Fact]
    public void References_are_the_free_names()
    {
        var expression = FeelExpression.Parse("for x in 案件 return x.天数 + 期限 + count(案件)").Expression!;

        expression.References.ShouldBe(["案件", "期限"], ignoreOrder: true);
    }

    [Fact]
    public void A_variable_of_the_host_may_be_named_like_a_function()
    {
        Feel.Eval("count + count([1, 2])", ("count", FeelValue.Of(5))).ShouldBe(FeelValue.Of(7));
        Feel.Eval("date", ("date", FeelValue.Of(5))).ShouldBe(FeelValue.Of(5));
    }

    [Fact]
    public void Entries_of_filtered_items_come_before_variables_and_missing_ones_let_them_through()
    {
        var cases = Feel.Eval("[{id: 1, 镇: \"城关\"}, {id: 2}]");

        Feel.Eval("案件[镇 = \"城关\"].id", ("案件", cases), ("镇", FeelValue.Of("东风"))).ToString().ShouldBe("[1]");
        Feel.Eval("案件[镇 = \"东风\"].id", ("案件", cases), ("镇", FeelValue.Of("东风"))).ToString().ShouldBe("[2]");
    }

    [Theory]
    [InlineData("1 +", 3)]
    [InlineData("(1", 2)]
    [InlineData("[1, 2", 5)]
    [InlineData("{a 1}", 4)]
    [InlineData("if 1 then 2", 11)]
    [InlineData("1 2", 2)]
    [InlineData("\"open", 0)]
    [InlineData("for x return 1", 6)]
    [InlineData("1 instance of", 13)]
    [InlineData("f(a: 1, 2)", 0)]
    [InlineData("", 0)]
    public void An_error_says_where_it_is(string text, int position)
    {
        var error = FeelExpression.Parse(text).Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("feel.syntax");
        error.Start.ShouldBe(position, error.English);
        error.Chinese.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("1 + 未知", "feel.unknown-name", 4, 2)]
    [InlineData("1 + \"a\"", "feel.operands", 0, 7)]
    [InlineData("未知函数(1)", "feel.unknown-function", 0, 4)]
    [InlineData("abs(\"a\")", "feel.argument", 0, 8)]
    [InlineData("abs(1, 2)", "feel.arguments", 0, 9)]
    [InlineData("{a: 1}.b", "feel.unknown-member", 0, 8)]
    [InlineData("1 / 0", "feel.arithmetic", 0, 5)]
    [InlineData("{a: 1, a: 2}", "feel.duplicate-key", 0, 12)]
    [InlineData("[1, 2][\"x\"]", "feel.filter", 0, 11)]
    [InlineData("123()", "feel.not-a-function", 0, 5)]
    [InlineData("1 instance of 未知类型", "feel.unknown-type", 13, 5)]
    public void A_warning_says_what_and_where(string text, string code, int start, int length)
    {
        var result = FeelExpression.Parse(text).Expression!.Evaluate(FeelScope.Empty);

        var warning = result.Warnings[0];
        (warning.Code, warning.Start, warning.Length).ShouldBe((code, start, length));
        result.Value.ShouldBe(FeelValue.Null);
    }

    [Fact]
    public void Full_width_signs_are_pointed_out_but_may_be_part_of_names()
    {
        Feel.Warnings("金额＞100")[0].Chinese.ShouldContain("全角");
        Feel.Eval("金额（元） * 2", ("金额（元）", FeelValue.Of(5))).ShouldBe(FeelValue.Of(10));
    }

    [Fact]
    public void Types_of_the_caller_can_be_named()
    {
        var options = new FeelParseOptions { Types = name => name is "t 案件" or "lib.tCase" ? new FeelType.Context([new("id", FeelType.Number)]) : null };

        FeelExpression.Parse("{id: 1} instance of t 案件 and {id: 1} instance of lib.tCase", options).Expression!
            .Evaluate(FeelScope.Empty).Value.ShouldBe(FeelValue.Of(true));
    }

    [Fact]
    public void An_expression_serves_many_threads_at_once()
    {
        var expression = FeelExpression.Parse("sum(for i in 1..n return i * i)").Expression!;

        Parallel.For(1, 500, n => expression.Evaluate(Feel.Scope(("n", FeelValue.Of(n)))).Value
            .ShouldBe(FeelValue.Of((long)n * (n + 1) * ((2 * n) + 1) / 6)));
    }

    [Fact]
    public void A_function_of_the_host_gets_converted_arguments_and_shares_the_budget()
    {
        var addDays = FeelFunction.Of("加天数", [new("日期", FeelType.DateTime), new("天数", FeelType.Number)], FeelType.DateTime, (session, arguments) =>
        {
            session.IsStopped.ShouldBeFalse();
            return FeelExpression.Parse("d + @\"P1D\" * n").Expression!.Evaluate(Feel.Scope(("d", arguments[0]), ("n", arguments[1])), session);
        });

        Feel.Eval("加天数(@\"2026-11-22\", [3])", ("加天数", addDays)).ToString().ShouldBe("@\"2026-11-25T00:00:00Z\"");
        Feel.Eval("加天数(天数: 1, 日期: @\"2026-11-22\")", ("加天数", addDays)).ToString().ShouldBe("@\"2026-11-23T00:00:00Z\"");
        Feel.Eval("加天数(\"x\", 1)", ("加天数", addDays)).ShouldBe(FeelValue.Null);
    }
}
