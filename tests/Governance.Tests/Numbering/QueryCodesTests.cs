using Platform.Governance.Numbering;

namespace Platform.Governance.Tests.Numbering;

public sealed class QueryCodesTests
{
    [Fact]
    public void Codes_do_not_repeat_and_use_only_the_alphabet()
    {
        var codes = Enumerable.Range(0, 5000).Select(_ => QueryCodes.New()).ToList();

        codes.Distinct().Count().ShouldBe(codes.Count);
        codes.ShouldAllBe(code => QueryCodes.Clean(code) == code);
    }

    [Theory]
    [InlineData(" 7qk4 9d2h ", "7QK49D2H")]
    [InlineData("7QK4-9D2H", "7QK49D2H")]
    [InlineData("7QK49D2", null)]
    [InlineData("7QK49D2O", null)]
    [InlineData("'; drop", null)]
    [InlineData(null, null)]
    public void A_typed_code_is_cleaned_or_rejected(string? typed, string? expected) => QueryCodes.Clean(typed).ShouldBe(expected);

    [Fact]
    public void Numbers_of_sealed_cases_tell_neither_ledger_nor_order() =>
        QueryCodes.NewSealedNumber().ShouldMatch("^M-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{3}$");
}
