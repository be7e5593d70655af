using System.Collections.Frozen;
using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Definitions.Rules;

/// <summary>Reads and compiles the DMN files of a deployment. Never throws because of what is in them.</summary>
internal static class DecisionFiles
{
    private const string Extension = ".dmn";

    /// <summary>Reads the files.</summary>
    /// <param name="files">Content by name; files that are not DMN are passed over.</param>
    /// <param name="issues">Receives what was found.</param>
    public static DecisionParts Read(IReadOnlyDictionary<string, byte[]> files, ICollection<DeployIssue> issues)
    {
        var models = ReadModels(files, issues);
        var byReference = new Dictionary<string, CompiledDecisions>(StringComparer.Ordinal);
        var parts = new Dictionary<string, DecisionPart>(StringComparer.Ordinal);
        foreach (var (file, model) in models)
        {
            var compiled = CompiledDecisions.Compile(model, ns => models.Find(m => m.Model.Namespace == ns).Model);
            AddIssues(issues, file, compiled.Issues);
            IReadOnlyList<string> content = model.Imports.Count == 0 ? [file] : [.. models.Select(m => m.File)];
            foreach (var element in model.Elements.Where(e => e is Decision or DecisionService))
            {
                AddPart(parts, element, file, content, issues);
                foreach (var reference in new[] { element.Id, element.Name }.OfType<string>().Where(r => r.Length > 0))
                {
                    byReference.TryAdd(reference, compiled.Decisions);
                }
            }
        }

        return new DecisionParts { ByReference = byReference.ToFrozenDictionary(StringComparer.Ordinal), All = [.. parts.Values] };
    }

    private static List<(string File, DecisionModel Model)> ReadModels(IReadOnlyDictionary<string, byte[]> files, ICollection<DeployIssue> issues)
    {
        var models = new List<(string, DecisionModel)>();
        foreach (var (name, content) in files.Where(f => f.Key.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            using var stream = new MemoryStream(content, writable: false);
            var read = DmnReader.Read(stream);
            AddIssues(issues, name, read.Issues);
            if (read.Model is not null)
            {
                models.Add((name, read.Model));
            }
        }

        return models;
    }

    private static void AddPart(
        Dictionary<string, DecisionPart> parts, DrgElement element, string file, IReadOnlyList<string> content, ICollection<DeployIssue> issues)
    {
        var key = string.IsNullOrEmpty(element.Id) ? element.Name : element.Id;
        if (key.Length > DecisionMapping.LongestKey || element.Name.Length > DecisionMapping.LongestName)
        {
            issues.Add(DeployIssue.OfFile(
                "deploy.decision-name-too-long", true, file, element.SourceLine, element.Id,
                $"决策的编号最多 {DecisionMapping.LongestKey} 个字，名称最多 {DecisionMapping.LongestName} 个字：“{key[..Math.Min(key.Length, 20)]}…”。"));
        }
        else if (!parts.TryAdd(key, new DecisionPart(key, element.Name, file, content)))
        {
            issues.Add(DeployIssue.OfFile(
                "deploy.duplicate-decision", true, file, element.SourceLine, element.Id, $"决策“{key}”在文件“{parts[key].File}”中已经有了，编号不能重复。"));
        }
    }

    private static void AddIssues(ICollection<DeployIssue> issues, string file, IEnumerable<DmnIssue> found)
    {
        foreach (var issue in found)
        {
            issues.Add(DeployIssue.OfFile(issue.Code, issue.Severity == DmnIssueSeverity.Error, file, issue.Line, issue.ElementId, issue.Chinese));
        }
    }
}
