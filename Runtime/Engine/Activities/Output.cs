namespace Platform.Runtime.Activities;

/// <summary>A named value that an activity gives back. Set with <see cref="ActivityExecutionContext.Set{T}(Output{T}, T)"/>.</summary>
/// <typeparam name="T">As for <see cref="Input{T}"/>.</typeparam>
/// <param name="name">Name in <c>gov:output</c>, in camel case.</param>
public sealed class Output<T>(string name)
{
    /// <summary>Name in <c>gov:output</c>.</summary>
    public string Name { get; } = name;
}
