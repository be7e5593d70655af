using FsCheck;
using FsCheck.Fluent;
using Platform.Decisions.Feel;
using static Platform.Decisions.Tests.Dmn.Models;

namespace Platform.Decisions.Tests.Dmn;

/// <summary>A table of any size must match the rules whose cells, tested one by one, all hold.</summary>
public sealed class TableIndexTests
{
    private static readonly string[] Cells =
    [
        "-", "1", "2, 3", "< 2", ">= 2", "[1..3]", "(1..3)", "]0..2[", "not(1)", "null", "\"a\"", "\"a\",\"b\"", "not(\"a\", null)",
        "true", "false", "date(\"2026-05-01\")", "< date(\"2026-05-02\")", "[date(\"2026-05-01\")..date(\"2026-05-03\"))",
        "? > 1", "y", "< y", "[1,2,3]", "1.0", "!= 2", "> 2, < 1", "@\"2026-05-02\"", "duration(\"P1D\")",
    ];

    private static readonly string[] Values =
    [
        "null", "0", "1", "1.5", "2", "3", "4", "\"a\"", "\"b\"", "\"\"", "true", "false", "date(\"2026-05-01\")", "date(\"2026-05-02\")",
        "date(\"2026-05-04\")", "[1]", "[1,2,3]", "{a: 1}", "duration(\"P1D\")", "1.00", "[]",
    ];

    [Fact]
    public void Indexed_tables_match_the_same_rules_as_their_cells_one_by_one()
    {
        var rules = Gen.ArrayOf(Gen.ArrayOf(Gen.Elements(Cells), 2)).Where(r => r.Length > 0);
        var values = Gen.ArrayOf(Gen.Elements(Values), 3);
        Prop.ForAll(rules.ToArbitrary(), values.ToArbitrary(), (cells, inputs) =>
        {
            var names = new[] { "a", "b", "y" };
            var scope = new FeelScope(names.Zip(inputs, (n, v) => (n, v)).ToDictionary(p => p.n, p => Evaluated(p.v)));

            var expected = Enumerable.Range(0, cells.Length)
                .Where(r => Holds(cells[r][0], scope, "a") && Holds(cells[r][1], scope, "b"))
                .Select(r => r + 1);

            var result = Of(Model(cells)).EvaluateDecision("d", Inputs([.. names.Select((n, i) => (n, Evaluated(inputs[i])))]));
            var actual = result.Value is FeelList list ? list.Items.Select(v => v.ToString()) : [];
            return actual.SequenceEqual(expected.Select(e => e.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }).QuickCheckThrowOnFailure();
    }

    private static bool Holds(string cell, FeelScope scope, string input)
    {
        scope.TryGet(input, out var value).ShouldBeTrue();
        return FeelUnaryTests.Parse(cell).Expression!.Test(value!, scope).Value is FeelBoolean { Value: true };
    }

    private static string Model(string[][] rules)
    {
        var inputs = string.Concat(new[] { "a", "b", "y" }.Select(n => $"<inputData id=\"{n}\" name=\"{n}\"><variable name=\"{n}\"/></inputData>"));
        var needs = string.Concat(new[] { "a", "b", "y" }.Select(n => $"<informationRequirement><requiredInput href=\"#{n}\"/></informationRequirement>"));
        var columns = string.Concat(new[] { "a", "b" }.Select(n => $"<input><inputExpression><text>{n}</text></inputExpression></input>"));
        var rows = string.Concat(rules.Select((r, i) => "<rule>" + string.Concat(r.Select(Cell)) + $"<outputEntry><text>{i + 1}</text></outputEntry></rule>"));
        return $"{inputs}<decision name=\"d\">{needs}<decisionTable hitPolicy=\"RULE ORDER\">{columns}<output/>{rows}</decisionTable></decision>";
    }

    private static string Cell(string text) =>
        $"<inputEntry><text>{text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)}</text></inputEntry>";
}
