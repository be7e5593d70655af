namespace Platform.Runtime.Activities;

/// <summary>Describes an <see cref="Input{T}"/> for the designer's panel.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    /// <summary>What administrators read; the property's name when absent.</summary>
    public string? DisplayName { get; set; }

    /// <summary>A sentence that says what it is for.</summary>
    public string? Description { get; set; }

    /// <summary>How the panel edits it: <c>single-line</c>, <c>multi-line</c>, <c>dropdown</c>, <c>checkbox</c>, <c>person</c>, <c>unit</c>, <c>expression</c>.</summary>
    public string? UIHint { get; set; }

    /// <summary>Choices of a dropdown.</summary>
    public string[] Options { get; set; } = [];

    /// <summary>FEEL that is used when the process gives nothing; null for none.</summary>
    public string? DefaultValue { get; set; }

    /// <summary>Whether the process must give it.</summary>
    public bool Required { get; set; }
}
