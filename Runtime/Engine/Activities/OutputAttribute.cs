namespace Platform.Runtime.Activities;

/// <summary>Describes an <see cref="Output{T}"/> for the designer's panel.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    /// <summary>What administrators read; the property's name when absent.</summary>
    public string? DisplayName { get; set; }

    /// <summary>A sentence that says what it holds.</summary>
    public string? Description { get; set; }
}
