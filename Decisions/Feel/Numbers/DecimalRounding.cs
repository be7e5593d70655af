namespace Platform.Decisions.Feel;

/// <summary>What to do with digits that do not fit.</summary>
internal enum DecimalRounding
{
    HalfEven,
    HalfUp,
    HalfDown,
    Up,
    Down,
    Floor,
    Ceiling,
}
