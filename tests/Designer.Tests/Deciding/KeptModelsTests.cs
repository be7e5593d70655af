using System.Collections.Immutable;
using System.Text;
using Platform.Conformance.DmnTck;
using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Tests.Dmn;
using Platform.Designer.Deciding;
using Platform.Designer.Deciding.Boxes;
using Xunit.Abstractions;

namespace Platform.Designer.Tests.Deciding;

/// <summary>What is not edited keeps its meaning: the models of the DMN TCK are opened, touched in every box, added to and saved, and give the same results.</summary>
public sealed class KeptModelsTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = new(2026, 5, 6, 9, 30, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Models_of_the_compatibility_kit_give_the_same_results_after_editing_elsewhere()
    {
        if (TckData.Find() is not { } data)
        {
            output.WriteLine("The DMN TCK data is not on this machine; its models were not edited.");
            return;
        }

        var (edited, failed) = (0, new List<string>());
        foreach (var folder in TckSuite.Find(data).Where(folder => !TckRunner.IsSkipped(folder)))
        {
            var copy = Directory.CreateTempSubdirectory("kept-models-");
            try
            {
                foreach (var file in Directory.EnumerateFiles(folder.Path))
                {
                    var content = File.ReadAllBytes(file);
                    var saved = file.EndsWith(".dmn", StringComparison.Ordinal) ? Edited(content) : null;
                    edited += saved is null ? 0 : 1;
                    File.WriteAllBytes(Path.Combine(copy.FullName, Path.GetFileName(file)), saved ?? content);
                }

                failed.AddRange(TckSuite.Find(copy.FullName).SelectMany(found => new TckRunner(found, Now, demandWarnings: true).Run())
                    .Where(outcome => !outcome.HasPassed).Select(outcome => $"{Path.GetFileName(folder.Path)} {outcome.Case.Id}: {string.Join(" | ", outcome.Failures)}"));
            }
            finally
            {
                copy.Delete(recursive: true);
            }
        }

        output.WriteLine($"{edited} models were edited.");
        failed.ShouldBeEmpty();
        edited.ShouldBeGreaterThan(50);
    }

    // Every expression is written again as it is, through the editor's own way, and a decision is added at the end.
    private static byte[]? Edited(byte[] file)
    {
        if (DmnReader.Read(Encoding.UTF8.GetString(file)).Model is not { } model || model.Decisions.FirstOrDefault() is not { } first)
        {
            return null;
        }

        var session = new DecisionSession(model, first.Id ?? first.Name);
        foreach (var element in model.Elements.Where(e => e is Decision or BusinessKnowledgeModel))
        {
            session.ShowPart(element.Id ?? element.Name);
            foreach (var place in Places(session.Logic, []))
            {
                if (BoxTree.At(session.Logic, place) is LiteralExpression literal && BoxTree.With(session.Logic, place, literal with { }) is { } logic)
                {
                    session.Change(logic);
                }
            }
        }

        session.Add("decision-added-elsewhere", "decision added elsewhere", new LiteralExpression { Text = "1" });
        return session.ToFile();
    }

    private static IEnumerable<ImmutableArray<int>> Places(BoxedExpression? box, ImmutableArray<int> place) =>
        BoxTree.Children(box).SelectMany((child, i) => Places(child, place.Add(i))).Prepend(place);
}
