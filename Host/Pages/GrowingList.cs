namespace Platform.Host.Pages;

/// <summary>A list that people lengthen portion by portion. A second click while a portion is fetched, or one from before the list began anew, adds nothing.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class GrowingList<T>
{
    private bool isGrowing;

    /// <summary>What is there so far.</summary>
    public IReadOnlyList<T> Items { get; private set; } = [];

    /// <summary>Whether more can be fetched.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Where the next portion begins, when the source says so itself.</summary>
    public string? Next { get; private set; }

    /// <summary>Begins anew with a first portion.</summary>
    /// <param name="first">The portion.</param>
    public void Begin(Portion<T> first)
    {
        ArgumentNullException.ThrowIfNull(first);
        (Items, HasMore, Next) = (first.Items, first.HasMore, first.Next);
    }

    /// <summary>Adds the next portion.</summary>
    /// <param name="fetch">Fetches it.</param>
    public async Task GrowAsync(Func<Task<Portion<T>>> fetch)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        if (isGrowing)
        {
            return;
        }

        isGrowing = true;
        try
        {
            IReadOnlyList<T> before = Items;
            Portion<T> found = await fetch();
            if (ReferenceEquals(before, Items))
            {
                (Items, HasMore, Next) = ([.. before, .. found.Items], found.HasMore, found.Next);
            }
        }
        finally
        {
            isGrowing = false;
        }
    }
}
