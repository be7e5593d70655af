namespace Platform.Governance.Rehearsals;

/// <summary>
/// Bounds how many worlds there are at once, so that rehearsals never take the machine from the county's work. When there is
/// no place left, the rehearsal that was untouched longest gives its own back: it keeps its acts and plays them again.
/// </summary>
/// <param name="most">How many worlds there may be; 1 or more.</param>
internal sealed class RehearsalPlaces(int most)
{
    private readonly Lock turn = new();
    private readonly HashSet<RehearsalSession> sessions = [];
    private int taken;

    /// <summary>How many are taken.</summary>
    public int Taken
    {
        get
        {
            lock (turn)
            {
                return taken;
            }
        }
    }

    /// <summary>Takes a place.</summary>
    /// <returns>Whether there was one; false while all are in use.</returns>
    public async Task<bool> TakeAsync()
    {
        if (TryTake())
        {
            return true;
        }

        foreach (var session in Untouched())
        {
            if (await session.YieldAsync() && TryTake())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives a place back.</summary>
    public void Free()
    {
        lock (turn)
        {
            taken--;
        }
    }

    /// <summary>Remembers a session that could give its world back.</summary>
    public void Enlist(RehearsalSession session)
    {
        lock (turn)
        {
            sessions.Add(session);
        }
    }

    /// <summary>Forgets a session.</summary>
    public void Dismiss(RehearsalSession session)
    {
        lock (turn)
        {
            sessions.Remove(session);
        }
    }

    private bool TryTake()
    {
        lock (turn)
        {
            if (taken == most)
            {
                return false;
            }

            taken++;
            return true;
        }
    }

    private List<RehearsalSession> Untouched()
    {
        lock (turn)
        {
            return [.. sessions.OrderBy(session => session.Touched)];
        }
    }
}
