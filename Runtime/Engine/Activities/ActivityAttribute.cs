namespace Platform.Runtime.Activities;

/// <summary>Makes a class known as an activity that processes may name with <c>gov:activity</c>.</summary>
/// <param name="namespace">Namespace of the activity, such as <c>gov</c>; a county's own activities use its own.</param>
/// <param name="type">Name within the namespace, for ever stable.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ActivityAttribute(string @namespace, string type) : Attribute
{
    /// <summary>Namespace of the activity.</summary>
    public string Namespace { get; } = @namespace;

    /// <summary>Name within the namespace.</summary>
    public string Type { get; } = type;

    /// <summary>What administrators read in the palette; the type when absent.</summary>
    public string? DisplayName { get; set; }

    /// <summary>A sentence that says what it does.</summary>
    public string? Description { get; set; }

    /// <summary>Heading in the palette.</summary>
    public string? Category { get; set; }

    /// <summary>How it is carried out.</summary>
    public ActivityKind Kind { get; set; } = ActivityKind.Automatic;

    /// <summary>Name of an icon; null for the kind's own.</summary>
    public string? Icon { get; set; }
}
