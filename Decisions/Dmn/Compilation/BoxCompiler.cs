using Platform.Decisions.Dmn.Boxes;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Dmn.Xml;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Compilation;

/// <summary>Makes boxes that can be evaluated out of those of the model. What cannot be evaluated becomes a box that says so.</summary>
internal sealed class BoxCompiler(ModelUnit unit, CompileIssues issues)
{
    internal CompileIssues Issues => issues;

    internal TypeTable Types => unit.Types;

    /// <summary>Every table that was compiled, in order.</summary>
    internal List<TableSource> Tables { get; } = [];

    /// <summary>Compiles a box.</summary>
    /// <param name="box">The box; null gives an empty one.</param>
    /// <param name="names">The names that it sees.</param>
    /// <param name="where">What warnings call it.</param>
    internal BoxNode Compile(BoxedExpression? box, NameScope names, string where)
    {
        switch (box)
        {
            case null: return new EmptyBox(where);
            case LiteralExpression literal: return CompileLiteral(literal, names, where);
            case ContextExpression context: return CompileContext(context, names, where);
            case ListExpression list: return new ListBox(where, Type(list), [.. list.Items.Select(i => Compile(i, names, where))]);
            case RelationExpression relation: return CompileRelation(relation, names, where);
            case FunctionDefinition function: return CompileFunction(function, names, where);
            case InvocationExpression invocation: return CompileInvocation(invocation, names, where);
            case ConditionalExpression e:
                return new ConditionalBox(where, Type(e), Compile(e.If, names, where), Compile(e.Then, names, where), Compile(e.Else, names, where));
            case IteratorExpression iterator: return CompileIterator(iterator, names, where);
            case FilterExpression filter: return CompileFilter(filter, names, where);
            case DecisionTable table: return new TableCompiler(this).Compile(table, names, where);
            default: throw new InvalidOperationException($"Expected a known boxed expression, but got {box.GetType().Name}.");
        }
    }

    internal BoxNode CompileLiteral(LiteralExpression literal, NameScope names, string where, FeelType? type = null)
    {
        type ??= Type(literal);
        if (string.IsNullOrWhiteSpace(literal.Text))
        {
            return new EmptyBox(where);
        }

        if (!DmnNames.IsFeel(literal.ExpressionLanguage ?? unit.Model.ExpressionLanguage))
        {
            issues.Error(literal, "dmn.not-feel", $"「{where}」使用了 FEEL 以外的表达式语言，不能计算", $"'{where}' uses a language other than FEEL");
            return new RefusedBox(where, "dmn.not-feel", "表达式语言不是 FEEL，不能计算", "the expression language is not FEEL");
        }

        var parsed = FeelExpression.Parse(literal.Text, Options(names));
        if (parsed.Expression is { } expression)
        {
            return expression.Constant is { } constant ? new ConstantBox(where, type, constant) : new LiteralBox(where, type, expression);
        }

        issues.BadExpression(literal, where, literal.Text, parsed.Errors);
        return new RefusedBox(where, "dmn.bad-expression", $"表达式“{CompileIssues.Shorten(literal.Text)}”有误", $"expression '{CompileIssues.Shorten(literal.Text)}' is wrong");
    }

    internal FunctionBox CompileFunction(FunctionDefinition function, NameScope names, string where)
    {
        var inner = names.Child();
        var parameters = new List<FeelParameter>();
        foreach (var parameter in function.Parameters)
        {
            var type = Types.Find(parameter.TypeRef, parameter);
            inner.Add(parameter.Name, type);
            parameters.Add(new FeelParameter(parameter.Name, type ?? FeelType.Any));
        }

        if (function.Kind == FunctionKind.Feel)
        {
            return new FunctionBox(where, Type(function), parameters, Compile(function.Body, inner, where));
        }

        issues.Warning(function, "dmn.external-function", $"「{where}」调用外部（{function.Kind}）函数，本平台不执行", $"'{where}' is an external ({function.Kind}) function, which is not run");
        return new FunctionBox(where, null, parameters, new RefusedBox(where, "dmn.external-function", "外部函数不予执行", "external functions are not run"));
    }

    internal FeelParseOptions Options(NameScope names) => new() { Names = names.All(), Types = Types.Find };

    private FeelType? Type(BoxedExpression box) => Types.Find(box.TypeRef, box);

    private BoxNode Compile(ChildExpression child, NameScope names, string where)
    {
        var box = Compile(child.Value, names, where);
        return Types.Find(child.TypeRef, child) is { } type ? new TypedBox(where, type, box) : box;
    }

    private ContextBox CompileContext(ContextExpression context, NameScope names, string where)
    {
        var inner = names.Child();
        var entries = new List<ContextBoxEntry>();
        foreach (var entry in context.Entries)
        {
            if (entry.Variable is not { } variable)
            {
                entries.Add(new ContextBoxEntry(null, null, Compile(entry.Value, inner, where)));
                continue;
            }

            var type = Types.Find(variable.TypeRef, variable);
            entries.Add(new ContextBoxEntry(variable.Name, type, Compile(entry.Value, inner, variable.Name)));
            inner.Add(variable.Name, type);
            if (type is null)
            {
                MemberNames.Announce(entry.Value, inner);
            }
        }

        return new ContextBox(where, Type(context), entries);
    }

    private RelationBox CompileRelation(RelationExpression relation, NameScope names, string where) => new(
        where,
        Type(relation),
        [.. relation.Columns.Select(c => (c.Name, Types.Find(c.TypeRef, c)))],
        [.. relation.Rows.Select(r => (IReadOnlyList<BoxNode>)[.. r.Cells.Select(c => Compile(c, names, where))])]);

    private InvocationBox CompileInvocation(InvocationExpression invocation, NameScope names, string where) => new(
        where,
        Type(invocation),
        Compile(invocation.Callee, names, where),
        [.. invocation.Bindings.Select(b => (b.Parameter.Name, Types.Find(b.Parameter.TypeRef, b.Parameter), Compile(b.Value, names, where)))]);

    private BoxNode CompileIterator(IteratorExpression iterator, NameScope names, string where)
    {
        var list = CompileRange(iterator.In, names, where) ?? Compile(iterator.In, names, where);
        var inner = names.Child();
        inner.Add(iterator.Variable, null);
        if (iterator.Kind == IteratorKind.For)
        {
            inner.Add("partial", null);
        }

        var body = Compile(iterator.Body, inner, where);
        return iterator.Kind == IteratorKind.For
            ? new ForBox(where, Type(iterator), iterator.Variable, list, body)
            : new QuantifiedBox(where, Type(iterator), iterator.Kind == IteratorKind.Some, iterator.Variable, list, body);
    }

    // As after FEEL's "for x in", the list may be written 1..5, which is no expression by itself.
    private LiteralBox? CompileRange(ChildExpression list, NameScope names, string where)
    {
        if (list is not { TypeRef: null, Value: LiteralExpression { TypeRef: null, Text: { } text } literal } || !text.Contains("..", StringComparison.Ordinal)
            || !DmnNames.IsFeel(literal.ExpressionLanguage ?? unit.Model.ExpressionLanguage) || FeelExpression.Parse(text, Options(names)).IsValid)
        {
            return null;
        }

        return FeelExpression.Parse($"for item in {text} return item", Options(names)).Expression is { } range ? new LiteralBox(where, null, range) : null;
    }

    private FilterBox CompileFilter(FilterExpression filter, NameScope names, string where)
    {
        var inner = names.Child();
        inner.Add("item", null);
        return new FilterBox(where, Type(filter), Compile(filter.In, names, where), Compile(filter.Match, inner, where));
    }
}
