namespace Platform.Decisions.Feel;

/// <summary>The kinds of FEEL values as flags, so that a function can say in one word what it accepts.</summary>
[Flags]
internal enum FeelKind
{
    None = 0,
    Null = 1,
    Boolean = 1 << 1,
    Number = 1 << 2,
    String = 1 << 3,
    Date = 1 << 4,
    Time = 1 << 5,
    DateTime = 1 << 6,
    YearMonth = 1 << 7,
    DayTime = 1 << 8,
    List = 1 << 9,
    Context = 1 << 10,
    Range = 1 << 11,
    Function = 1 << 12,
    Duration = YearMonth | DayTime,
    Temporal = Date | Time | DateTime,
    Any = (1 << 13) - 1,
    NotNull = Any & ~Null,
}
