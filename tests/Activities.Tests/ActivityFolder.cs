using System.Reflection;
using System.Text.Json;
using Platform.Kernel.Graph;
using Platform.Kernel.Xml;
using Platform.Runtime.Activities;

namespace Platform.Activities.Tests;

/// <summary>The files that stand beside an activity.</summary>
internal static class ActivityFolder
{
    /// <summary>The template, the sample and the class agree, and the sample compiles.</summary>
    public static void ShouldAgree<T>(string slug)
        where T : Activity
    {
        var attribute = typeof(T).GetCustomAttribute<ActivityAttribute>()!;
        var folder = Path.Combine(Root(), "Activities", attribute.Type);
        using var template = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, slug + ".template.json")));
        template.RootElement.GetProperty("id").GetString().ShouldBe($"{attribute.Namespace}.{attribute.Type}");
        template.RootElement.GetProperty("name").GetString().ShouldBe(attribute.DisplayName);

        var sample = BpmnReader.Read(File.ReadAllText(Path.Combine(folder, slug + ".sample.bpmn")));
        sample.Issues.ShouldBeEmpty();
        var compiled = GraphCompiler.Compile(sample.Definitions!, "sample-" + slug);
        compiled.Issues.ShouldBeEmpty();
        compiled.Graph!.Nodes.Single(node => node.Id == "work").Activity!.ActivityType.ShouldBe($"{attribute.Namespace}.{attribute.Type}");

        File.ReadAllText(Path.Combine(folder, "README.md")).ShouldContain($"gov.{attribute.Type}");
        InputsOf<T>().ShouldBe(TemplateInputs(template), ignoreOrder: true);
    }

    private static List<string> InputsOf<T>() =>
    [
        .. typeof(T).GetProperties().Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Input<>))
            .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]),
    ];

    private static List<string> TemplateInputs(JsonDocument template) =>
    [
        .. template.RootElement.GetProperty("properties").EnumerateArray().Select(property => property.GetProperty("binding"))
            .Where(binding => binding.GetProperty("type").GetString() == "gov:input").Select(binding => binding.GetProperty("name").GetString()!),
    ];

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Expected the tests to run below the repository, but found no Platform.sln above.");
    }
}
