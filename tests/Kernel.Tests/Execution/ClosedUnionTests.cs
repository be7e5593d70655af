using System.Reflection;
using System.Text.RegularExpressions;
using Platform.Kernel.Execution;

namespace Platform.Kernel.Tests.Execution;

/// <summary>C# does not check that a switch names every case of a union; this does.</summary>
public sealed class ClosedUnionTests
{
    [Theory]
    [InlineData(typeof(Trigger), "TriggerIntake.cs")]
    [InlineData(typeof(ProcessEvent), "State/StateFold.cs")]
    public void Every_case_is_handled_where_the_union_is_taken_apart(Type union, string file)
    {
        string text = File.ReadAllText(Path.Combine(SourceFolder(), "Runtime", "Kernel", "Execution", file));

        var missing = union.GetNestedTypes(BindingFlags.Public)
            .Where(t => t.IsSubclassOf(union))
            .Select(t => $"{union.Name}.{t.Name}")
            .Where(name => !Regex.IsMatch(text, $@"\b{Regex.Escape(name)}\b"));

        missing.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(typeof(Trigger))]
    [InlineData(typeof(ProcessEvent))]
    [InlineData(typeof(Effect))]
    public void A_union_has_only_sealed_cases_inside_it(Type union)
    {
        var cases = union.Assembly.GetTypes().Where(t => t.IsSubclassOf(union)).ToList();

        cases.ShouldAllBe(t => t.IsSealed && t.DeclaringType == union);
    }

    internal static string SourceFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("Expected to run below the folder of Platform.sln.");
    }
}
