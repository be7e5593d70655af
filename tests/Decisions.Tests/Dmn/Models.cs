using Platform.Decisions.Dmn;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Tests.Dmn;

/// <summary>Short ways to compile models and to ask them.</summary>
internal static class Models
{
    private const string Namespace = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    /// <summary>A fixture, compiled; it must be without issues.</summary>
    internal static CompiledDecisions Fixture(string name) => Compile(File.ReadAllText(Fixtures.Path(name)));

    /// <summary>Content of a <c>definitions</c> element, compiled; it must be without issues.</summary>
    internal static CompiledDecisions Of(string content) => Compile(Wrap(content));

    /// <summary>Content of a <c>definitions</c> element, compiled with whatever issues it has.</summary>
    internal static DecisionCompileResult Try(string content, Func<string, Decisions.Dmn.Model.DecisionModel?>? imports = null) =>
        CompiledDecisions.Compile(Read(Wrap(content)), imports);

    /// <summary>A model from content of a <c>definitions</c> element.</summary>
    internal static Decisions.Dmn.Model.DecisionModel Model(string content, string ns = "urn:test") => Read(Wrap(content, ns));

    /// <summary>Inputs by name.</summary>
    internal static FeelContext Inputs(params (string Name, FeelValue Value)[] inputs) =>
        new(inputs.Select(i => KeyValuePair.Create(i.Name, i.Value)));

    /// <summary>The value of a FEEL text without variables.</summary>
    internal static FeelValue Evaluated(string text) => FeelExpression.Parse(text).Expression!.Evaluate(FeelScope.Empty).Value;

    private static string Wrap(string content, string ns = "urn:test") =>
        $"<definitions xmlns=\"{Namespace}\" name=\"test\" namespace=\"{ns}\">{content}</definitions>";

    private static CompiledDecisions Compile(string xml)
    {
        var result = CompiledDecisions.Compile(Read(xml));
        result.Issues.ShouldBeEmpty();
        return result.Decisions;
    }

    private static Decisions.Dmn.Model.DecisionModel Read(string xml)
    {
        var read = DmnReader.Read(xml);
        read.Model.ShouldNotBeNull(string.Join("; ", read.Issues));
        return read.Model;
    }
}
