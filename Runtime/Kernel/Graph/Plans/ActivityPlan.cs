using System.Collections.Immutable;
using Platform.Decisions.Feel;

namespace Platform.Kernel.Graph;

/// <summary>What an activity does, compiled.</summary>
public sealed record ActivityPlan
{
    /// <summary>An activity with nothing to say.</summary>
    public static ActivityPlan Empty { get; } = new();

    /// <summary>Type of the governance activity (gov:activity), such as gov.SecretaryReview; null for none.</summary>
    public string? ActivityType { get; init; }

    /// <summary>Inputs of the governance activity (gov:input), for whoever runs it; evaluated against <c>InstanceState.VariablesAt</c>.</summary>
    public ImmutableArray<VariableMapping> Inputs { get; init; } = [];

    /// <summary>Results (gov:output) that get another name: result to variable. Results not named here keep their name.</summary>
    public ImmutableArray<ResultMapping> Outputs { get; init; } = [];

    /// <summary>Variables that exist only while the element runs, set on entering.</summary>
    public ImmutableArray<VariableMapping> LocalInputs { get; init; } = [];

    /// <summary>Variables set outside when the element completes, evaluated with its local variables visible.</summary>
    public ImmutableArray<VariableMapping> LocalOutputs { get; init; } = [];

    /// <summary>FEEL that a script task, or a service task with an expression, evaluates; null for none.</summary>
    public FeelExpression? Script { get; init; }

    /// <summary>Variable that takes the result of a script, decision or expression; null for none.</summary>
    public string? ResultVariable { get; init; }

    /// <summary>Decision of a business rule task; null for none.</summary>
    public DecisionCall? Decision { get; init; }

    /// <summary>Process that a call activity starts; null for none.</summary>
    public FeelText? CalledElement { get; init; }

    /// <summary>How a call activity binds the version (gov:binding): deployment or latest; null when not stated.</summary>
    public string? Binding { get; init; }

    /// <summary>Whether a call activity hands all visible variables down.</summary>
    public bool PassesAllIn { get; init; }

    /// <summary>Whether a call activity takes all variables of the child back.</summary>
    public bool PassesAllOut { get; init; }

    /// <summary>Variables of the child, evaluated at the call activity.</summary>
    public ImmutableArray<VariableMapping> CallInputs { get; init; } = [];

    /// <summary>Variables set at the call activity, evaluated over the variables of the child.</summary>
    public ImmutableArray<VariableMapping> CallOutputs { get; init; } = [];
}
