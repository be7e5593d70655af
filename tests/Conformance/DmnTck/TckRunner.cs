using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Feel;

namespace Platform.Conformance.DmnTck;

/// <summary>What became of one test case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Failures">One text for each result that is not as expected; empty when the case passed.</param>
internal sealed record TckOutcome(TckCase Case, IReadOnlyList<string> Failures)
{
    internal bool HasPassed => Failures.Count == 0;
}

/// <summary>Runs the cases of one folder.</summary>
/// <param name="folder">The folder.</param>
/// <param name="now">The answer to <c>now()</c>.</param>
/// <param name="demandWarnings">Whether an expected error must come with a warning, which the kit wants but does not demand.</param>
internal sealed class TckRunner(TckFolder folder, DateTimeOffset now, bool demandWarnings = false)
{
    private readonly Dictionary<string, CompiledDecisions?> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DecisionModel> _byNamespace = new(StringComparer.Ordinal);
    private readonly List<string> _modelIssues = [];

    /// <summary>Folders that test what this platform refuses on purpose.</summary>
    internal static bool IsSkipped(TckFolder folder) => folder.Name == "0076-feel-external-java";

    internal IEnumerable<TckOutcome> Run() => folder.Cases.Select(Run);

    private TckOutcome Run(TckCase test)
    {
        if (!_models.TryGetValue(test.ModelName, out var model))
        {
            _models.Add(test.ModelName, model = Load(test.ModelName));
        }

        if (model is null)
        {
            return new TckOutcome(test, [$"model: {string.Join("; ", _modelIssues)}"]);
        }

        try
        {
            return new TckOutcome(test, Check(model, test));
        }
        catch (Exception e)
        {
            // Neither the engine nor a strange test file may end the run; both are failures to look at.
            return new TckOutcome(test, [$"{e.GetType().Name}: {e.Message}"]);
        }
    }

    private List<string> Check(CompiledDecisions model, TckCase test)
    {
        var inputs = Inputs(test, model);
        var failures = new List<string>();
        foreach (var expectation in test.Results)
        {
            var result = Evaluate(model, test, expectation, inputs);
            var value = Pick(test, expectation, result.Value, model);
            var expected = expectation.Value is null ? FeelValue.Null : TckValue.Read(expectation.Value);
            if (!TckValue.AreEqual(expected, value))
            {
                failures.Add($"{expectation.Name}: expected {expected}, but was {value}{Warnings(result)}");
            }
            else if (expectation.IsError && result.Warnings.Count == 0 && demandWarnings)
            {
                failures.Add($"{expectation.Name}: null as expected, but without the warning that an error owes");
            }
        }

        return failures;
    }

    private DecisionResult Evaluate(CompiledDecisions model, TckCase test, TckExpectation expectation, FeelContext inputs)
    {
        var options = new FeelOptions { Now = now };
        return test.Kind switch
        {
            TckKind.DecisionService => model.EvaluateService(test.Invocable ?? expectation.Name, inputs, options),
            TckKind.KnowledgeModel => model.EvaluateKnowledgeModel(test.Invocable ?? expectation.Name, inputs, options),
            _ => model.EvaluateDecision(Prefix(model.Model, expectation.Namespace, 0) + expectation.Name, inputs, options),
        };
    }

    // The way from a model to one that it imports, as prefixes with dots.
    private string? Prefix(DecisionModel model, string? ns, int depth)
    {
        if (ns is null || ns == model.Namespace || depth > _byNamespace.Count)
        {
            return string.Empty;
        }

        foreach (var import in model.Imports)
        {
            var own = import.Name.Length == 0 ? string.Empty : import.Name + ".";
            if (import.Namespace == ns)
            {
                return own;
            }

            if (_byNamespace.TryGetValue(import.Namespace, out var imported) && Prefix(imported, ns, depth + 1) is { Length: > 0 } rest)
            {
                return own + rest;
            }
        }

        return null;
    }

    // A service with several outputs gives a context of them; each result names one.
    private static FeelValue Pick(TckCase test, TckExpectation expectation, FeelValue value, CompiledDecisions model)
    {
        var service = model.Model.Services.FirstOrDefault(s => s.Name == test.Invocable);
        return test.Kind == TckKind.DecisionService && service?.OutputDecisions.Count > 1
            && value is FeelContext context && context.TryGet(expectation.Name, out var output)
            ? output
            : value;
    }

    private static string Warnings(DecisionResult result) =>
        result.Warnings.Count == 0 ? string.Empty : $" ({string.Join("; ", result.Warnings.Take(3).Select(w => $"{w.Code} {w.English}"))})";

    private CompiledDecisions? Load(string name)
    {
        DecisionModel? main = null;
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*.dmn").Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(file);
            var read = DmnReader.Read(stream);
            if (read.Model is { } model)
            {
                _byNamespace.TryAdd(model.Namespace, model);
                main = System.IO.Path.GetFileName(file) == name ? model : main;
            }
            else
            {
                _modelIssues.AddRange(read.Issues.Select(i => $"{System.IO.Path.GetFileName(file)}: {i}"));
            }
        }

        return main is null ? null : CompiledDecisions.Compile(main, _byNamespace.GetValueOrDefault).Decisions;
    }

    // Inputs of imported models go into contexts under their prefixes, along every way that leads to them.
    private static FeelContext Inputs(TckCase test, CompiledDecisions model)
    {
        var inputs = FeelContext.Empty;
        foreach (var input in test.Inputs)
        {
            var value = TckValue.Read(input.Value);
            if (input.Namespace is null || input.Namespace == model.Model.Namespace)
            {
                inputs = inputs.With(input.Name, value);
                continue;
            }

            foreach (var known in model.Inputs.Where(i => i.Namespace == input.Namespace && i.Name == input.Name))
            {
                inputs = Put(inputs, known.Path, 0, value);
            }
        }

        return inputs;
    }

    private static FeelContext Put(FeelContext context, IReadOnlyList<string> path, int position, FeelValue value) => position == path.Count - 1
        ? context.With(path[position], value)
        : context.With(path[position], Put(context.TryGet(path[position], out var inner) && inner is FeelContext c ? c : FeelContext.Empty, path, position + 1, value));
}
