namespace Platform.Host.Components;

/// <summary>Why somebody has a task, said of them to another reader.</summary>
public static class ReasonWords
{
    private const string BecauseYouAre = "因您是";

    /// <summary>A reason written for the person themselves (因您是…) as a fact about them; empty for none.</summary>
    /// <param name="reason">The reason; null for none.</param>
    public static string OfOther(string? reason) => reason switch
    {
        null => "",
        _ when reason.StartsWith(BecauseYouAre, StringComparison.Ordinal) => reason[BecauseYouAre.Length..],
        _ => reason.Replace('您', '其'),
    };
}
