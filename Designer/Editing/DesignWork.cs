namespace Platform.Designer.Editing;

/// <summary>
/// Keeps and checks the work on one process or table in the background, a moment after each change, so that typing is never held up.
/// All members are called on the page's own turn, which <paramref name="turn"/> gives to the timer.
/// </summary>
/// <param name="session">The work.</param>
/// <param name="host">The program around it.</param>
/// <param name="clock">Measures the moment.</param>
/// <param name="turn">Runs something on the page's turn.</param>
public sealed class DesignWork(IDesign session, DesignHost host, TimeProvider clock, Func<Func<Task>, Task> turn) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);
    private readonly SemaphoreSlim oneSave = new(1);
    private ITimer? timer;
    private bool isChecking;
    private long saved = session.ChangeNumber;

    /// <summary>What the last check found.</summary>
    public IReadOnlyList<DesignIssue> Issues { get; private set; } = [];

    /// <summary>Number of errors among them.</summary>
    public int Errors => Issues.Count(i => i.IsError);

    /// <summary>Whether everything is kept.</summary>
    public bool IsSaved => session.ChangeNumber == saved;

    /// <summary>What became of the last save that was tried.</summary>
    public SaveAnswer LastSave { get; private set; } = SaveAnswer.Kept;

    /// <summary>Called after a save or a check, on the page's turn.</summary>
    public Func<Task> Progressed { get; init; } = () => Task.CompletedTask;

    /// <summary>Checks for the first time.</summary>
    public Task BeginAsync() => CheckAsync();

    /// <summary>Says that the work changed.</summary>
    public void Changed()
    {
        timer ??= clock.CreateTimer(_ => _ = turn(KeepAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Keeps the work now. While somebody else's state is newer nothing is kept until a person has chosen.</summary>
    /// <returns>Whether everything is kept.</returns>
    public async Task<bool> SaveAsync()
    {
        await oneSave.WaitAsync();
        try
        {
            long number = session.ChangeNumber;
            if (number != saved && LastSave.Outcome != SaveOutcome.Overtaken)
            {
                // A large model takes a moment to write and to read again; the page goes on meanwhile.
                LastSave = await Task.Run(() => host.SaveAsync(session.ToFile()));
                saved = LastSave.Outcome == SaveOutcome.Kept ? number : saved;
            }
        }
        finally
        {
            oneSave.Release();
        }

        return IsSaved;
    }

    /// <summary>Goes on after somebody else was faster. Both states stay in the history, so that undo brings either back.</summary>
    /// <param name="withTheirs">True to go on with theirs, false with one's own.</param>
    public async Task ChooseAsync(bool withTheirs)
    {
        session.Settle(await host.FetchNewestAsync(), withTheirs);
        LastSave = SaveAnswer.Kept;
        await KeepAsync();
    }

    /// <summary>Publishes.</summary>
    /// <param name="note">What changed.</param>
    public async Task<PublishAnswer> PublishAsync(string note) =>
        await SaveAsync() ? await host.PublishAsync(note) : new PublishAnswer(false, LastSave.Message);

    /// <summary>Keeps what is not kept yet, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        if (timer is not null)
        {
            await timer.DisposeAsync();
        }

        await SaveAsync();
        oneSave.Dispose();
    }

    private async Task KeepAsync()
    {
        await SaveAsync();
        await Progressed();
        await CheckAsync();
    }

    /// <summary>Only the last state is checked: while a check runs, further changes ask for one more and no others.</summary>
    private async Task CheckAsync()
    {
        if (isChecking)
        {
            return;
        }

        isChecking = true;
        try
        {
            long number;
            do
            {
                number = session.ChangeNumber;
                IReadOnlyList<DesignIssue> found = await Task.Run(() => host.CheckAsync(session.ToFile()));
                Issues = number == session.ChangeNumber ? found : Issues;
            }
            while (number != session.ChangeNumber);
        }
        finally
        {
            isChecking = false;
        }

        await Progressed();
    }
}
