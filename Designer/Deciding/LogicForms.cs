using Platform.Decisions.Dmn.Model;
using Platform.Designer.Tables;

namespace Platform.Designer.Deciding;

/// <summary>The ways in which logic can be written that people choose from, and from one to another.</summary>
public static class LogicForms
{
    /// <summary>What can be chosen for a whole decision.</summary>
    public static IReadOnlyList<LogicForm> ForDecisions { get; } =
        [LogicForm.Table, LogicForm.Expression, LogicForm.Steps, LogicForm.Choice, LogicForm.List, LogicForm.Relation, LogicForm.Iteration, LogicForm.Filter, LogicForm.Call];

    /// <summary>What can be chosen for a box inside another.</summary>
    public static IReadOnlyList<LogicForm> ForBoxes { get; } =
    [
        LogicForm.Expression, LogicForm.Table, LogicForm.Steps, LogicForm.Choice, LogicForm.List, LogicForm.Relation, LogicForm.Iteration, LogicForm.Filter, LogicForm.Call, LogicForm.Function,
    ];

    /// <summary>How a box is written.</summary>
    /// <param name="box">The box; null for an empty one.</param>
    public static LogicForm Of(BoxedExpression? box) => box switch
    {
        null or LiteralExpression => LogicForm.Expression,
        DecisionTable => LogicForm.Table,
        ContextExpression => LogicForm.Steps,
        ListExpression => LogicForm.List,
        RelationExpression => LogicForm.Relation,
        FunctionDefinition => LogicForm.Function,
        InvocationExpression => LogicForm.Call,
        ConditionalExpression => LogicForm.Choice,
        IteratorExpression => LogicForm.Iteration,
        FilterExpression => LogicForm.Filter,
        _ => throw new ArgumentOutOfRangeException(nameof(box), box, "Expected a box of DMN, but it is none."),
    };

    /// <summary>
    /// A box written otherwise. What was there goes on inside: as the result of the steps, the first item, the list to choose from, the otherwise
    /// of the choice, the body of the function; in the cells of a table or of data there is room for an expression only.
    /// </summary>
    /// <param name="box">The box; null for an empty one.</param>
    /// <param name="form">The way.</param>
    /// <param name="newTable">Makes an empty table.</param>
    public static BoxedExpression? Written(BoxedExpression? box, LogicForm form, Func<DecisionTable> newTable)
    {
        ArgumentNullException.ThrowIfNull(newTable);
        return Of(box) == form ? box : form switch
        {
            LogicForm.Expression => First(box) ?? new LiteralExpression(),
            LogicForm.Table => WithConclusion(newTable(), First(box)?.Text),
            LogicForm.Steps => new ContextExpression { Entries = [new ContextEntry { Value = Kept(box) }] },
            LogicForm.List => new ListExpression { Items = [Kept(box)] },
            LogicForm.Relation => new RelationExpression { Columns = [new InformationItem { Name = "值" }], Rows = [new RelationRow { Cells = [First(box) ?? new LiteralExpression()] }] },
            LogicForm.Choice => new ConditionalExpression { If = Child(null), Then = Child(null), Else = Child(box) },
            LogicForm.Iteration => new IteratorExpression { Kind = IteratorKind.For, Variable = "项", In = Child(box), Body = Child(null) },
            LogicForm.Filter => new FilterExpression { In = Child(box), Match = Child(null) },
            LogicForm.Call => new InvocationExpression { Callee = First(box) ?? new LiteralExpression() },
            LogicForm.Function => new FunctionDefinition { Body = Kept(box) },
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Expected a way of writing, but it is none."),
        };
    }

    /// <summary>New logic for a decision or function.</summary>
    /// <param name="form">The way.</param>
    /// <param name="key">Id of the decision.</param>
    /// <param name="headings">Headings of a new table: condition, conclusion, remark.</param>
    public static BoxedExpression New(LogicForm form, string key, (string Input, string Output, string Basis) headings) =>
        form == LogicForm.Expression ? new LiteralExpression() : Written(null, form, () => DecisionSession.NewTable(key, headings.Input, headings.Output, headings.Basis))!;

    private static BoxedExpression Kept(BoxedExpression? box) => box ?? new LiteralExpression();

    private static ChildExpression Child(BoxedExpression? box) => new() { Value = Kept(box) };

    // Its first rule accepts anything, so it concludes what the expression gave.
    private static DecisionTable WithConclusion(DecisionTable table, string? text) =>
        string.IsNullOrWhiteSpace(text) ? table : table.WithCells([(new CellPlace(0, table.Inputs.Count), text)]);

    private static LiteralExpression? First(BoxedExpression? box) => box switch
    {
        LiteralExpression literal => literal,
        ContextExpression { Entries: [.., { Variable: null, Value: var result }] } => First(result),
        ListExpression { Items: [var item] } => First(item),
        RelationExpression { Rows: [{ Cells: [var cell] }] } => First(cell),
        ConditionalExpression choice => First(choice.Else.Value),
        IteratorExpression iterator => First(iterator.In.Value),
        FilterExpression filter => First(filter.In.Value),
        FunctionDefinition function => First(function.Body),
        InvocationExpression call => First(call.Callee),
        DecisionTable { Rules: [{ Outputs: [var output] }] } => output,
        _ => null,
    };
}

/// <summary>How logic is written.</summary>
public enum LogicForm
{
    /// <summary>A decision table.</summary>
    Table,

    /// <summary>One expression.</summary>
    Expression,

    /// <summary>Named steps and a result.</summary>
    Steps,

    /// <summary>If, then, otherwise.</summary>
    Choice,

    /// <summary>A list.</summary>
    List,

    /// <summary>A table of data.</summary>
    Relation,

    /// <summary>A function.</summary>
    Function,

    /// <summary>A call of a function.</summary>
    Call,

    /// <summary>Item by item.</summary>
    Iteration,

    /// <summary>The items that fit.</summary>
    Filter,
}
