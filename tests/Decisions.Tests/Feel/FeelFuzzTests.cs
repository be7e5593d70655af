using System.Globalization;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Tests.Feel;

/// <summary>Whatever the text, reading and evaluating it comes back with a value or a reason.</summary>
public sealed class FeelFuzzTests
{
    private static readonly FeelOptions Small = new()
    {
        Now = Feel.Options.Now,
        Budget = new FeelBudget { Steps = 20_000, CollectionSize = 2_000, Depth = 32, Match = TimeSpan.FromMilliseconds(20) },
    };

    private static readonly string[] Tokens =
    [
        "1", "0", "-", "2.5", "1e3", "\"a\"", "\"\\u00e9\"", "\"", "@\"2026-11-22\"", "@\"PT1H\"", "@\"x\"", "true", "false", "null",
        "a", "b", "item", "partial", "?", "事项", "+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=", "(", ")", "[", "]", "{", "}",
        ",", ":", ".", "..", " ", "\n", "//", "/*", "*/", "and ", "or ", "in ", "between ", "instance of ", "list<", "context<", "function<>->",
        "number", "string", "if ", "then ", "else ", "for ", "x in ", "return ", "some ", "every ", "satisfies ", "function(", "external ",
        "count(", "date(", "date and time(", "duration(", "string(", "matches(", "replace(", "split(", "sort(", "range(", "context put(",
        "list replace(", "flatten(", "sum(", "min(", "substring(", "not(", "before(", "get entries(", "\\", "$", "🐎", "\u0000", "\uD800",
    ];

    private static readonly Lazy<string[]> Seeds = new(CollectSeeds);

    [Fact]
    public void Random_tokens_never_break_the_reader_or_the_evaluation()
    {
        var texts = Gen.Elements(Tokens).ListOf().Select(tokens => string.Concat(tokens));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(4_000).WithEndSize(60), Prop.ForAll(texts.ToArbitrary(), Survives));
    }

    [Fact]
    public void Random_characters_never_break_the_reader_or_the_evaluation() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll<string?>(text => Survives(text ?? "")));

    [Fact]
    public void Mutated_expressions_never_break_the_reader_or_the_evaluation()
    {
        var mutations =
            from seed in Gen.Elements(Seeds.Value)
            from other in Gen.Elements(Seeds.Value)
            from token in Gen.Elements(Tokens)
            from kind in Gen.Choose(0, 4)
            from at in Gen.Choose(0, 10_000)
            from length in Gen.Choose(0, 12)
            select Mutate(seed, other, token, kind, at, length);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(6_000), Prop.ForAll(mutations.ToArbitrary(), Survives));
    }

    [Fact]
    public void Random_patterns_never_break_the_regular_expressions()
    {
        string[] parts = ["a", "b", ".", "*", "+", "?", "{2}", "{1,3}", "(", ")", "[", "]", "[a-z]", "^", "$", "|", "\\d", "\\p{L}", "\\1", "-", "\\", "[^b]", "(?:", "-[c]", "\\i", "\\S", "🐎"];
        var patterns = Gen.Elements(parts).ListOf().Select(list => string.Concat(list));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(25), Prop.ForAll(patterns.ToArbitrary(), pattern =>
        {
            var scope = Feel.Scope(("p", FeelValue.Of(pattern)));
            foreach (var text in new[] { "matches(\"abc ab1\", p)", "replace(\"abcab\", p, \"$1\", \"i\")", "split(\"a b a\", p)", "matches(\"a\nb\", p, \"mx\")" })
            {
                FeelExpression.Parse(text).Expression!.Evaluate(scope, Small);
            }
        }));
    }

    [Fact]
    public void The_text_of_a_value_reads_back_as_the_value() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Values(3).ToArbitrary(), value =>
        {
            var read = FeelExpression.Parse(value.ToString());
            read.Errors.ShouldBeEmpty(value.ToString());
            var again = read.Expression!.Evaluate(FeelScope.Empty).Value;
            again.ToString().ShouldBe(value.ToString());
            again.ShouldBe(value);
            again.GetHashCode().ShouldBe(value.GetHashCode());
        }));

    private static void Survives(string text)
    {
        var scope = Feel.Scope(("a", FeelValue.Of(3)), ("b", FeelValue.Of("text")), ("事项", FeelValue.Of([FeelValue.Of(1), FeelValue.Null])));
        var parsed = FeelExpression.Parse(text, scope.Names);
        parsed.Errors.Count.ShouldBe(parsed.IsValid ? 0 : 1);
        if (parsed.Expression is { } expression)
        {
            var result = expression.Evaluate(scope, Small);
            result.Value.ToString().ShouldNotBeNull();
            result.Warnings.ShouldAllBe(warning => warning.Start >= 0 && warning.Start + warning.Length <= text.Length);
        }
        FeelUnaryTests.Parse(text, scope.Names).Expression?.Test(FeelValue.Of(3), scope, Small).Value.ToString().ShouldNotBeNull();
    }

    private static string Mutate(string seed, string other, string token, int kind, int at, int length)
    {
        var start = seed.Length == 0 ? 0 : at % seed.Length;
        var end = Math.Min(seed.Length, start + length);
        return kind switch
        {
            0 => seed[..start] + seed[end..],
            1 => seed[..start] + token + seed[start..],
            2 => seed[..end] + seed[start..],
            3 => seed[..start] + other + seed[end..],
            _ => seed[..start] + token + seed[end..],
        };
    }

    private static Gen<FeelValue> Values(int depth)
    {
        var leaves = Gen.OneOf(
            Gen.Constant(FeelValue.Null),
            Gen.Elements(true, false).Select(value => (FeelValue)FeelValue.Of(value)),
            Gen.Choose(-1_000_000, 1_000_000).Select(value => (FeelValue)FeelValue.Of(value / 1000m)),
            Gen.Elements("", "事项", "a \"b\" \\ c", "\n\t", "🐎", "\u0001").Select(value => FeelValue.Of(value)),
            Gen.Choose(-800_000, 2_000_000).Select(day => Feel.Eval($"@\"1970-01-01\" + @\"P1D\" * {day.ToString(CultureInfo.InvariantCulture)}")),
            Gen.Choose(0, 86_399).Select(second => Feel.Eval($"@\"00:00:00+08:00\" + @\"PT1S\" * {second.ToString(CultureInfo.InvariantCulture)}")),
            Gen.Choose(-900_000_000, 2_000_000_000).Select(second => Feel.Eval($"@\"1970-01-01T00:00:00@Asia/Shanghai\" + @\"PT1S\" * {second.ToString(CultureInfo.InvariantCulture)}")),
            Gen.Choose(-100_000, 100_000).Select(months => (FeelValue)new FeelYearMonthDuration(months)),
            Gen.Choose(-2_000_000_000, 2_000_000_000).Select(amount => (FeelValue)new FeelDayTimeDuration((Int128)amount * 1_234_567)));
        if (depth == 0)
        {
            return leaves;
        }
        var inner = Values(depth - 1);
        return Gen.Frequency(
            (4, leaves),
            (1, inner.ListOf().Select(items => (FeelValue)FeelValue.Of(items.Take(5)))),
            (1, inner.ListOf().Select(items => (FeelValue)new FeelContext(items.Take(5).Select((item, i) => KeyValuePair.Create(i == 0 ? "事项 类别" : i == 1 ? "{\"" : $"k{i}", item))))));
    }

    private static string[] CollectSeeds()
    {
        var seeds = new List<string>
        {
            "if 金额 > 1000 then \"重大\" else \"一般\"", "for i in 0..4 return if i = 0 then 1 else i * partial[-1]",
            "some x in [1, 2], y in 1..3 satisfies x = y", "{a: 1, f: function(n: number) n + a, r: f(2)}.r",
            "date(\"2026-11-22\") + duration(\"P1M\") > @\"2026-12-01\"", "[{a: 1}, {a: 2}][a > 1].a", "5 in (< 3, [4..6), 9)",
            "substring(\"foobar\", -3, 2) + string(1/3)", "get entries({a: 1, \"b c\": [1..3]})", "sort([3, 1, 2], function(x, y) x < y)",
        };
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var kit = Path.Combine(folder.FullName, "shared", "conformance", "dmn-tck");
            if (Directory.Exists(kit))
            {
                seeds.AddRange(Directory.EnumerateFiles(kit, "*.dmn", SearchOption.AllDirectories)
                    .SelectMany(file => XDocument.Load(file).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value))
                    .Where(text => text.Length < 300));
                break;
            }
        }
        return [.. seeds.Distinct()];
    }
}
