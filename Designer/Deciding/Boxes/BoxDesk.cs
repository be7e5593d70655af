using System.Collections.Immutable;
using Platform.Decisions.Dmn.Model;
using Platform.Designer.Tables;

namespace Platform.Designer.Deciding.Boxes;

/// <summary>What all boxes of one decision or function share: the work, what is known around it, and where changes go.</summary>
public sealed class BoxDesk
{
    /// <summary>The work.</summary>
    public required DecisionSession Session { get; init; }

    /// <summary>What is known around it.</summary>
    public required TableAids Aids { get; init; }

    /// <summary>Headings of a new table: condition, conclusion, remark.</summary>
    public required (string Input, string Output, string Basis) Headings { get; init; }

    /// <summary>Called after every change.</summary>
    public required Func<Task> Changed { get; init; }

    /// <summary>Called with a table inside other boxes, and whether its cells are sound, after every look at it.</summary>
    public required Action<ImmutableArray<int>, bool> Judged { get; init; }

    /// <summary>Functions of the file that can be called, by name.</summary>
    public IReadOnlyDictionary<string, FunctionDefinition> Functions => Session.Current.Elements.OfType<BusinessKnowledgeModel>()
        .Where(function => function.Logic is not null && !ReferenceEquals(function, Session.Element)).DistinctBy(function => function.Name).ToDictionary(function => function.Name, function => function.Logic!);

    /// <summary>The box at a place, as it stands.</summary>
    /// <param name="place">The place.</param>
    public BoxedExpression? At(ImmutableArray<int> place) => BoxTree.At(Session.Logic, place);

    /// <summary>Puts another box at a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="box">The box; null empties the place, but never the whole logic.</param>
    public Task WriteAsync(ImmutableArray<int> place, BoxedExpression? box)
    {
        if (ReferenceEquals(box, At(place)) || BoxTree.With(Session.Logic, place, box) is not { } logic)
        {
            return Task.CompletedTask;
        }

        Session.Change(logic);
        return Changed();
    }

    /// <summary>Writes the box at a place in another way; what was there goes on in it as far as it can.</summary>
    /// <param name="place">The place.</param>
    /// <param name="form">The way.</param>
    public Task RewriteAsync(ImmutableArray<int> place, LogicForm form) => WriteAsync(place, LogicForms.Written(At(place), form, NewTable));

    private DecisionTable NewTable()
    {
        HashSet<string?> used = [.. Session.Current.Elements.SelectMany(LogicsOf).SelectMany(BoxTree.All).Select(box => box.Id)];
        string key = Session.Element.Id ?? Session.Element.Name;
        string id = Enumerable.Range(1, int.MaxValue).Select(number => $"{key}-{number}").First(name => !used.Contains($"{name}-table"));
        return DecisionSession.NewTable(id, Headings.Input, Headings.Output, Headings.Basis);
    }

    private static IEnumerable<BoxedExpression?> LogicsOf(DrgElement element) => element switch
    {
        Decision decision => [decision.Logic],
        BusinessKnowledgeModel function => [function.Logic],
        _ => [],
    };
}
