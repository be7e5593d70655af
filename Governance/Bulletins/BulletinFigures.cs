using System.Text.Json.Serialization;

namespace Platform.Governance.Bulletins;

/// <summary>The figures of a month as they were when they were frozen. Nothing in them names a person; units stand in their own order, never ranked.</summary>
public sealed record BulletinFigures
{
    /// <summary>Version of this shape.</summary>
    public int Version { get; init; } = 1;

    /// <summary>First instant counted.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>First instant no longer counted.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Cases booked, complaints aside.</summary>
    public required int Booked { get; init; }

    /// <summary>Repeated arrivals merged into them.</summary>
    public required int Merged { get; init; }

    /// <summary>Complaints; null when there are fewer than five, which are not told.</summary>
    public int? Complaints { get; init; }

    /// <summary>Cases by ledger, complaints aside.</summary>
    public required IReadOnlyList<BulletinCount> ByLedger { get; init; }

    /// <summary>Reported in the promised time, of those reported.</summary>
    public required BulletinShare OnTime { get; init; }

    /// <summary>Reported within the legal period, of those that have one.</summary>
    public required BulletinShare OnTimeLegal { get; init; }

    /// <summary>Worked on again, of those reported.</summary>
    public required BulletinShare Reworked { get; init; }

    /// <summary>Rated, of those booked.</summary>
    public required BulletinShare Rated { get; init; }

    /// <summary>Satisfied with the liaison office, of those rated.</summary>
    public required BulletinShare Department { get; init; }

    /// <summary>Satisfied with the responsible unit, of those rated.</summary>
    public required BulletinShare Responsible { get; init; }

    /// <summary>Cases to which a unit objected.</summary>
    public required int Objected { get; init; }

    /// <summary>Average days from acceptance to report, one decimal; null when none was reported.</summary>
    public decimal? AverageDays { get; init; }

    /// <summary>The five most frequent categories.</summary>
    public required IReadOnlyList<BulletinCount> Frequent { get; init; }

    /// <summary>Units that handled cases, in the county's order.</summary>
    public required IReadOnlyList<BulletinUnit> Units { get; init; }

    /// <summary>Cases that were overdue and open when the figures were frozen.</summary>
    public required IReadOnlyList<BulletinOverdue> Overdue { get; init; }
}

/// <summary>A name with a number.</summary>
/// <param name="Name">Name.</param>
/// <param name="Count">Number.</param>
public sealed record BulletinCount(string Name, int Count);

/// <summary>A part of a whole, so that every rate shows its denominator.</summary>
/// <param name="Part">Part.</param>
/// <param name="Whole">Whole.</param>
public sealed record BulletinShare(int Part, int Whole);

/// <summary>What a unit handled.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Name">Its name then.</param>
/// <param name="Handled">Cases given to it.</param>
/// <param name="OnTime">Reported in time, of those reported.</param>
/// <param name="Reworked">Worked on again.</param>
public sealed record BulletinUnit(Guid UnitId, string Name, int Handled, BulletinShare OnTime, int Reworked);

/// <summary>An overdue case, without its content.</summary>
/// <param name="Number">Number.</param>
/// <param name="Unit">Who handles it.</param>
/// <param name="DueAt">When it was promised.</param>
public sealed record BulletinOverdue(string Number, string Unit, DateTimeOffset DueAt);

/// <summary>How the figures are kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BulletinFigures))]
internal sealed partial class BulletinJson : JsonSerializerContext;
