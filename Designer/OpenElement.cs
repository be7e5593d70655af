namespace Platform.Designer;

/// <summary>An element of a diagram that is open now.</summary>
/// <param name="Id">The element's id in the BPMN file.</param>
/// <param name="Text">A short text pinned to the element, such as the person in charge; null pins nothing.</param>
/// <param name="Overdue">Whether its deadline has passed.</param>
public sealed record OpenElement(string Id, string? Text, bool Overdue = false)
{
    /// <summary>How hot it is, from 0 (not at all) to 4.</summary>
    public int Heat { get; init; }
}
