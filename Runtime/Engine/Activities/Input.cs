namespace Platform.Runtime.Activities;

/// <summary>A named value that a process gives to an activity. Its value is read with <see cref="ActivityExecutionContext.Get{T}(Input{T})"/>; the activity itself holds none and is shared.</summary>
/// <typeparam name="T">A string, boolean, number, date, instant, id, list of strings, or a FEEL value as it is.</typeparam>
/// <param name="name">Name in <c>gov:input</c>, in camel case.</param>
public sealed class Input<T>(string name)
{
    /// <summary>Name in <c>gov:input</c>.</summary>
    public string Name { get; } = name;
}
