namespace Platform.Kernel.Graph;

/// <summary>Which version of a decision a business rule task asks.</summary>
public enum DecisionBinding
{
    /// <summary>The one published with the process; when the process brings none, the newest at the start of the instance.</summary>
    Deployment,

    /// <summary>The newest at the moment of asking.</summary>
    Latest,

    /// <summary>The one whose number the model states.</summary>
    Version,
}

/// <summary>The decision that a business rule task asks (BPMN 2.0.2 §10.3.3, DMN 1.5).</summary>
/// <param name="Reference">Id or name of a decision or decision service.</param>
/// <param name="Binding">Which version.</param>
/// <param name="Version">Number of the version, from 1; 0 unless <paramref name="Binding"/> is <see cref="DecisionBinding.Version"/>.</param>
public sealed record DecisionCall(string Reference, DecisionBinding Binding = DecisionBinding.Deployment, int Version = 0)
{
    /// <summary>The call as people read it: “派单”, or “派单”第 2 版.</summary>
    public string Label => Binding == DecisionBinding.Version ? $"“{Reference}”第 {Version} 版" : $"“{Reference}”";
}
