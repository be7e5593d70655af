using System.Collections.Frozen;
using System.Text;
using Platform.Decisions.Analysis;
using Platform.Kernel.Graph;
using Platform.Kernel.Model;
using Platform.Kernel.Xml;
using Platform.Runtime.Activities;
using Platform.Runtime.Definitions.Rules;
using Platform.Runtime.Forms;

namespace Platform.Runtime.Definitions;

/// <summary>Reads and compiles the files of a deployment. Never throws because of what is in them.</summary>
internal sealed class DeploymentReader(ActivityCatalog catalog)
{
    private const string Bpmn = ".bpmn";
    private const string Form = ".form.json";

    /// <summary>Reads the files.</summary>
    /// <param name="files">Content by name.</param>
    /// <param name="published">What the county has published, to check calls of decisions; null for files that were checked when they were published.</param>
    /// <param name="issues">Receives what was found; the parts cannot run when there is an error among it.</param>
    public DeployedParts Read(IReadOnlyDictionary<string, byte[]> files, PublishedDecisions? published, ICollection<DeployIssue> issues)
    {
        var decisions = DecisionFiles.Read(files, issues);
        var options = new CompileOptions { KnowsDecision = published is null ? null : call => published.Knows(call, decisions) };
        var forms = ReadForms(files, issues);
        var processes = new List<(string, ProcessGraph, IReadOnlyList<UserTaskSpec>)>();
        foreach (var (name, content) in Ordered(files, Bpmn))
        {
            var read = BpmnReader.Read(content.AsSpan());
            foreach (var issue in read.Issues)
            {
                issues.Add(DeployIssue.OfFile(issue.Code, issue.Severity == ReadSeverity.Error, name, issue.Line, issue.ElementId, issue.Message));
            }

            if (read.Definitions is { } definitions && read.IsValid)
            {
                processes.AddRange(Compile(name, definitions, options, forms, files, issues));
            }
        }

        return new DeployedParts { Processes = processes, Decisions = decisions, Forms = forms, Texts = ReadTexts(files) };
    }

    /// <summary>Adds what the authors of decision tables should look at before they publish: gaps, overlaps, rules without effect.</summary>
    /// <param name="parts">What was read.</param>
    /// <param name="issues">Receives warnings; none of them stops a publication.</param>
    public static void Review(DeployedParts parts, ICollection<DeployIssue> issues)
    {
        foreach (var finding in parts.Decisions.ByReference.Values.Distinct().SelectMany(TableAnalysis.Of))
        {
            issues.Add(DeployIssue.OfFile(finding.Code, false, "", finding.Line, finding.TableId, finding.Chinese));
        }
    }

    private IEnumerable<(string, ProcessGraph, IReadOnlyList<UserTaskSpec>)> Compile(
        string file,
        Platform.Kernel.Model.Definitions definitions,
        CompileOptions options,
        FrozenDictionary<string, FormSpec> forms,
        IReadOnlyDictionary<string, byte[]> files,
        ICollection<DeployIssue> issues)
    {
        foreach (var process in definitions.RootElements.OfType<ProcessDefinition>().Where(p => p.IsExecutable != false))
        {
            var compiled = GraphCompiler.Compile(definitions, process.Id!, options);
            foreach (var issue in compiled.Issues)
            {
                issues.Add(DeployIssue.OfFile(issue.Code, issue.Severity == IssueSeverity.Error, file, issue.Line, issue.ElementId, issue.Message));
            }

            if (compiled.Graph is { } graph)
            {
                yield return (file, graph, ReadTasks(file, graph, forms, files, issues));
            }
        }
    }

    private List<UserTaskSpec> ReadTasks(string file, ProcessGraph graph, FrozenDictionary<string, FormSpec> forms, IReadOnlyDictionary<string, byte[]> files, ICollection<DeployIssue> issues)
    {
        var found = new List<DeployIssue>();
        var reader = new UserTaskReader(catalog, forms, found);
        var tasks = graph.Nodes.Where(n => n.Kind == ElementKind.UserTask).Select(reader.Read).ToList();
        found.AddRange(tasks.Select(task => LetterCheck.Of(graph.FindNode(task.ElementId)!, task.Form, files)).OfType<DeployIssue>());
        foreach (var node in graph.Nodes.Where(n => n.Kind != ElementKind.UserTask && n.Activity?.ActivityType is { } type && catalog.Find(type) is null or HumanActivity))
        {
            found.Add(DeployIssue.Error("activity.unknown", node, $"“{node.Label}”：动作“{node.Activity!.ActivityType}”没有安装，或不能自动执行。"));
        }

        foreach (var start in graph.StartNodes.Where(n => n.Event?.Kind == EventKind.Conditional))
        {
            found.Add(DeployIssue.Error("event.conditional-start", start, $"“{start.Label}”：条件开始事件要在没有办件时也盯住数据，平台不支持；请改用消息、信号或定时开始。"));
        }

        found.AddRange(graph.StartNodes.SelectMany(start => StartForm.Check(start, forms)));
        foreach (var issue in found)
        {
            issues.Add(issue with { File = file });
        }

        return tasks;
    }

    private static FrozenDictionary<string, FormSpec> ReadForms(IReadOnlyDictionary<string, byte[]> files, ICollection<DeployIssue> issues)
    {
        var forms = new Dictionary<string, FormSpec>(StringComparer.Ordinal);
        var dictionaries = ReadDictionaries(files, issues);
        foreach (var (name, content) in Ordered(files, Form))
        {
            var form = FormSpec.Read(name, content).Match(read => read.With(dictionaries), unreadable => unreadable);
            if (form.Problem is { } problem)
            {
                issues.Add(DeployIssue.OfFile(problem.Code, true, name, 0, null, problem.Message));
            }
            else
            {
                forms[name] = form.Value;
            }
        }

        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Dictionary<string, FormDictionary> ReadDictionaries(IReadOnlyDictionary<string, byte[]> files, ICollection<DeployIssue> issues)
    {
        var dictionaries = new Dictionary<string, FormDictionary>(StringComparer.Ordinal);
        foreach (var (file, content) in Ordered(files, FormDictionary.FileEnding))
        {
            var dictionary = FormDictionary.Read(file, content);
            if (dictionary.Problem is { } problem)
            {
                issues.Add(DeployIssue.OfFile(problem.Code, true, file, 0, null, problem.Message));
            }
            else if (FormDictionary.NameOf(file) is { } name)
            {
                dictionaries[name] = dictionary.Value;
            }
        }

        return dictionaries;
    }

    private static FrozenDictionary<string, string> ReadTexts(IReadOnlyDictionary<string, byte[]> files) =>
        files.Where(f => f.Key.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || f.Key.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
            .ToFrozenDictionary(f => f.Key, f => Encoding.UTF8.GetString(f.Value), StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, byte[]>> Ordered(IReadOnlyDictionary<string, byte[]> files, string extension) =>
        files.Where(f => f.Key.EndsWith(extension, StringComparison.OrdinalIgnoreCase)).OrderBy(f => f.Key, StringComparer.Ordinal);
}
