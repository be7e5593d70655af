using System.Diagnostics;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Tests.Feel;

/// <summary>Nothing that a template's author writes may stop the platform: it ends as null with a reason.</summary>
public sealed class FeelSafetyTests
{
    private static readonly FeelOptions Small = new() { Budget = new FeelBudget { Steps = 100_000, CollectionSize = 10_000, Depth = 64 } };

    public static TheoryData<string, string> Bombs => new()
    {
        { "for i in 1..1000000000 return i", "feel.budget-size" },
        { "for i in 1..1000, j in 1..1000 return i", "feel.budget-size" },
        { "every i in 1..1000000000 satisfies i > 0", "feel.budget-steps" },
        { "for i in 1..60 return if i = 1 then \"aaaaaaaaaa\" else partial[-1] + partial[-1]", "feel.budget-size" },
        { "for i in 1..60 return [partial[-1], partial[-1]]", "feel.budget-size" },
        { "for i in 1..9000 return [partial[-1]]", "feel.budget-size" },
        { "{f: function(g) g(g), r: f(f)}.r", "feel.budget-depth" },
        { "count(for i in 1..9999 return count(for j in 1..9999 return j))", "feel.budget-steps" },
        { "string join(for i in 1..5000 return \"abc\", \"----\")", "feel.budget-size" },
        { "count(sort(for i in 1..9999 return i, function(a, b) every x in 1..99 satisfies a < b))", "feel.budget-steps" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void What_would_grow_without_end_is_stopped_with_a_reason(string text, string code)
    {
        var watch = Stopwatch.StartNew();

        var result = FeelExpression.Parse(text).Expression.ShouldNotBeNull().Evaluate(FeelScope.Empty, Small);

        result.Warnings.ShouldContain(warning => warning.Code == code, string.Join(", ", result.Warnings.Select(warning => warning.Code)));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{a:")]
    [InlineData("-")]
    [InlineData("not(")]
    [InlineData("if true then ")]
    [InlineData("function() ")]
    [InlineData("for x in ")]
    [InlineData("a[")]
    [InlineData("1 in (")]
    [InlineData("f(")]
    [InlineData("1 instance of list<")]
    [InlineData("< ")]
    public void Deep_nesting_is_an_error_and_not_a_crash(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 150_000 / opening.Length));

        var parsed = FeelExpression.Parse(text);

        parsed.IsValid.ShouldBeFalse();
        parsed.Errors.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("1", "+1")]
    [InlineData("function() 1", "+1")]
    [InlineData("function(a: number) a", "*a")]
    [InlineData("1", "**1")]
    [InlineData("true", " and true")]
    [InlineData("a", ".a")]
    [InlineData("a", "[1]")]
    [InlineData("f", "()")]
    [InlineData("1", " in 1")]
    [InlineData("1", " instance of number")]
    public void A_chain_of_any_length_ends_in_a_value_or_a_warning(string first, string next)
    {
        var text = first + string.Concat(Enumerable.Repeat(next, 150_000 / next.Length));

        var parsed = FeelExpression.Parse(text);

        Should.NotThrow(() => parsed.Expression?.Evaluate(FeelScope.Empty));
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused() =>
        FeelExpression.Parse(new string(' ', 300_000)).Errors[0].Code.ShouldBe("feel.syntax");

    [Fact]
    public void Many_names_in_one_text_are_read_in_time()
    {
        var text = "{" + string.Join(",", Enumerable.Range(0, 15_000).Select(i => i == 0 ? "a0: 1" : $"a{i}:a{i - 1}")) + "}";
        var watch = Stopwatch.StartNew();

        FeelExpression.Parse(text[..Math.Min(text.Length, 199_000)]);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_search_that_backtracks_forever_is_given_up()
    {
        var watch = Stopwatch.StartNew();

        // The back-reference forces the engine that can backtrack.
        Feel.Eval("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a*)*\\1b$\")");
        Feel.Eval("for i in 1..1000 return matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a*)*\\1b$\")");

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Time_is_a_budget_too()
    {
        var clock = new SteppingClock();
        var options = new FeelOptions { Budget = new FeelBudget { Time = TimeSpan.FromSeconds(1), Clock = clock } };

        var result = FeelExpression.Parse("count(for i in 1..100000 return i)").Expression!.Evaluate(FeelScope.Empty, options);

        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings[^1].Code.ShouldBe("feel.budget-time");
    }

    [Theory]
    [InlineData("for i in 1..100000 return s + \"x\"")]
    [InlineData("for i in 1..100000 return upper case(s)")]
    [InlineData("for i in 1..100000 return replace(s, \"a\", \"b\")")]
    [InlineData("for i in 1..100000 return append(l, i)")]
    [InlineData("for i in 1..100000 return reverse(l)")]
    [InlineData("for i in 1..100000 return count(concatenate(l, l))")]
    public void Memory_is_bounded_before_it_is_used(string text)
    {
        var scope = Feel.Scope(("s", FeelValue.Of(new string('a', 500_000))), ("l", FeelValue.Of(Enumerable.Repeat(FeelValue.Null, 300_000))));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var result = FeelExpression.Parse(text).Expression!.Evaluate(scope);

        result.Value.ShouldBe(FeelValue.Null);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000_000);
    }

    [Fact]
    public void A_small_stack_is_enough_for_any_expression()
    {
        string[] texts =
        [
            "{f: function(g, n) if n = 0 then 0 else 1 + g(g, n - 1), r: f(f, 100000)}.r",
            string.Concat(Enumerable.Repeat("1+", 90_000)) + "1",
            string.Concat(Enumerable.Repeat("[", 190)) + string.Concat(Enumerable.Repeat("]", 190)),
            "flatten(for i in 1..900 return [partial[-1]])",
        ];
        var options = new FeelOptions { Budget = new FeelBudget { Depth = 1_000_000 } };
        var done = 0;

        var thread = new Thread(
            () => Array.ForEach(texts, text =>
            {
                FeelExpression.Parse(text).Expression?.Evaluate(FeelScope.Empty, options).Value.ToString();
                done++;
            }),
            256 * 1024);
        thread.Start();
        thread.Join();

        done.ShouldBe(texts.Length);
    }

    [Fact]
    public void One_session_counts_the_steps_of_all_its_expressions()
    {
        var session = new FeelSession(new FeelOptions { Budget = new FeelBudget { Steps = 5_000 } });
        var loop = FeelExpression.Parse("count(for i in 1..1000 return i)").Expression!;

        var values = Enumerable.Range(0, 10).Select(_ => loop.Evaluate(FeelScope.Empty, session)).ToList();

        values[0].ShouldBe(FeelValue.Of(1_000));
        values[^1].ShouldBe(FeelValue.Null);
        session.IsStopped.ShouldBeTrue();
    }

    [Fact]
    public void Equal_hashes_do_not_make_distinct_values_endless()
    {
        var text = "count(distinct values(for i in 1..9000 return [1, 2, 3, 4, 5, 6, 7, 8, 9, i]))";

        var result = FeelExpression.Parse(text).Expression!.Evaluate(FeelScope.Empty, new FeelOptions { Budget = new FeelBudget { Steps = 200_000 } });

        result.Warnings.ShouldContain(warning => warning.Code == "feel.budget-steps");
    }

    [Theory]
    [InlineData("../../../dev/zero")]
    [InlineData("/dev/zero")]
    [InlineData("Etc/../Etc/UTC")]
    [InlineData("China Standard Time")]
    public void A_zone_is_a_name_and_not_a_path(string zone) => FeelZone.TryOfId(zone, out _).ShouldBeFalse();

    [Fact]
    public void External_functions_are_refused()
    {
        var result = FeelExpression.Parse("{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"cos(double)\"}}, r: f(1)}.r")
            .Expression.ShouldNotBeNull().Evaluate(FeelScope.Empty);

        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings.ShouldContain(warning => warning.Code == "feel.external");
    }

    /// <summary>Moves on by a tenth of a second whenever it is looked at.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 10;

        public override long GetTimestamp() => _now++;
    }
}
