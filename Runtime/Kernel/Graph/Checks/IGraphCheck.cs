namespace Platform.Kernel.Graph.Checks;

/// <summary>One rule a process must keep to run as meant. An implementer looks at the graph and reports; it changes nothing.</summary>
internal interface IGraphCheck
{
    /// <summary>Reports every breach of the rule.</summary>
    void Check(CheckContext context);
}
