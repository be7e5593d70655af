using System.Collections.Immutable;
using Platform.Decisions.Dmn.Model;

namespace Platform.Designer.Deciding.Boxes;

/// <summary>
/// The boxes of a logic as a tree. A box is found by its place: for each box around it, the number of the child that leads to it; an empty place is
/// the whole logic. What a change does not touch stays the same object, with everything that other programs added to it.
/// </summary>
public static class BoxTree
{
    /// <summary>The boxes directly inside a box, in the order in which they are shown; null stands for an empty one.</summary>
    /// <param name="box">The box; null has none.</param>
    public static IReadOnlyList<BoxedExpression?> Children(BoxedExpression? box) => box switch
    {
        ContextExpression context => [.. context.Entries.Select(entry => entry.Value)],
        ListExpression list => [.. list.Items],
        RelationExpression relation => [.. relation.Rows.SelectMany(row => row.Cells)],
        FunctionDefinition function => [function.Body],
        InvocationExpression call => [call.Callee, .. call.Bindings.Select(binding => binding.Value)],
        ConditionalExpression choice => [choice.If.Value, choice.Then.Value, choice.Else.Value],
        IteratorExpression iterator => [iterator.In.Value, iterator.Body.Value],
        FilterExpression filter => [filter.In.Value, filter.Match.Value],
        _ => [],
    };

    /// <summary>Every box of a logic, itself included, the outer before the inner ones.</summary>
    /// <param name="logic">The logic; null has none.</param>
    public static IEnumerable<BoxedExpression> All(BoxedExpression? logic) =>
        logic is null ? [] : Children(logic).SelectMany(All).Prepend(logic);

    /// <summary>The box at a place; null for an empty one, and for a place that is not there any more.</summary>
    /// <param name="logic">The logic.</param>
    /// <param name="place">The place.</param>
    public static BoxedExpression? At(BoxedExpression? logic, ImmutableArray<int> place)
    {
        BoxedExpression? box = logic;
        foreach (int step in place)
        {
            box = Children(box) is var children && step < children.Count ? children[step] : null;
        }

        return box;
    }

    /// <summary>The logic with another box at a place; a place that is not there any more changes nothing.</summary>
    /// <param name="logic">The logic.</param>
    /// <param name="place">The place.</param>
    /// <param name="box">The box; null empties the place.</param>
    public static BoxedExpression? With(BoxedExpression? logic, ImmutableArray<int> place, BoxedExpression? box)
    {
        if (place.IsEmpty)
        {
            return box;
        }

        IReadOnlyList<BoxedExpression?> children = Children(logic);
        int step = place[0];
        return logic is null || step >= children.Count ? logic : WithChild(logic, step, With(children[step], place.RemoveAt(0), box));
    }

    private static BoxedExpression WithChild(BoxedExpression box, int step, BoxedExpression? child) => box switch
    {
        ContextExpression context => context with { Entries = Replaced(context.Entries, step, context.Entries[step] with { Value = child }) },
        ListExpression list => list with { Items = Replaced(list.Items, step, child ?? new LiteralExpression()) },
        RelationExpression relation => WithCell(relation, step, child ?? new LiteralExpression()),
        FunctionDefinition function => function with { Body = child },
        InvocationExpression call => step == 0
            ? call with { Callee = child }
            : call with { Bindings = Replaced(call.Bindings, step - 1, call.Bindings[step - 1] with { Value = child }) },
        ConditionalExpression choice => step switch
        {
            0 => choice with { If = choice.If with { Value = child } },
            1 => choice with { Then = choice.Then with { Value = child } },
            _ => choice with { Else = choice.Else with { Value = child } },
        },
        IteratorExpression iterator => step == 0 ? iterator with { In = iterator.In with { Value = child } } : iterator with { Body = iterator.Body with { Value = child } },
        FilterExpression filter => step == 0 ? filter with { In = filter.In with { Value = child } } : filter with { Match = filter.Match with { Value = child } },
        _ => throw new InvalidOperationException($"Expected a box with boxes inside, but it is {box.GetType().Name}."),
    };

    private static RelationExpression WithCell(RelationExpression relation, int step, BoxedExpression cell)
    {
        int before = 0;
        for (int row = 0; row < relation.Rows.Count; row++)
        {
            IReadOnlyList<BoxedExpression> cells = relation.Rows[row].Cells;
            if (step < before + cells.Count)
            {
                return relation with { Rows = Replaced(relation.Rows, row, relation.Rows[row] with { Cells = Replaced(cells, step - before, cell) }) };
            }

            before += cells.Count;
        }

        return relation;
    }

    private static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T> items, int index, T item) => [.. items.Select((old, i) => i == index ? item : old)];
}
