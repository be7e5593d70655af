using Platform.Designer.Expressions;

namespace Platform.Designer.Tables;

/// <summary>What became of words that were typed into a cell.</summary>
/// <param name="Feel">The cell as FEEL; what was typed, when it could not be understood.</param>
/// <param name="Problem">Why it could not be understood, or why it does not fit; null when all is well.</param>
/// <param name="Detail">What the problem is about: the value, or the reader's own words; empty for none.</param>
public sealed record CellReading(string Feel, CellProblem? Problem = null, string Detail = "")
{
    /// <summary>Where an expression is wrong; null when the problem is not about a place in it.</summary>
    public FeelProblem? Place { get; init; }

    /// <summary>Whether it was understood and fits.</summary>
    public bool IsValid => Problem is null;
}

/// <summary>Why a cell cannot be as it was typed.</summary>
public enum CellProblem
{
    /// <summary>Not a number, nor a comparison with one.</summary>
    NotANumber,

    /// <summary>Not a date, nor a comparison with one.</summary>
    NotADate,

    /// <summary>Neither yes nor no.</summary>
    NotYesOrNo,

    /// <summary>Not a time, date with time, or duration, as the column wants.</summary>
    NotATime,

    /// <summary>Not among the values that may occur.</summary>
    NotAChoice,

    /// <summary>No expression; the detail says what is wrong with it.</summary>
    BadExpression,

    /// <summary>The lower end lies above the upper end.</summary>
    EndsReversed,
}
