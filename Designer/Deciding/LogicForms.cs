using Platform.Decisions.Dmn.Model;

namespace Platform.Designer.Deciding;

/// <summary>The ways in which logic can be written that people choose from, and from one to another.</summary>
public static class LogicForms
{
    /// <summary>What can be chosen for a whole decision.</summary>
    public static IReadOnlyList<LogicForm> ForDecisions { get; } = [LogicForm.Table, LogicForm.Expression, LogicForm.Steps, LogicForm.Choice, LogicForm.List];

    /// <summary>What can be chosen for a box inside another.</summary>
    public static IReadOnlyList<LogicForm> ForBoxes { get; } = [LogicForm.Expression, LogicForm.Steps, LogicForm.Choice, LogicForm.List];

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

    /// <summary>A box written otherwise. What was there goes on as the result of the steps, the first item of the list or the otherwise of the choice.</summary>
    /// <param name="box">The box; null for an empty one.</param>
    /// <param name="form">One of <see cref="ForBoxes"/>; another one leaves the box as it is.</param>
    public static BoxedExpression? Written(BoxedExpression? box, LogicForm form)
    {
        if (Of(box) == form)
        {
            return box;
        }

        LiteralExpression empty = new();
        return form switch
        {
            LogicForm.Expression => First(box) ?? empty,
            LogicForm.Steps => new ContextExpression { Entries = [new ContextEntry { Value = box ?? empty }] },
            LogicForm.List => new ListExpression { Items = [box ?? empty] },
            LogicForm.Choice => new ConditionalExpression { If = new ChildExpression { Value = empty }, Then = new ChildExpression { Value = empty }, Else = new ChildExpression { Value = box ?? empty } },
            _ => box,
        };
    }

    /// <summary>New logic for a decision.</summary>
    /// <param name="form">One of <see cref="ForDecisions"/>.</param>
    /// <param name="key">Id of the decision.</param>
    /// <param name="headings">Headings of a new table: condition, conclusion, remark.</param>
    public static BoxedExpression New(LogicForm form, string key, (string Input, string Output, string Basis) headings) =>
        form == LogicForm.Table ? DecisionSession.NewTable(key, headings.Input, headings.Output, headings.Basis) : Written(null, form) ?? new LiteralExpression();

    private static LiteralExpression? First(BoxedExpression? box) => box switch
    {
        LiteralExpression literal => literal,
        ContextExpression { Entries: [.., { Variable: null, Value: var result }] } => First(result),
        ListExpression { Items: [var item] } => First(item),
        ConditionalExpression choice => First(choice.Else.Value),
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
