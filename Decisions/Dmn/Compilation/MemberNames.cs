using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Compilation;

/// <summary>
/// Names of several words that a model gives to parts of values: entries, columns, outputs. Words in a row are no other
/// FEEL, so they may be known everywhere; names with signs are only known where a type puts them in reach.
/// </summary>
internal static class MemberNames
{
    internal static IReadOnlyCollection<string> Of(ModelUnit unit)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in unit.Model.ItemDefinitions)
        {
            Add(item, names);
        }

        foreach (var element in unit.Model.Elements)
        {
            Add(element is BusinessKnowledgeModel knowledge ? knowledge.Logic : (element as Decision)?.Logic, names);
        }

        foreach (var (_, import) in unit.Imports)
        {
            names.UnionWith(Of(import));
            foreach (var (_, node) in import.Nodes)
            {
                Add(node.Variable, names);
            }
        }

        return names;
    }

    private static void Add(string? name, HashSet<string> names)
    {
        if (name is not null && NameScope.NeedsToBeKnown(name) && FeelNames.IsPlain(name) && !name.Split(' ').Any(FeelNames.IsKeyword))
        {
            names.Add(name);
        }
    }

    private static void Add(ItemDefinition item, HashSet<string> names)
    {
        foreach (var component in item.Components)
        {
            Add(component.Name, names);
            Add(component, names);
        }
    }

    private static void Add(BoxedExpression? box, HashSet<string> names)
    {
        switch (box)
        {
            case ContextExpression context:
                foreach (var entry in context.Entries)
                {
                    Add(entry.Variable?.Name, names);
                    Add(entry.Value, names);
                }

                break;
            case RelationExpression relation:
                foreach (var column in relation.Columns)
                {
                    Add(column.Name, names);
                }

                break;
            case DecisionTable table:
                foreach (var output in table.Outputs)
                {
                    Add(output.Name, names);
                }

                break;
            case FunctionDefinition function:
                Add(function.Body, names);
                break;
            case ListExpression list:
                foreach (var item in list.Items)
                {
                    Add(item, names);
                }

                break;
            default:
                break;
        }
    }
}
