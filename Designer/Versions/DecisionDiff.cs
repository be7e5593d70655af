using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;
using Platform.Designer.Tables;

namespace Platform.Designer.Versions;

/// <summary>
/// Compares two states of a decision file: tables cell by cell, other logic expression by expression, and the inputs and types around them. Pure.
/// What it has no words for, such as drawings, it reports as a change of the file.
/// </summary>
public static class DecisionDiff
{
    /// <summary>What is not the same.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="before">Older DMN file.</param>
    /// <param name="after">Newer DMN file.</param>
    /// <param name="lists">Lists whose words stand in cells; null for none.</param>
    /// <returns>
    /// Changes of kind <c>decision</c>, <c>function</c>, <c>inputData</c>, <c>type</c> or <c>service</c>; at last one of kind <c>file</c> when something
    /// else differs. Null when a file cannot be read.
    /// </returns>
    public static IReadOnlyList<ElementChange>? Compare(string file, byte[] before, byte[] after, IReadOnlyList<PickList>? lists = null)
    {
        if (Read(before) is not { } old || Read(after) is not { } now)
        {
            return null;
        }

        var changes = Pairs(old.Elements, now.Elements).Select(pair => Element(pair.Old, pair.New, old, now, lists ?? []))
            .Concat(Pairs(old.ItemDefinitions, now.ItemDefinitions).Select(pair => Type(pair.Old, pair.New))).OfType<ElementChange>().ToList();
        if (changes.Count == 0 && DmnWriter.Write(old) != DmnWriter.Write(now))
        {
            changes.Add(new ElementChange { ElementId = file, ElementKind = "file", Title = file, Kind = ChangeKind.Changed, Parts = [new PartChange("around", "", "")] });
        }

        return changes;
    }

    private static DecisionModel? Read(byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        return DmnReader.Read(stream).Model;
    }

    /// <summary>The same elements of both, by id and then by name: the newer ones in order, then those that went.</summary>
    private static IEnumerable<(T? Old, T? New)> Pairs<T>(IReadOnlyList<T> before, IReadOnlyList<T> after)
        where T : DmnNamedElement
    {
        var free = before.ToList();
        var found = new T?[after.Count];
        foreach (var key in new Func<T, string?>[] { element => element.Id, element => element.Name })
        {
            for (var i = 0; i < found.Length; i++)
            {
                if (found[i] is null && key(after[i]) is { } wanted && free.Find(old => old.GetType() == after[i].GetType() && key(old) == wanted) is { } same)
                {
                    found[i] = same;
                    free.Remove(same);
                }
            }
        }

        return [.. found.Zip(after, (old, now) => (old, (T?)now)), .. free.Select(old => ((T?)old, default(T)))];
    }

    private static ElementChange? Element(DrgElement? was, DrgElement? now, DecisionModel old, DecisionModel model, IReadOnlyList<PickList> lists)
    {
        var any = now ?? was!;
        var change = new ElementChange
        {
            ElementId = any.Id ?? any.Name,
            ElementKind = any switch { Decision => "decision", BusinessKnowledgeModel => "function", InputData => "inputData", DecisionService => "service", _ => "source" },
            Title = Title(any),
            Kind = was is null ? ChangeKind.Added : now is null ? ChangeKind.Removed : ChangeKind.Changed,
        };
        if (was is null || now is null)
        {
            return change;
        }

        var table = was is Decision { Logic: DecisionTable before } && now is Decision { Logic: DecisionTable after } && before != after
            ? TableDiff.Of((before, TableReview.TypedColumns(old, before, lists)), (after, TableReview.TypedColumns(model, after, lists)))
            : null;
        var inner = InnerTables((Logic(was), old), (Logic(now), model), lists).ToList();
        var parts = Parts(was, now, old, model).Where(part => inner.All(found => part.Name != "logic:" + found.Path)).ToList();
        inner.RemoveAll(found => found.Diff.IsEmpty);
        return parts.Count == 0 && inner.Count == 0 && table is null or { IsEmpty: true } ? null : change with { Parts = parts, Table = table is { IsEmpty: true } ? null : table, InnerTables = inner };
    }

    private static IEnumerable<InnerTable> InnerTables((BoxedExpression? Logic, DecisionModel Model) before, (BoxedExpression? Logic, DecisionModel Model) after, IReadOnlyList<PickList> lists)
    {
        var old = LogicParts.Tables(before.Logic);
        return LogicParts.Tables(after.Logic).Where(now => old.ContainsKey(now.Key) && old[now.Key] != now.Value).Select(now => new InnerTable(
            now.Key, TableDiff.Of((old[now.Key], TableReview.TypedColumns(before.Model, old[now.Key], lists)), (now.Value, TableReview.TypedColumns(after.Model, now.Value, lists)))));
    }

    private static BoxedExpression? Logic(DrgElement element) => element switch { Decision decision => decision.Logic, BusinessKnowledgeModel function => function.Logic, _ => null };

    private static IEnumerable<PartChange> Parts(DrgElement was, DrgElement now, DecisionModel old, DecisionModel model)
    {
        var (before, after) = (Settings(was, old), Settings(now, model));
        return before.Keys.Union(after.Keys, StringComparer.Ordinal).Select(name => new PartChange(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name))).Where(part => part.Before != part.After);
    }

    private static Dictionary<string, string> Settings(DrgElement element, DecisionModel model)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = Title(element) };
        Set(settings, "documentation", element.Description);
        Set(settings, "resultType", element.Variable?.TypeRef);
        var (logic, needs) = element switch
        {
            Decision decision => (decision.Logic, decision.InformationRequirements.Concat(decision.KnowledgeRequirements)),
            BusinessKnowledgeModel function => (function.Logic, function.KnowledgeRequirements),
            _ => (null, []),
        };
        Set(settings, "question", (element as Decision)?.Question);
        Set(settings, "needs", string.Join('、', needs.Select(need => Required(need, model)).Order(StringComparer.Ordinal)));
        Set(settings, "logicForm", logic is null ? null : Form(logic));
        foreach (var (path, text) in LogicParts.Of(logic))
        {
            settings["logic:" + path] = text;
        }

        return settings;
    }

    private static ElementChange? Type(ItemDefinition? was, ItemDefinition? now)
    {
        var any = now ?? was!;
        var change = new ElementChange { ElementId = "type " + any.Name, ElementKind = "type", Title = any.Label ?? any.Name, Kind = was is null ? ChangeKind.Added : now is null ? ChangeKind.Removed : ChangeKind.Changed };
        return was is null || now is null ? change : Said(was) == Said(now) ? null : change with { Parts = [new PartChange("allowed", Said(was), Said(now))] };
    }

    private static string Said(ItemDefinition type) => type.Components.Count > 0
        ? $"{{{string.Join(", ", type.Components.Select(part => $"{part.Name}: {Said(part)}"))}}}"
        : string.Join(" ", new[] { type.IsCollection ? "list" : null, type.TypeRef, type.AllowedValues?.Text, type.TypeConstraint?.Text }.OfType<string>());

    private static string Form(BoxedExpression logic) => logic.GetType().Name;

    private static string Required(Requirement need, DecisionModel model)
    {
        var id = need.Href[(need.Href.IndexOf('#', StringComparison.Ordinal) + 1)..];
        return model.Elements.FirstOrDefault(element => element.Id == id) is { } element ? Title(element) : need.Href;
    }

    private static string Title(DrgElement element) => element.Label is { Length: > 0 } label ? label : element.Name;

    private static void Set(Dictionary<string, string> settings, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            settings[name] = value;
        }
    }
}
