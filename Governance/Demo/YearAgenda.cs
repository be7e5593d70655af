namespace Platform.Governance.Demo;

/// <summary>Which case of the year acts next, and when; kept in the journal where there is one.</summary>
internal sealed class YearAgenda
{
    private readonly PriorityQueue<YearState, (DateTimeOffset At, int Order)> queue = new();
    private readonly Dictionary<(int Ordinal, bool IsRepeat), YearState> states = [];
    private readonly YearJournal? journal;
    private int order;

    /// <summary>Everything that is still to be done: the whole year, or what the journal leaves of it.</summary>
    public YearAgenda(IReadOnlyList<YearCase> year, YearJournal? journal)
    {
        this.journal = journal;
        var notes = journal?.Notes ?? [];
        foreach (var plan in year)
        {
            states[(plan.Ordinal, false)] = new YearState(plan) { At = plan.ArrivedAt, Order = order++ };
        }

        All = year.Count + year.Sum(plan => plan.Repeats);
        var last = Recall(notes);
        Over = last.Values.Count(note => note.IsOver);
        foreach (var (key, state) in states)
        {
            if (!last.TryGetValue(key, out var note) || !note.IsOver)
            {
                queue.Enqueue(state, (state.At, state.Order));
            }
        }

        // A note between two acts speaks of the next one; only a completion that was begun has its instant behind it.
        Now = notes.Count == 0 ? DateTimeOffset.MinValue : notes.Where(note => note.Intent is not null).Select(note => note.At).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        order = Math.Max(order, notes.Select(note => note.Order + 1).DefaultIfEmpty().Max());
    }

    /// <summary>How far an earlier run had come; the beginning of time when there was none.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Cases that are over.</summary>
    public int Over { get; private set; }

    /// <summary>All cases.</summary>
    public int All { get; }

    /// <summary>Cases that repeat no other.</summary>
    public IEnumerable<YearState> FirstArrivals => states.Values.Where(state => state.Main is null);

    /// <summary>The case that acts next; null when the year is over.</summary>
    public YearState? TryNext() => queue.TryDequeue(out var state, out _) ? state : null;

    /// <summary>The same matter comes in again. Repeating it changes nothing.</summary>
    public void AddRepeat(YearState main, DateTimeOffset at)
    {
        if (states.ContainsKey((main.Plan.Ordinal, true)))
        {
            return;
        }

        var repeat = new YearState(main.Plan) { Main = main, At = at, Order = order++ };
        states.Add((main.Plan.Ordinal, true), repeat);
        journal?.Add(repeat.Note(isOver: false));
        queue.Enqueue(repeat, (repeat.At, repeat.Order));
    }

    /// <summary>A completion is about to be ordered.</summary>
    public void Begin(YearState state, YearIntent intent) => journal?.Add(state.Note(isOver: false, intent));

    /// <summary>An act is done; the case acts again at an instant, or is over.</summary>
    public void Done(YearState state, DateTimeOffset? next)
    {
        state.Memory.Acts++;
        state.Begun = null;
        state.At = next ?? state.At;
        state.Order = order++;
        journal?.Add(state.Note(isOver: next is null));
        if (next is not null)
        {
            queue.Enqueue(state, (state.At, state.Order));
        }
        else
        {
            Over++;
        }
    }

    /// <summary>The last note of each case, from which its state is restored.</summary>
    private Dictionary<(int Ordinal, bool IsRepeat), YearNote> Recall(IReadOnlyList<YearNote> notes)
    {
        var last = new Dictionary<(int Ordinal, bool IsRepeat), YearNote>();
        foreach (var note in notes)
        {
            last[(note.Ordinal, note.IsRepeat)] = note;
        }

        foreach (var (key, note) in last.OrderBy(pair => pair.Key.IsRepeat))
        {
            if (key.IsRepeat)
            {
                states.Add(key, new YearState(states[(key.Ordinal, false)].Plan) { Main = states[(key.Ordinal, false)] });
            }

            var state = states[key];
            state.Memory = note.Memory;
            state.Begun = note.Intent;
            state.At = note.At;
            state.Order = note.Order;
        }

        return last;
    }
}
