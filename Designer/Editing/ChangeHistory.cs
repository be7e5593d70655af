using System.Collections.Immutable;

namespace Platform.Designer.Editing;

/// <summary>The earlier states of something that is worked on, and those that were undone. States are immutable; each costs what it differs in.</summary>
/// <typeparam name="T">A state.</typeparam>
internal sealed class ChangeHistory<T>
{
    /// <summary>States that can be undone; older ones are forgotten.</summary>
    public const int Most = 200;

    private ImmutableList<T> earlier = [];
    private ImmutableStack<T> undone = [];

    public bool CanUndo => !earlier.IsEmpty;

    public bool CanRedo => !undone.IsEmpty;

    /// <summary>Remembers a state that gives way to a new one; what was undone cannot be done again from then on.</summary>
    public void Remember(T state)
    {
        earlier = (earlier.Count == Most ? earlier.RemoveAt(0) : earlier).Add(state);
        undone = [];
    }

    /// <summary>The state before; ask <see cref="CanUndo"/> first.</summary>
    /// <param name="present">The present state.</param>
    public T Undo(T present)
    {
        T before = earlier[^1];
        earlier = earlier.RemoveAt(earlier.Count - 1);
        undone = undone.Push(present);
        return before;
    }

    /// <summary>The state that was undone last; ask <see cref="CanRedo"/> first.</summary>
    /// <param name="present">The present state.</param>
    public T Redo(T present)
    {
        T after = undone.Peek();
        undone = undone.Pop();
        earlier = earlier.Add(present);
        return after;
    }
}
