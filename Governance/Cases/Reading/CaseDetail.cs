using Platform.Governance.Rows;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Cases;

/// <summary>A case with its books, as far as the reader may see them. Sealed texts are opened.</summary>
public sealed record CaseDetail
{
    /// <summary>The line of the ledger.</summary>
    public required LedgerEntry Entry { get; init; }

    /// <summary>Who may know of it.</summary>
    public required InformationScope Scope { get; init; }

    /// <summary>Text.</summary>
    public required string Body { get; init; }

    /// <summary>How it came in.</summary>
    public required string Channel { get; init; }

    /// <summary>What it is about.</summary>
    public required string Category { get; init; }

    /// <summary>Where it happened.</summary>
    public required string Place { get; init; }

    /// <summary>Desk that owns it.</summary>
    public required string Desk { get; init; }

    /// <summary>Who registered it; null for a citizen.</summary>
    public string? RegisteredBy { get; init; }

    /// <summary>The citizen.</summary>
    public required CitizenDetail Citizen { get; init; }

    /// <summary>How many people came together.</summary>
    public int GroupSize { get; init; }

    /// <summary>When it was accepted; null before.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Promised date as first set; null before acceptance.</summary>
    public DateTimeOffset? OriginalPromiseDueAt { get; init; }

    /// <summary>Legal date as first set; null where the law sets none.</summary>
    public DateTimeOffset? OriginalLegalDueAt { get; init; }

    /// <summary>Since when the promise clock stands; null when it runs.</summary>
    public DateTimeOffset? PausedSince { get; init; }

    /// <summary>Result in the books; null before.</summary>
    public string? Result { get; init; }

    /// <summary>Why it was not handled here; null otherwise.</summary>
    public string? NotBookedReason { get; init; }

    /// <summary>When it was closed; null while open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Number in the archive; null before.</summary>
    public string? ArchiveNumber { get; init; }

    /// <summary>How long the file is kept; null before closing.</summary>
    public string? Retention { get; init; }

    /// <summary>The nine steps.</summary>
    public required IReadOnlyList<CaseStepState> Steps { get; init; }

    /// <summary>Opinions, oldest first.</summary>
    public required IReadOnlyList<OpinionDetail> Opinions { get; init; }

    /// <summary>Units that were given the case, oldest first.</summary>
    public required IReadOnlyList<DispatchRow> Dispatches { get; init; }

    /// <summary>Units that help.</summary>
    public required IReadOnlyList<CoHandlingRow> CoHandlings { get; init; }

    /// <summary>Supervision orders, oldest first.</summary>
    public required IReadOnlyList<SupervisionOrderRow> Supervision { get; init; }

    /// <summary>Contacts with the citizen, oldest first.</summary>
    public required IReadOnlyList<CommunicationRow> Communications { get; init; }

    /// <summary>Notices and replies, oldest first.</summary>
    public required IReadOnlyList<DeliveryRow> Deliveries { get; init; }

    /// <summary>Extensions.</summary>
    public required IReadOnlyList<ExtensionRow> Extensions { get; init; }

    /// <summary>Pauses.</summary>
    public required IReadOnlyList<PauseRow> Pauses { get; init; }

    /// <summary>Ratings, oldest first; the last one counts.</summary>
    public required IReadOnlyList<EvaluationRow> Evaluations { get; init; }

    /// <summary>Reviews and re-reviews.</summary>
    public required IReadOnlyList<ReviewRow> Reviews { get; init; }

    /// <summary>Names of units that occur, by id.</summary>
    public required IReadOnlyDictionary<Guid, string> UnitNames { get; init; }

    /// <summary>Related cases that the reader may see.</summary>
    public required IReadOnlyList<CaseLink> Links { get; init; }

    /// <summary>When a case that was put aside is looked at again; null when it is not.</summary>
    public DateTimeOffset? ShelvedUntil { get; init; }

    /// <summary>Requests to put it aside, the oldest first.</summary>
    public required IReadOnlyList<ShelvingDetail> Shelvings { get; init; }
}

/// <summary>The citizen of a case, masked as the reader's part in it demands.</summary>
/// <param name="Name">Name, masked unless the reader takes part.</param>
/// <param name="Phone">Phone, masked unless the reader takes part.</param>
/// <param name="IdentityNumber">Identity number, always masked.</param>
/// <param name="ProxyName">Who came for them.</param>
/// <param name="HasContact">Whether they can be reached.</param>
public sealed record CitizenDetail(string Name, string? Phone, string? IdentityNumber, string? ProxyName, bool HasContact);

/// <summary>One of the nine steps.</summary>
/// <param name="Number">1 to 9.</param>
/// <param name="Name">Name.</param>
/// <param name="State">done, open or todo.</param>
public sealed record CaseStepState(int Number, string Name, string State);

/// <summary>An opinion.</summary>
/// <param name="At">When.</param>
/// <param name="Step">Step.</param>
/// <param name="Who">Who.</param>
/// <param name="OnBehalfOf">Principal; null when nobody was represented.</param>
/// <param name="Outcome">Outcome chosen, in the words of the form.</param>
/// <param name="Text">Opinion; null for none.</param>
/// <param name="Form">Values of the form as JSON; null for none.</param>
/// <param name="Round">Round, from 1.</param>
public sealed record OpinionDetail(DateTimeOffset At, string Step, string Who, string? OnBehalfOf, string Outcome, string? Text, string? Form, int Round);

/// <summary>A related case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Number.</param>
/// <param name="Title">Title.</param>
/// <param name="Relation">主件, 重复来件 or 同事件.</param>
public sealed record CaseLink(Guid CaseId, string Number, string Title, string Relation);

/// <summary>A request to put a case aside (挂账).</summary>
/// <param name="Id">The request.</param>
/// <param name="Reason">Why.</param>
/// <param name="ReviewAt">When it is looked at again.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="DecidedAt">When it was decided; null while it waits.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="IsApproved">Whether it was approved.</param>
/// <param name="Decision">What was said with it.</param>
/// <param name="WokenAt">When the case was taken up again; null until then.</param>
public sealed record ShelvingDetail(
    Guid Id, string Reason, DateTimeOffset ReviewAt, string AskedBy, DateTimeOffset? DecidedAt, string? DecidedBy, bool IsApproved, string? Decision, DateTimeOffset? WokenAt);
