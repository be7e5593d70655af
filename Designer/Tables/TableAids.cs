using Platform.Designer.Conditions;

namespace Platform.Designer.Tables;

/// <summary>What the program around the editor knows that helps to write rules.</summary>
/// <param name="Variables">What the processes hand to decisions, with the words and choices of their forms.</param>
/// <param name="Lists">Lists to pick values from.</param>
public sealed record TableAids(IReadOnlyList<ConditionVariable> Variables, IReadOnlyList<PickList> Lists)
{
    /// <summary>Nothing known.</summary>
    public static TableAids None { get; } = new([], []);
}
