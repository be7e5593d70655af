using Platform.Kernel.Graph.Building;
using Platform.Kernel.Graph.Checks;
using Platform.Kernel.Model;

namespace Platform.Kernel.Graph;

/// <summary>Turns what a file says into what can run, once per version: resolves references, parses expressions, refuses what cannot run.</summary>
public static class GraphCompiler
{
    // In the order in which a reader would want to hear about them.
    private static readonly IGraphCheck[] Checks =
    [
        new StartEvents(), new FlowEnds(), new EventGatewayTargets(), new LinkTargets(), new CancelEvents(),
        new UnknownDecision(), new MissingWork(), new Unreachable(), new NoWayOut(), new WaitingJoins(),
    ];

    /// <summary>Compiles one process of a file. Never throws on a bad model; deterministic.</summary>
    /// <param name="definitions">The file.</param>
    /// <param name="processId">Id of the process in it.</param>
    /// <param name="options">What else to know; null for nothing.</param>
    public static GraphCompileResult Compile(Definitions definitions, string processId, CompileOptions? options = null)
    {
        options ??= new CompileOptions();
        var issues = new IssueList();
        if (definitions.Processes.FirstOrDefault(p => p.Id == processId) is not { } process)
        {
            issues.Error("bpmn.unknown-process", definitions, $"文件中没有编号为“{processId}”的流程。");
            return new GraphCompileResult { Issues = issues.InDocumentOrder() };
        }
        var graph = new GraphBuilder(definitions, process, options, issues).Build();
        if (graph is not null)
        {
            var context = new CheckContext(process, graph, options, issues);
            foreach (var check in Checks)
            {
                check.Check(context);
            }
        }
        return new GraphCompileResult
        {
            Graph = issues.HasErrors ? null : graph,
            Issues = issues.InDocumentOrder(),
        };
    }
}
