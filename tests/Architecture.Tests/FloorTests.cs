using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Platform.Architecture.Tests;

/// <summary>Who may know whom: projects by their references, folders by their using lines (docs/adr/0002 and 0009).</summary>
public sealed class FloorTests
{
    private static readonly Dictionary<string, string[]> ProjectWalls = new()
    {
        ["Platform.Decisions"] = [],
        ["Platform.Kernel"] = ["Platform.Decisions"],
        ["Platform.Runtime"] = ["Platform.Kernel"],
        ["Platform.Persistence.Sqlite"] = ["Platform.Runtime"],
        ["Platform.Persistence.PostgreSql"] = ["Platform.Runtime"],
        ["Platform.Persistence.SqlServer"] = ["Platform.Runtime", "Microsoft.SqlServer.Server", "Microsoft.Identity.Client.Broker"],
        ["Platform.Governance"] = ["Platform.Runtime"],
        ["Platform.Activities"] = ["Platform.Governance", "Platform.Runtime"],
        ["Platform.Designer"] = ["Platform.Kernel"],
    };

    [Fact]
    public void Projects_reference_only_what_lies_below_them()
    {
        foreach ((string project, string[] allowed) in ProjectWalls)
        {
            string[] references = [.. Items(project, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r))];

            references.Except(allowed).ShouldBeEmpty($"{project} references a project it must not know");
        }
    }

    [Theory]
    [InlineData("Platform.Decisions")]
    [InlineData("Platform.Kernel")]
    public void Pure_projects_have_no_package(string project) => Items(project, "PackageReference").ShouldBeEmpty();

    [Theory]
    [InlineData("Decisions/Feel/", "Platform.Decisions.Dmn")]
    [InlineData("Runtime/Kernel/Model/", "Platform.Kernel.Xml|Platform.Kernel.Graph|Platform.Kernel.Execution|Platform.Decisions")]
    [InlineData("Runtime/Kernel/Xml/", "Platform.Kernel.Graph|Platform.Kernel.Execution|Platform.Decisions")]
    [InlineData("Runtime/Kernel/Graph/", "Platform.Kernel.Xml|Platform.Kernel.Execution")]
    [InlineData("Runtime/Kernel/Execution/", "Platform.Kernel.Xml")]
    [InlineData("Runtime/Engine/Persistence/", "Platform.Runtime.Instances|Platform.Runtime.Tasks|Platform.Runtime.Scheduling|Platform.Runtime.Org")]
    [InlineData("Runtime/Engine/Scheduling/", "Platform.Runtime.Instances|Platform.Runtime.Tasks")]
    [InlineData("Runtime/Engine/", "Platform.Governance|Platform.Activities|Platform.Host|Platform.Persistence")]
    [InlineData("Governance/", "Platform.Activities|Platform.Host|Platform.Designer")]
    [InlineData("Activities/", "Platform.Designer|Platform.Host")]
    public void Folders_import_down_never_up(string folder, string forbidden)
    {
        var import = new Regex($@"^\s*using (static )?({forbidden.Replace(".", @"\.", StringComparison.Ordinal)})\b", RegexOptions.Multiline);

        SourceTree.Files(".cs").Where(f => f.StartsWith(folder, StringComparison.Ordinal))
            .Where(f => import.IsMatch(SourceTree.Read(f))).ShouldBeEmpty();
    }

    [Fact]
    public void Kernel_and_decisions_do_no_input_output_and_never_wait()
    {
        var impure = new Regex(@"\basync\b|System\.IO\.File\b|\bFile\.(Read|Write|Open)|HttpClient|TimeProvider\.System|Environment\.|new Random\(|Random\.Shared");

        SourceTree.Files(".cs")
            .Where(f => f.StartsWith("Runtime/Kernel/", StringComparison.Ordinal) || f.StartsWith("Decisions/", StringComparison.Ordinal))
            .Where(f => impure.IsMatch(WithoutComments(SourceTree.Read(f)))).ShouldBeEmpty();
    }

    [Fact]
    public void Pages_of_one_audience_never_import_another()
    {
        string[] audiences = ["Admin", "Official", "Supervisor", "Public"];
        foreach (string audience in audiences)
        {
            string others = string.Join('|', audiences.Except([audience]));
            var import = new Regex($@"Platform\.Host\.Pages\.({others})\b");

            SourceTree.Files(".cs", ".razor").Where(f => f.StartsWith($"Host/Pages/{audience}/", StringComparison.Ordinal))
                .Where(f => import.IsMatch(SourceTree.Read(f))).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Confidential_tables_are_read_only_through_the_access_folder()
    {
        var direct = new Regex(@"\b\w*[dD]b\w*\.(Instances|Tasks|Cases)\b");
        // A rehearsal acts for everybody, on a database that is made for it and thrown away.
        string[] allowed = ["Runtime/Engine/Persistence/", "Runtime/Engine/Access/", "Governance/Scenarios/OpenTasks.cs"];

        SourceTree.Files(".cs", ".razor")
            .Where(f => !f.StartsWith("tests/", StringComparison.Ordinal) && !f.StartsWith("benchmarks/", StringComparison.Ordinal) && !f.EndsWith(".Tests.cs", StringComparison.Ordinal))
            .Where(f => !allowed.Any(a => f.StartsWith(a, StringComparison.Ordinal)))
            .Where(f => direct.IsMatch(SourceTree.Read(f))).ShouldBeEmpty();
    }

    private static IEnumerable<string> Items(string project, string item)
    {
        string path = SourceTree.Files(".csproj").Single(p => Path.GetFileNameWithoutExtension(p) == project);
        return XDocument.Load(Path.Combine(SourceTree.Root, path)).Descendants(item)
            .Select(e => (string?)e.Attribute("Include") ?? string.Empty).Select(i => i.Replace('\\', '/'));
    }

    private static string WithoutComments(string code) => Regex.Replace(code, @"//[^\n]*", string.Empty);
}
