namespace Platform.Governance.Splits;

/// <summary>The case out of which another one arises.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number, of which the new one takes a part.</param>
/// <param name="Relation">One of <see cref="CaseRelations"/>.</param>
public sealed record CaseOrigin(Guid CaseId, string Number, string Relation);

/// <summary>How a case arose out of another.</summary>
public static class CaseRelations
{
    /// <summary>One matter of a mixed case (分件); the main case closes after it.</summary>
    public const string Split = "split";

    /// <summary>Taken up again after it was closed (重开).</summary>
    public const string Reopened = "reopened";
}
