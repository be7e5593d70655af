namespace Platform.Runtime.Tasks;

/// <summary>The numbers beside an inbox. Counting stops at <see cref="Most"/>, which then means "that many or more".</summary>
/// <param name="Open">Tasks that may be done.</param>
/// <param name="Overdue">Those past their due instant.</param>
/// <param name="DueToday">Those due before the local day ends.</param>
/// <param name="Unclaimed">Those that have to be signed for.</param>
public sealed record InboxCounts(int Open, int Overdue, int DueToday, int Unclaimed)
{
    /// <summary>Where counting stops.</summary>
    public const int Most = 1_000;
}
