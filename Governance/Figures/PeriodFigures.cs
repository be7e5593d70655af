namespace Platform.Governance.Figures;

/// <summary>Figures of the cases registered in a period (domain: 通报与统计口径).</summary>
public sealed record PeriodFigures
{
    /// <summary>Cases booked in the three ledgers; merged arrivals are not counted.</summary>
    public required int Booked { get; init; }

    /// <summary>Arrivals merged into another case.</summary>
    public required int Merged { get; init; }

    /// <summary>Booked cases that are not closed yet.</summary>
    public required int Open { get; init; }

    /// <summary>Booked cases by ledger.</summary>
    public required IReadOnlyDictionary<string, int> ByLedger { get; init; }

    /// <summary>Booked cases by level.</summary>
    public required IReadOnlyDictionary<string, int> ByLevel { get; init; }

    /// <summary>Booked cases by channel.</summary>
    public required IReadOnlyDictionary<string, int> ByChannel { get; init; }

    /// <summary>Booked cases by result.</summary>
    public required IReadOnlyDictionary<string, int> ByResult { get; init; }

    /// <summary>Booked cases by month of registration.</summary>
    public required IReadOnlyDictionary<string, int> ByMonth { get; init; }

    /// <summary>参评率: booked cases with a rating that counts.</summary>
    public required Share Rated { get; init; }

    /// <summary>信访（调度）部门满意率: satisfied and mostly satisfied among those that rated.</summary>
    public required Share DepartmentSatisfaction { get; init; }

    /// <summary>责任部门满意率: satisfied and mostly satisfied among those that rated.</summary>
    public required Share ResponsibleSatisfaction { get; init; }

    /// <summary>按期率（承诺）: reported by the promised date among those that reported.</summary>
    public required Share OnTimePromise { get; init; }

    /// <summary>按期率（法定）: reported by the legal date among those that reported and have one.</summary>
    public required Share OnTimeLegal { get; init; }

    /// <summary>Cases reported after the promised date.</summary>
    public required int Overdue { get; init; }

    /// <summary>Late cases by the highest line of supervision.</summary>
    public required IReadOnlyDictionary<int, int> LateByLine { get; init; }

    /// <summary>重办率: worked on again among those that reported.</summary>
    public required Share Reworked { get; init; }

    /// <summary>Cases to whose dispatch a unit objected.</summary>
    public required int Objected { get; init; }

    /// <summary>Cases whose time was extended.</summary>
    public required int Extended { get; init; }

    /// <summary>Cases whose clock was paused.</summary>
    public required int Paused { get; init; }

    /// <summary>Cases in which other units helped.</summary>
    public required int CoHandled { get; init; }
}
