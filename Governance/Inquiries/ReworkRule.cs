namespace Platform.Governance.Inquiries;

/// <summary>What follows when a citizen is dissatisfied with reason: worked on again at most twice, then a leader takes it up.</summary>
public static class ReworkRule
{
    /// <summary>How often a case is worked on again on the citizen's word.</summary>
    public const int Limit = 2;

    /// <summary>Working days given for a rework. The original due date is not touched.</summary>
    public const int WorkingDays = 5;

    /// <summary>Whether the next dissatisfaction leads to a leader instead of another rework.</summary>
    /// <param name="dissatisfiedCount">How often the citizen was dissatisfied with reason, this time included.</param>
    public static bool MustEscalate(int dissatisfiedCount) => dissatisfiedCount > Limit;
}
