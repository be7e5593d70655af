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
    /// <summary>Whoever is overtaken again and again while both states are brought together must choose in the end.</summary>
    private const int MostJoins = 5;

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

    /// <summary>Names of what others changed and was taken over without asking, because it was not changed here; empty for nothing.</summary>
    public IReadOnlyList<string> Joined { get; private set; } = [];

    /// <summary>Called after a save or a check, on the page's turn.</summary>
    public Func<Task> Progressed { get; init; } = () => Task.CompletedTask;

    /// <summary>Checks for the first time.</summary>
    public Task BeginAsync() => CheckAsync();

    /// <summary>Says that the work changed.</summary>
    public void Changed()
    {
        Joined = [];
        timer ??= clock.CreateTimer(_ => _ = turn(KeepAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>
    /// Keeps the work now. When somebody else's state is newer, both are joined if they touch different parts; otherwise nothing is kept until a
    /// person has chosen.
    /// </summary>
    /// <returns>Whether everything is kept.</returns>
    public async Task<bool> SaveAsync()
    {
        await oneSave.WaitAsync();
        try
        {
            int joins = 0;
            do
            {
                long number = session.ChangeNumber;
                if (number == saved || LastSave.Outcome == SaveOutcome.Overtaken)
                {
                    break;
                }

                // A large model takes a moment to write and to read again; the page goes on meanwhile.
                LastSave = await Task.Run(() => host.SaveAsync(session.ToFile()));
                saved = LastSave.Outcome == SaveOutcome.Kept ? number : saved;
            }
            while (LastSave.Outcome == SaveOutcome.Overtaken && joins++ < MostJoins && await JoinAsync());
        }
        finally
        {
            oneSave.Release();
        }

        return IsSaved;
    }

    /// <summary>Keeps the work for somebody who is about to leave: also what changes while it is being kept.</summary>
    /// <returns>Whether everything is kept.</returns>
    public async Task<bool> SaveToTheEndAsync()
    {
        while (!await SaveAsync() && LastSave.Outcome == SaveOutcome.Kept)
        {
            // Something changed meanwhile.
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

    /// <summary>Publishes; what somebody else published meanwhile is joined with the work first, if they touch different parts.</summary>
    /// <param name="note">What changed.</param>
    public async Task<PublishAnswer> PublishAsync(string note)
    {
        for (int joins = 0; await SaveAsync(); joins++)
        {
            PublishAnswer answer = await host.PublishAsync(note);
            if (!answer.IsOvertaken)
            {
                return answer;
            }

            LastSave = new SaveAnswer(SaveOutcome.Overtaken, answer.Message);
            if (joins == MostJoins || !await JoinAsync())
            {
                return answer;
            }
        }

        return new PublishAnswer(false, LastSave.Message);
    }

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

    private async Task<bool> JoinAsync()
    {
        if (await host.FetchNewestAsync() is not { } newest || session.Join(newest) is not { } taken)
        {
            return false;
        }

        Joined = taken;
        LastSave = SaveAnswer.Kept;
        return true;
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
