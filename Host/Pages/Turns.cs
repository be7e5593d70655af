namespace Platform.Host.Pages;

/// <summary>Does one thing after the other in the order in which they were asked for, whatever became of those before.</summary>
public sealed class Turns
{
    private Task last = Task.CompletedTask;

    /// <summary>Does something once everything asked for before has ended.</summary>
    /// <param name="act">What to do; must not wait for a later turn.</param>
    public Task RunAsync(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return last = BehindAsync(last, act);
    }

    private static async Task BehindAsync(Task earlier, Func<Task> act)
    {
        // Whoever asked for the earlier one hears of its failure.
        await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await act();
    }
}
