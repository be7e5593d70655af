using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel.Graph;

namespace Platform.Runtime.Activities;

/// <summary>Evaluates what a process gives to an activity.</summary>
internal static class ActivityInputs
{
    /// <summary>The inputs by name: what <c>gov:input</c> gives, else the declared default.</summary>
    public static ImmutableDictionary<string, FeelValue> Evaluate(Node node, ActivityDescriptor? descriptor, IFeelScope variables, DateTimeOffset now)
    {
        var options = new FeelOptions { Now = now };
        var values = ImmutableDictionary.CreateBuilder<string, FeelValue>(StringComparer.Ordinal);
        foreach (var input in descriptor?.Inputs ?? [])
        {
            if (input.DefaultValue is { } text && FeelExpression.Parse(text).Expression is { } expression)
            {
                values[input.Name] = expression.Evaluate(variables, options).Value;
            }
        }

        foreach (var mapping in node.Activity?.Inputs ?? [])
        {
            values[mapping.Target] = mapping.Source.Evaluate(variables, options).Value;
        }

        return values.ToImmutable();
    }
}
