using System.Collections.Immutable;

namespace Platform.Runtime.Activities;

/// <summary>What the designer's panel knows of an input.</summary>
public sealed record InputDescriptor
{
    /// <summary>Name in <c>gov:input</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What administrators read.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What it is for; empty when not stated.</summary>
    public required string Description { get; init; }

    /// <summary>Name of the value's .NET type.</summary>
    public required string TypeName { get; init; }

    /// <summary>How the panel edits it.</summary>
    public required string UIHint { get; init; }

    /// <summary>Choices of a dropdown.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>FEEL used when the process gives nothing; null for none.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>Whether the process must give it.</summary>
    public bool Required { get; init; }
}
