using Platform.Governance.Numbering;
using Platform.Governance.Rows;
using Platform.Testing;

namespace Platform.Governance.Tests.Numbering;

/// <summary>Numbers of cases when many desks register at once.</summary>
public sealed class CaseNumbersTests
{
    private const string Tenant = "999901";
    private const int Desks = 8;
    private const int Each = 15;

    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Desks_that_register_at_once_get_every_number_once_and_leave_none_out(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind, new GovernanceModelPart());
        var numbers = new CaseNumbers(test.Database);

        var given = await Task.WhenAll(Enumerable.Range(0, Desks).Select(_ => Task.Run(async () =>
        {
            List<string> mine = [];
            for (var round = 0; round < Each; round++)
            {
                mine.Add(await numbers.ReserveAsync(Request("LY"), default));
            }

            return mine;
        })));

        given.SelectMany(mine => mine).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, Desks * Each).Select(number => $"999901-X-LY-2026-{number:D5}"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_series_counts_for_itself_and_a_number_in_vain_shows_as_a_gap(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind, new GovernanceModelPart());
        var numbers = new CaseNumbers(test.Database);

        var first = await numbers.ReserveAsync(Request("LY"), default);
        var other = await numbers.ReserveAsync(Request("JY"), default);
        var next = await numbers.ReserveAsync(Request("LY") with { Year = 2027 }, default);

        (first, other, next).ShouldBe(("999901-X-LY-2026-00001", "999901-X-JY-2026-00001", "999901-X-LY-2027-00001"));
        (await numbers.GapsAsync(Tenant, 2026, default)).Select(gap => gap.Number).ShouldBe([other, first]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Numbers_of_sealed_cases_tell_nothing_about_their_order(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind, new GovernanceModelPart());
        var numbers = new CaseNumbers(test.Database);

        List<string> given = [];
        for (var round = 0; round < 50; round++)
        {
            given.Add(await numbers.ReserveAsync(Request("JB") with { IsSealed = true }, default));
        }

        given.ShouldBeUnique();
        given.SequenceEqual(given.Order(StringComparer.Ordinal)).ShouldBeFalse();
        (await numbers.GapsAsync(Tenant, 2026, default)).ShouldBeEmpty();
    }

    private static NumberRequest Request(string ledger) => new()
    {
        TenantId = Tenant, Division = "999901", Level = "X", Ledger = ledger, Year = 2026, CaseId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), At = TimeProvider.System.GetUtcNow(),
    };
}
