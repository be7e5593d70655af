using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Platform.Decisions.Analysis;
using Platform.Decisions.Feel;
using Platform.Decisions.Tests.Dmn;

namespace Platform.Decisions.Tests.Analysis;

public sealed class TableAnalysisTests
{
    [Fact]
    public void A_gap_between_numbers_is_named_with_its_bounds()
    {
        var findings = Analyze("UNIQUE", ["金额:number"], ["< 100|1", "> 200|2"]);

        var gap = findings.ShouldHaveSingleItem();
        (gap.Kind, gap.Severity).ShouldBe((TableFindingKind.Gap, TableFindingSeverity.Warning));
        gap.Combination.ShouldBe([new FindingCondition("金额", "100 ≤ 金额 ≤ 200", 0, "[100..200]")]);
        gap.Chinese.ShouldBe("「d」没有规则适用于：100 ≤ 金额 ≤ 200。");
    }

    [Fact]
    public void A_missing_combination_of_values_of_a_list_is_named()
    {
        var findings = Analyze(
            "UNIQUE", ["类别:string:\"物业\",\"欠薪\",\"噪声\"", "紧急:boolean"], ["\"物业\"|-|1", "\"欠薪\",\"噪声\"|true|2", "\"欠薪\"|false|3"]);

        findings.ShouldHaveSingleItem().Chinese.ShouldBe("「d」没有规则适用于：类别 = 噪声，紧急 = 否。");
    }

    [Fact]
    public void Texts_without_a_list_of_values_have_others()
    {
        var findings = Analyze("FIRST", ["区划:string"], ["\"城关镇\"|1", "\"河东乡\"|2"]);

        findings.ShouldHaveSingleItem().Chinese.ShouldBe("「d」没有规则适用于：区划 为 城关镇、河东乡 以外的值。");
    }

    [Fact]
    public void Days_that_follow_each_other_leave_no_gap_but_numbers_do()
    {
        Analyze("UNIQUE", ["日期:date"], ["<= date(\"2026-05-01\")|1", ">= date(\"2026-05-02\")|2"]).ShouldBeEmpty();
        Analyze("UNIQUE", ["年龄:number"], ["<= 17|1", ">= 18|2"]).ShouldHaveSingleItem().Chinese.ShouldContain("17 < 年龄 < 18");
    }

    [Theory]
    [InlineData("COLLECT")]
    [InlineData("RULE ORDER")]
    public void Tables_that_list_may_leave_combinations_out(string policy) =>
        Analyze(policy, ["x:number"], ["< 1|1"]).ShouldBeEmpty();

    [Fact]
    public void Rules_that_overlap_where_only_one_may_match_are_named_with_the_combination()
    {
        var findings = Analyze("UNIQUE", ["金额:number", "紧急:boolean"], ["<= 100|-|1", ">= 100|true|2", "> 100|false|3"]);

        var overlap = findings.ShouldHaveSingleItem();
        (overlap.Kind, overlap.Severity).ShouldBe((TableFindingKind.Overlap, TableFindingSeverity.Error));
        overlap.Rules.ShouldBe([1, 2]);
        overlap.Chinese.ShouldBe("「d」规则 1 与规则 2 同时适用于：金额 = 100，紧急 = 是，而本表只允许一条规则适用。");
    }

    [Fact]
    public void Rules_that_agree_may_overlap_under_any()
    {
        Analyze("ANY", ["x:number"], ["<= 5|1", ">= 4|1"]).ShouldBeEmpty();
        Analyze("ANY", ["x:number"], ["<= 5|1", ">= 4|2"]).ShouldHaveSingleItem().Kind.ShouldBe(TableFindingKind.Overlap);
    }

    [Fact]
    public void A_rule_that_earlier_ones_cover_together_is_masked()
    {
        var findings = Analyze("FIRST", ["x:number"], ["< 10|1", ">= 10|2", "[5..15]|3"]);

        var masked = findings.ShouldHaveSingleItem();
        (masked.Kind, masked.Rules[0]).ShouldBe((TableFindingKind.Masked, 3));
    }

    [Fact]
    public void A_rule_of_lower_priority_is_masked_by_a_higher_one_wherever_it_stands()
    {
        var findings = Analyze("PRIORITY", ["x:number"], ["> 5|\"低\"", "-|\"高\""], "\"高\",\"低\"");

        findings.ShouldHaveSingleItem().Chinese.ShouldBe("「d」规则 1 不起作用：凡它适用之处，都已由优先的规则决定。");
    }

    [Fact]
    public void Conditions_that_cannot_hold_are_named()
    {
        var findings = Analyze("FIRST", ["类别:string:\"a\",\"b\""], ["\"c\"|1", "[5..1]|2", "-|3"]);

        findings.Where(f => f.Kind == TableFindingKind.NeverReached).SelectMany(f => f.Rules).ShouldBe([1, 2]);
    }

    [Fact]
    public void Values_of_the_wrong_type_are_named_with_their_cell()
    {
        var findings = Analyze("FIRST", ["金额:number"], ["\"一百\"|1", "-|2"]);

        findings[0].Kind.ShouldBe(TableFindingKind.TypeError);
        findings[0].Chinese.ShouldBe("「d」规则 1 的条件“金额”写的是 \"一百\"（string），与该列的类型不符。");
    }

    [Fact]
    public void Outputs_outside_the_list_are_named()
    {
        Analyze("FIRST", ["x:number"], ["-|\"丙\""], "\"甲\",\"乙\"").ShouldHaveSingleItem().Kind.ShouldBe(TableFindingKind.TypeError);
    }

    [Fact]
    public void Rules_that_must_be_computed_are_left_out_and_named()
    {
        var findings = Analyze("FIRST", ["x:number"], ["? > y|1", "< 5|2"]);

        findings.ShouldHaveSingleItem().Chinese.ShouldBe("「d」没有规则适用于：x ≥ 5（规则 1 的条件需要计算，未计入）。");
    }

    [Fact]
    public void What_the_analysis_says_about_gaps_and_overlaps_is_what_evaluation_does()
    {
        string[] numbers = ["-", "< 2", "2", "[1..3]", "> 3", "not(2)", ">= 2", "(1..3)", "1,3"];
        string[] texts = ["-", "\"a\"", "\"a\",\"b\"", "not(\"b\")", "\"c\""];
        var rule = from n in Gen.Elements(numbers) from t in Gen.Elements(texts) select $"{n}|{t}|0";
        var tables = Gen.ArrayOf(rule).Where(r => r.Length is > 0 and < 7);
        Prop.ForAll(tables.ToArbitrary(), rules =>
        {
            var model = Table("UNIQUE", ["n:number", "t:string"], rules, null);
            var findings = TableAnalysis.Of(Models.Model(model));
            var decisions = Models.Of(model);
            var matches = (from n in new[] { 0m, 1m, 1.5m, 2m, 2.5m, 3m, 4m }
                           from t in new[] { "a", "b", "c", "other" }
                           let trace = decisions.EvaluateDecision("d", Models.Inputs(("n", FeelValue.Of(n)), ("t", FeelValue.Of(t)))).Trace
                           select trace.Decisions[^1].Tables[0].Matched.Count).ToList();
            return findings.Any(f => f.Kind == TableFindingKind.Gap) == matches.Contains(0)
                && findings.Any(f => f.Kind == TableFindingKind.Overlap) == matches.Exists(m => m > 1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void A_thousand_rules_are_analyzed_in_reasonable_time()
    {
        var rules = Enumerable.Range(0, 1000).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"k{i % 50}\"|[{i / 50}..{(i / 50) + 1})|{i}")).ToArray();

        var findings = Analyze("UNIQUE", ["k:string", "n:number"], rules);

        findings.Select(f => f.Kind).Distinct().ShouldBe([TableFindingKind.Gap]);
    }

    [Fact]
    public void A_table_that_is_too_large_to_check_says_so_and_comes_to_an_end()
    {
        var rules = Enumerable.Range(0, 4000).Select(i => string.Create(CultureInfo.InvariantCulture, $"-|[{i}..{i + 2000}]|{i}")).ToArray();

        var findings = Analyze("FIRST", ["k:string", "n:number"], rules);

        findings.ShouldContain(f => f.Kind == TableFindingKind.NotChecked);
    }

    private static IReadOnlyList<TableFinding> Analyze(string policy, string[] inputs, string[] rules, string? outputValues = null) =>
        TableAnalysis.Of(Models.Model(Table(policy, inputs, rules, outputValues)));

    // Inputs are written name:type[:values], rules cell|cell|output.
    private static string Table(string policy, string[] inputs, string[] rules, string? outputValues)
    {
        var columns = inputs.Select(i => i.Split(':')).ToList();
        var data = string.Concat(columns.Select((c, i) => $"<inputData id=\"i{i}\" name=\"{c[0]}\"><variable name=\"{c[0]}\" typeRef=\"{c[1]}\"/></inputData>"));
        var needs = string.Concat(columns.Select((_, i) => $"<informationRequirement><requiredInput href=\"#i{i}\"/></informationRequirement>"));
        var clauses = string.Concat(columns.Select(c =>
            $"<input label=\"{c[0]}\"><inputExpression typeRef=\"{c[1]}\"><text>{c[0]}</text></inputExpression>{(c.Length > 2 ? $"<inputValues><text>{c[2]}</text></inputValues>" : string.Empty)}</input>"));
        var values = outputValues is null ? string.Empty : $"<outputValues><text>{outputValues}</text></outputValues>";
        var rows = string.Concat(rules.Select(r => r.Split('|')).Select(cells =>
            "<rule>" + string.Concat(cells[..^1].Select(c => $"<inputEntry><text>{Escape(c)}</text></inputEntry>")) + $"<outputEntry><text>{Escape(cells[^1])}</text></outputEntry></rule>"));
        return $"{data}<decision name=\"d\">{needs}<decisionTable hitPolicy=\"{policy}\">{clauses}<output>{values}</output>{rows}</decisionTable></decision>";
    }

    private static string Escape(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal);
}
