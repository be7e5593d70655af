using System.Xml.Linq;

namespace Platform.Conformance.DmnTck;

/// <summary>One folder of the DMN TCK: models and the cases that run against them.</summary>
internal sealed record TckFolder(string Name, string Path, IReadOnlyList<TckCase> Cases);

/// <summary>One test case; it passes when all its results do.</summary>
internal sealed record TckCase(
    string File, string ModelName, string Id, TckKind Kind, string? Invocable, IReadOnlyList<TckInput> Inputs, IReadOnlyList<TckExpectation> Results);

/// <summary>What a case invokes.</summary>
internal enum TckKind
{
    /// <summary>Decisions, one for each result.</summary>
    Decision,

    /// <summary>A decision service.</summary>
    DecisionService,

    /// <summary>A business knowledge model.</summary>
    KnowledgeModel,
}

/// <summary>A value for an input data node or, in a service, an input decision.</summary>
internal sealed record TckInput(string Name, string? Namespace, XElement Value);

/// <summary>An expected result.</summary>
internal sealed record TckExpectation(string Name, string? Namespace, bool IsError, XElement? Value);

/// <summary>Finds and reads the test files (namespace <c>http://www.omg.org/spec/DMN/20160719/testcase</c>).</summary>
internal static class TckSuite
{
    private static readonly XNamespace Tc = "http://www.omg.org/spec/DMN/20160719/testcase";

    /// <summary>Every folder below a directory, or the directory itself, that holds test files; in order of path.</summary>
    internal static IEnumerable<TckFolder> Find(string directory) =>
        Directory.EnumerateFiles(directory, "*.xml", SearchOption.AllDirectories)
            .Select(f => System.IO.Path.GetDirectoryName(f)!)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(Read)
            .Where(f => f.Cases.Count > 0);

    private static TckFolder Read(string path)
    {
        var cases = new List<TckCase>();
        foreach (var file in Directory.EnumerateFiles(path, "*.xml").Order(StringComparer.Ordinal))
        {
            var root = XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!;
            if (root.Name == Tc + "testCases")
            {
                var model = root.Element(Tc + "modelName")?.Value.Trim() ?? string.Empty;
                cases.AddRange(root.Elements(Tc + "testCase").Select(c => ReadCase(file, model, c)));
            }
        }

        return new TckFolder(System.IO.Path.GetFileName(path), path, cases);
    }

    private static TckCase ReadCase(string file, string model, XElement element) => new(
        System.IO.Path.GetFileNameWithoutExtension(file),
        model,
        (string?)element.Attribute("id") ?? string.Empty,
        (string?)element.Attribute("type") switch
        {
            "decisionService" => TckKind.DecisionService,
            "bkm" => TckKind.KnowledgeModel,
            _ => TckKind.Decision,
        },
        (string?)element.Attribute("invocableName"),
        [.. element.Elements(Tc + "inputNode").Select(i => new TckInput((string)i.Attribute("name")!, (string?)i.Attribute("namespace"), i))],
        [.. element.Elements(Tc + "resultNode").Select(r => new TckExpectation(
            (string)r.Attribute("name")!, (string?)r.Attribute("namespace"), (bool?)r.Attribute("errorResult") ?? false, r.Element(Tc + "expected")))]);
}
