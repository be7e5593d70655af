using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Tables;

/// <summary>
/// What an input cell says, as far as it can be known without evaluating: alternatives of constants and ranges, possibly
/// negated. Used for the index of a table and for its analysis.
/// </summary>
/// <param name="Kind">Which form the cell has.</param>
/// <param name="Alternatives">Constants and ranges; the cell accepts a value that equals or lies in one of them.</param>
internal sealed record CellTest(CellTestKind Kind, IReadOnlyList<FeelValue> Alternatives)
{
    internal static CellTest Any { get; } = new(CellTestKind.Any, []);

    private static CellTest Computed { get; } = new(CellTestKind.Computed, []);

    /// <summary>What the tests of a cell say; null accepts anything.</summary>
    internal static CellTest Of(FeelUnaryTests? tests)
    {
        if (tests is null || tests.IsAny)
        {
            return Any;
        }

        var constants = tests.Constants;
        var alternatives = constants.OfType<FeelValue>().ToList();
        return alternatives.Count < constants.Count
            ? Computed
            : new CellTest(tests.IsNegated ? CellTestKind.NoneOf : CellTestKind.OneOf, alternatives);
    }
}

/// <summary>Form of an input cell.</summary>
internal enum CellTestKind
{
    /// <summary>Accepts anything (<c>-</c>).</summary>
    Any,

    /// <summary>Accepts the alternatives.</summary>
    OneOf,

    /// <summary>Accepts what is none of the alternatives (<c>not(…)</c>).</summary>
    NoneOf,

    /// <summary>Depends on other values; only evaluation can tell.</summary>
    Computed,
}
