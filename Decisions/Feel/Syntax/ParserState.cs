namespace Platform.Decisions.Feel;

/// <summary>The readers of one text and what they share.</summary>
internal sealed class ParserState
{
    /// <summary>Deepest nesting of brackets and operators in one text.</summary>
    public const int DeepestNesting = 200;

    public ParserState(string text, FeelParseOptions options)
    {
        Cursor = new Cursor(text);
        Names = new NameTable(Cursor, options.Index);
        Expressions = new ExpressionParser(this);
        Operands = new OperandParser(this);
        Boxes = new BoxParser(this);
        Types = new TypeParser(this, options.Types);
        Tests = new TestParser(this);
    }

    public Cursor Cursor { get; }

    public NameTable Names { get; }

    public ExpressionParser Expressions { get; }

    public OperandParser Operands { get; }

    public BoxParser Boxes { get; }

    public TypeParser Types { get; }

    public TestParser Tests { get; }

    public int Depth { get; private set; }

    /// <summary>Enters one level of nesting; fails the text when there are too many. Always needs <see cref="Leave"/>.</summary>
    public bool Enter()
    {
        Depth++;
        if (Depth <= DeepestNesting && System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return true;
        }
        Cursor.FailHere(FeelMessage.Syntax("嵌套过深。", "Nested too deeply."));
        return false;
    }

    public void Leave() => Depth--;

    /// <summary>What stands in for an expression that could not be read; never evaluated.</summary>
    public Node Nothing() => new ConstantNode(Cursor.Position, 0, FeelNull.Instance);
}
