using System.Collections.Immutable;
using System.Xml.Linq;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Dmn.Xml;

namespace Platform.Decisions.Dmn;

/// <summary>
/// Brings together what two people made of one model, element by element: decisions, functions, inputs, types and imports that only one of them
/// touched are taken from that one. Pure; the models stay as they are.
/// </summary>
public static class ModelMerge
{
    /// <summary>Merges two states that began from a common one.</summary>
    /// <param name="common">The state that both began from.</param>
    /// <param name="mine">What one made of it.</param>
    /// <param name="theirs">What the other made of it.</param>
    /// <param name="withTheirs">Whose state counts where both changed the same element: true for <paramref name="theirs"/>.</param>
    /// <returns>The merged model, and what was touched by whom. Drawings that both changed are taken from the one that counts.</returns>
    public static MergedModel Merge(DecisionModel common, DecisionModel mine, DecisionModel theirs, bool withTheirs)
    {
        ArgumentNullException.ThrowIfNull(common);
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        var merge = new Merge(withTheirs);
        var elements = merge.Parts(common.Elements, mine.Elements, theirs.Elements, Key, GraphXml.Write, e => e.Name);
        var types = merge.Parts(common.ItemDefinitions, mine.ItemDefinitions, theirs.ItemDefinitions, i => i.Name, i => TypesXml.Write(i), i => i.Name);
        var imports = merge.Parts(common.Imports, mine.Imports, theirs.Imports, i => i.Namespace + " " + i.Name, DmnWriter.Write, i => i.Name);
        var head = merge.One(Bare(common), Bare(mine), Bare(theirs), m => DmnWriter.Write(m), common.Name);
        var drawing = new Merge(withTheirs);
        return new MergedModel(
            head with
            {
                Elements = elements,
                ItemDefinitions = types,
                Imports = imports,
                Artifacts = drawing.Parts(common.Artifacts, mine.Artifacts, theirs.Artifacts, a => a.Xml, a => XmlWriting.Parsed(a), a => a.Xml),
                Diagrams = drawing.One(common.Diagrams, mine.Diagrams, theirs.Diagrams, d => d?.Xml ?? string.Empty, string.Empty),
                Prefixes = theirs.Prefixes.Concat(mine.Prefixes).GroupBy(p => p.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal),
            },
            [.. merge.Conflicts],
            [.. merge.Taken]);
    }

    // An element keeps its kind with its key: a decision that became a function is another element.
    private static string Key(DrgElement element) => element.GetType().Name + " " + (element.Id ?? element.Name);

    private static DecisionModel Bare(DecisionModel model) => model with
    {
        Elements = [], ItemDefinitions = [], Imports = [], Artifacts = [], Diagrams = null, Prefixes = ImmutableDictionary<string, string>.Empty,
    };
}

/// <summary>What became of merging two states of a model.</summary>
/// <param name="Model">The merged model.</param>
/// <param name="Conflicts">Names of what both changed, each otherwise; empty when nothing of either was given up.</param>
/// <param name="Taken">Names of what only the other one changed, added or removed.</param>
public sealed record MergedModel(DecisionModel Model, ImmutableArray<string> Conflicts, ImmutableArray<string> Taken);

/// <summary>One merging: chooses part by part and remembers what was chosen.</summary>
/// <param name="withTheirs">Whose state counts where both changed the same.</param>
internal sealed class Merge(bool withTheirs)
{
    public List<string> Conflicts { get; } = [];

    public List<string> Taken { get; } = [];

    /// <summary>The parts of both in my order, then those that only they added.</summary>
    public IReadOnlyList<T> Parts<T>(IReadOnlyList<T> common, IReadOnlyList<T> mine, IReadOnlyList<T> theirs, Func<T, string> key, Func<T, XElement> write, Func<T, string> name)
        where T : class
    {
        var (before, now, other) = (ByKey(common, key), ByKey(mine, key), ByKey(theirs, key));
        string Text(T? part) => part is null ? string.Empty : write(part).ToString(SaveOptions.DisableFormatting);
        return
        [
            .. mine.Concat(theirs).Select(key).Distinct(StringComparer.Ordinal)
                .Select(k => One(before.GetValueOrDefault(k), now.GetValueOrDefault(k), other.GetValueOrDefault(k), Text, name(now.GetValueOrDefault(k) ?? other[k])))
                .OfType<T>(),
        ];
    }

    /// <summary>One part; null stands for a part that is not there.</summary>
    public T One<T>(T common, T mine, T theirs, Func<T, string> text, string name)
    {
        var (before, now, other) = (text(common), text(mine), text(theirs));
        if (now == other || other == before)
        {
            return mine;
        }

        if (now == before)
        {
            Taken.Add(name);
            return theirs;
        }

        Conflicts.Add(name);
        return withTheirs ? theirs : mine;
    }

    private static Dictionary<string, T> ByKey<T>(IReadOnlyList<T> parts, Func<T, string> key) =>
        parts.GroupBy(key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
}
