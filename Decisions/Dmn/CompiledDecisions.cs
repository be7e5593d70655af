using Platform.Decisions.Dmn.Compilation;
using Platform.Decisions.Dmn.Execution;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn;

/// <summary>
/// A model with its imports, compiled once and evaluated often (DMN 1.5 §10.4). Immutable and safe for many threads at
/// once. Evaluation never throws on account of the model or its inputs: what fails is null, and a warning says why.
/// </summary>
public sealed class CompiledDecisions
{
    private readonly ModelUnit _root;
    private readonly int _nodeCount;
    private readonly HashSet<string> _declared;

    internal CompiledDecisions(ModelUnit root, int nodeCount, IReadOnlyList<DecisionInput> inputs, IReadOnlyList<TableSource> tables)
    {
        Tables = tables;
        _root = root;
        _nodeCount = nodeCount;
        Inputs = inputs;
        _declared = inputs.Select(i => i.Path[0]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The model that was compiled.</summary>
    public DecisionModel Model => _root.Model;

    /// <summary>Every input data of the model and its imports.</summary>
    public IReadOnlyList<DecisionInput> Inputs { get; }

    /// <summary>The tables of the model itself, for the analysis.</summary>
    internal IReadOnlyList<TableSource> Tables { get; }

    /// <summary>Compiles a model. Expressions with errors are reported and evaluate to null.</summary>
    /// <param name="model">The model.</param>
    /// <param name="imports">Finds imported models by namespace; null, or an answer of null, means that they are not to be had.</param>
    public static DecisionCompileResult Compile(DecisionModel model, Func<string, DecisionModel?>? imports = null) =>
        new ModelCompiler(imports ?? (_ => null)).Compile(model);

    /// <summary>Evaluates a decision; a decision service of that name is evaluated as such.</summary>
    /// <param name="nameOrId">Id or name; a decision of an import as <c>prefix.name</c>.</param>
    /// <param name="inputs">Values of the input data by name; those of an import in a context under its prefix. What is missing is null; what no input data declares is seen by the model's own decisions all the same.</param>
    /// <param name="options">Clock and budget; null for the defaults.</param>
    public DecisionResult EvaluateDecision(string nameOrId, FeelContext inputs, FeelOptions? options = null)
    {
        var found = _root.FindByName(nameOrId);
        if (found is ServiceNode)
        {
            return EvaluateService(nameOrId, inputs, options);
        }

        var run = new DecisionRun(options ?? FeelOptions.Default, nameOrId);
        if (found is not DecisionNode node)
        {
            return Unknown(run, nameOrId, "决策", "decision");
        }

        return Finish(run, node.Name, new Frame(run, _nodeCount, inputs, Undeclared(inputs)).Get(node));
    }

    /// <summary>Evaluates a decision service.</summary>
    /// <param name="nameOrId">Id or name; a service of an import as <c>prefix.name</c>.</param>
    /// <param name="inputs">Values of its input data and input decisions by name. What is missing is null.</param>
    /// <param name="options">Clock and budget; null for the defaults.</param>
    /// <returns>The value of the output decision, or a context when there are several.</returns>
    public DecisionResult EvaluateService(string nameOrId, FeelContext inputs, FeelOptions? options = null) =>
        Call<ServiceNode>(nameOrId, inputs, options, "决策服务", "decision service");

    /// <summary>Calls a business knowledge model.</summary>
    /// <param name="nameOrId">Id or name; one of an import as <c>prefix.name</c>.</param>
    /// <param name="arguments">Values of its parameters by name. What is missing is null.</param>
    /// <param name="options">Clock and budget; null for the defaults.</param>
    public DecisionResult EvaluateKnowledgeModel(string nameOrId, FeelContext arguments, FeelOptions? options = null) =>
        Call<KnowledgeNode>(nameOrId, arguments, options, "业务知识模型", "business knowledge model");

    private RunScope? Undeclared(FeelContext inputs)
    {
        RunScope? scope = null;
        foreach (var (name, value) in inputs.Entries)
        {
            if (!_declared.Contains(name))
            {
                (scope ??= new RunScope(null, 4)).Add(name, value);
            }
        }

        return scope;
    }

    private DecisionResult Call<T>(string nameOrId, FeelContext arguments, FeelOptions? options, string chinese, string english)
        where T : GraphNode
    {
        var run = new DecisionRun(options ?? FeelOptions.Default, nameOrId);
        if (_root.FindByName(nameOrId) is not T node)
        {
            return Unknown(run, nameOrId, chinese, english);
        }

        if (new Frame(run, _nodeCount, FeelContext.Empty).Get(node) is not FeelFunction function)
        {
            return Finish(run, node.Name, FeelValue.Null);
        }

        var values = function.Parameters.Select(p => arguments.TryGet(p.Name, out var value) ? value : FeelValue.Null);
        return Finish(run, node.Name, function.Invoke(run.Session, [.. values]));
    }

    private static DecisionResult Unknown(DecisionRun run, string nameOrId, string chinese, string english)
    {
        run.Warn("dmn.unknown", nameOrId, $"模型中没有这个{chinese}", $"the model has no such {english}");
        return Finish(run, nameOrId, FeelValue.Null);
    }

    // When the budget is used up, parts may be missing from the value: none is better than a wrong one.
    private static DecisionResult Finish(DecisionRun run, string name, FeelValue value)
    {
        var whole = run.Session.IsStopped ? FeelValue.Null : value;
        return new DecisionResult(whole, run.Warnings(), run.Trace.Finish(name, whole));
    }
}

/// <summary>An input data that evaluation may ask for.</summary>
/// <param name="Name">Name of its variable.</param>
/// <param name="Namespace">Namespace of the model that it belongs to.</param>
/// <param name="Path">Where its value is looked for: prefixes of imports, then the name.</param>
/// <param name="TypeName">Name of its type as that model writes it; null means <c>Any</c>.</param>
public sealed record DecisionInput(string Name, string Namespace, IReadOnlyList<string> Path, string? TypeName);
