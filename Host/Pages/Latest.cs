namespace Platform.Host.Pages;

/// <summary>What was answered to the question that was asked last. Answers come in any order; those to earlier questions are dropped.</summary>
/// <typeparam name="T">What is answered.</typeparam>
public sealed class Latest<T>
{
    private int asked;

    /// <summary>The newest answer that holds; the default until there is one.</summary>
    public T? Answer { get; private set; }

    /// <summary>Asks, and keeps the answer unless something else was asked or put meanwhile.</summary>
    /// <param name="ask">The question.</param>
    public async Task AskAsync(Func<Task<T>> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        int mine = ++asked;
        T found = await ask();
        Answer = mine == asked ? found : Answer;
    }

    /// <summary>Puts an answer; what was asked before no longer matters.</summary>
    /// <param name="answer">The answer.</param>
    public void Put(T? answer)
    {
        asked++;
        Answer = answer;
    }
}
