using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>Which element of the ResourceRole family stands in the file.</summary>
public enum ResourceRoleKind
{
    /// <summary>bpmn:resourceRole.</summary>
    ResourceRole,

    /// <summary>bpmn:performer.</summary>
    Performer,

    /// <summary>bpmn:humanPerformer.</summary>
    HumanPerformer,

    /// <summary>bpmn:potentialOwner.</summary>
    PotentialOwner,
}

/// <summary>BPMN 2.0.2 §10.3.1 ResourceRole and §10.3.4 human roles: who is responsible.</summary>
public sealed record ResourceRole : BaseElement
{
    /// <summary>Which role.</summary>
    public ResourceRoleKind Kind { get; init; }

    /// <summary>Id of the resource; null when an expression decides.</summary>
    public string? ResourceRef { get; init; }

    /// <summary>Arguments of the resource.</summary>
    public ImmutableArray<ResourceParameterBinding> ParameterBindings { get; init; } = [];

    /// <summary>Expression that finds the people; null when a resource is named.</summary>
    public ResourceAssignmentExpression? Assignment { get; init; }
}

/// <summary>BPMN 2.0.2 §10.3.1 ResourceAssignmentExpression.</summary>
public sealed record ResourceAssignmentExpression : BaseElement
{
    /// <summary>The expression; null when the file has none.</summary>
    public Expression? Expression { get; init; }
}

/// <summary>BPMN 2.0.2 §10.3.1 ResourceParameterBinding.</summary>
public sealed record ResourceParameterBinding : BaseElement
{
    /// <summary>Id of the parameter; empty when the file has none.</summary>
    public required string ParameterRef { get; init; }

    /// <summary>Its value; null when the file has none.</summary>
    public Expression? Expression { get; init; }
}

/// <summary>BPMN 2.0.2 §8.4.14 Resource: a kind of people, such as a post.</summary>
public sealed record Resource : RootElement
{
    /// <summary>Parameters in file order.</summary>
    public ImmutableArray<ResourceParameter> Parameters { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §8.4.14 ResourceParameter.</summary>
public sealed record ResourceParameter : BaseElement
{
    /// <summary>Type as a QName; null when not stated.</summary>
    public string? Type { get; init; }

    /// <summary>Whether it must be bound; null when not stated.</summary>
    public bool? IsRequired { get; init; }
}
