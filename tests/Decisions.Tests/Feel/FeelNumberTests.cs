using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Tests.Feel;

public sealed class FeelNumberTests
{
    /// <summary>Decimals of at most 12 digits: their sums and products are exact in .NET's decimal too.</summary>
    private static readonly Arbitrary<decimal> Decimals =
        (from digits in Gen.Choose(-1_000_000_000, 1_000_000_000)
         from scale in Gen.Choose(0, 9)
         select digits / (decimal)Math.Pow(10, scale)).ToArbitrary();

    [Fact]
    public void Arithmetic_agrees_with_decimal_where_decimal_is_exact() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Decimals, Decimals, (a, b) =>
        {
            Operate("a + b", a, b).ShouldBe(a + b);
            Operate("a - b", a, b).ShouldBe(a - b);
            Operate("a * b", a, b).ShouldBe(a * b);
            Feel.Eval("a < b", ("a", FeelValue.Of(a)), ("b", FeelValue.Of(b))).ShouldBe(FeelValue.Of(a < b));
            Feel.Eval("a = b", ("a", FeelValue.Of(a)), ("b", FeelValue.Of(b))).ShouldBe(FeelValue.Of(a == b));
            Operate("floor(a)", a, b).ShouldBe(Math.Floor(a));
            Operate("ceiling(a)", a, b).ShouldBe(Math.Ceiling(a));
            Operate("decimal(a, 2)", a, b).ShouldBe(Math.Round(a, 2, MidpointRounding.ToEven));
            Operate("round half up(a, 3)", a, b).ShouldBe(Math.Round(a, 3, MidpointRounding.AwayFromZero));
        }));

    [Fact]
    public void Division_agrees_with_an_exact_fraction_to_34_digits() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Decimals, Decimals, (a, b) =>
        {
            if (b == 0)
            {
                return;
            }
            var quotient = BigInteger.Parse(Digits(Feel.Eval("a / b * 10 ** 40", ("a", FeelValue.Of(a)), ("b", FeelValue.Of(b)))), CultureInfo.InvariantCulture);
            var scale = (BigInteger)1_000_000_000;
            var exact = (BigInteger)(a * 1_000_000_000) * BigInteger.Pow(10, 40) * scale / ((BigInteger)(b * 1_000_000_000) * scale);
            BigInteger.Abs(quotient - exact).ShouldBeLessThanOrEqualTo(BigInteger.Max(2, BigInteger.Abs(exact) / BigInteger.Pow(10, 32)));
        }));

    [Fact]
    public void Power_and_root_undo_each_other() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Decimals, a =>
        {
            var number = FeelValue.Of(Math.Abs(a));
            Close(Feel.Eval("sqrt(a) ** 2 - a", ("a", number)), 1e-15m * (1 + Math.Abs(a)));
            if (a != 0)
            {
                Close(Feel.Eval("exp(log(a)) / a - 1", ("a", number)), 1e-20m);
            }
        }));

    [Theory]
    [InlineData("1/3", "0.3333333333333333333333333333333333")]
    [InlineData("2/3", "0.6666666666666666666666666666666667")]
    [InlineData("10 ** 33 + 0.5", "1000000000000000000000000000000000")]
    [InlineData("(10 ** 33 + 1) + 0.5", "1000000000000000000000000000000002")]
    [InlineData("9999999999999999999999999999999999 + 1", "10000000000000000000000000000000000")]
    [InlineData("1234567890123456789012345678901234 * 10", "12345678901234567890123456789012340")]
    [InlineData("2 ** 100", "1267650600228229401496703205376")]
    [InlineData("2 ** -2", "0.25")]
    [InlineData("2 ** 0.5", "1.414213562373095048801688724209698")]
    [InlineData("sqrt(2)", "1.414213562373095048801688724209698")]
    [InlineData("exp(1)", "2.718281828459045235360287471352662")]
    [InlineData("log(10)", "2.302585092994045684017991454684364")]
    [InlineData("exp(-100) * 10 ** 44", "3.720075976020835962959695803863118")]
    [InlineData("1e-6176 / 10", "0")]
    [InlineData("1.10 + 2.20", "3.3")]
    [InlineData(".5 + 1.5e1", "15.5")]
    [InlineData("modulo(1e30, 7)", "1")]
    [InlineData("modulo(-1, 1e100)", "9999999999999999999999999999999999e66 + 1e66 - 0")]
    public void Numbers_have_34_digits_and_round_half_to_even(string text, string expected) => Feel.ShouldGive(text, expected);

    [Theory]
    [InlineData("9.9e6144 * 10")]
    [InlineData("1 / 0")]
    [InlineData("0 ** -1")]
    [InlineData("(-8) ** 0.5")]
    [InlineData("exp(100000)")]
    [InlineData("log(0)")]
    [InlineData("sqrt(-1)")]
    [InlineData("10 ** 1000000")]
    public void What_is_no_number_is_null_with_a_warning(string text)
    {
        Feel.Eval(text).ShouldBe(FeelValue.Null);
        Feel.Warnings(text).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("12.0", 12)]
    [InlineData("1.2e1", 12)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void An_integer_leaves_as_an_integer(string text, long expected)
    {
        FeelNumber.TryParse(text, out var number).ShouldBeTrue();
        number!.TryToInt64(out var integer).ShouldBeTrue();
        integer.ShouldBe(expected);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("9223372036854775808")]
    [InlineData("1e30")]
    public void What_is_no_64_bit_integer_says_so(string text)
    {
        FeelNumber.TryParse(text, out var number).ShouldBeTrue();
        number!.TryToInt64(out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData("1,5")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1e")]
    [InlineData("0x10")]
    [InlineData("1e99999")]
    public void A_text_that_is_no_number_is_refused(string text) => FeelNumber.TryParse(text, out _).ShouldBeFalse();

    private static decimal Operate(string text, decimal a, decimal b)
    {
        var value = Feel.Eval(text, ("a", FeelValue.Of(a)), ("b", FeelValue.Of(b))).ShouldBeOfType<FeelNumber>();
        value.TryToDecimal(out var result).ShouldBeTrue();
        return result;
    }

    private static string Digits(FeelValue value) => value.ToString().Split('.')[0];

    private static void Close(FeelValue difference, decimal tolerance)
    {
        difference.ShouldBeOfType<FeelNumber>().TryToDecimal(out var value).ShouldBeTrue();
        Math.Abs(value).ShouldBeLessThanOrEqualTo(tolerance);
    }
}
