using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>bpmn:documentation, bpmn:script and expressions: elements with mixed content.</summary>
internal static class DocumentationXml
{
    public static Documentation Read(ElementReader r)
    {
        var (text, content) = r.Mixed();
        return r.Complete(new Documentation { TextFormat = r.Text("textFormat", "text/plain"), Text = text, Content = content });
    }

    public static void Write(ElementWriter w, Documentation documentation)
    {
        w.Start("documentation", documentation);
        w.Text("textFormat", documentation.TextFormat, "text/plain", documentation);
        w.Body(documentation);
        w.Mixed(documentation.Text, documentation.Content);
        w.End(documentation);
    }

    public static Script ReadScript(ElementReader r)
    {
        var (text, content) = r.Mixed();
        return r.Complete(new Script { Text = text, Content = content });
    }

    public static void Write(ElementWriter w, Script script)
    {
        w.Start("script", script);
        w.Body(script);
        w.Mixed(script.Text, script.Content);
        w.End(script);
    }

    public static Expression ReadExpression(ElementReader r)
    {
        // Documentation and extension elements are taken first, so that the rest is the expression.
        var expression = r.Documented(new Expression
        {
            Text = "",
            IsFormal = r.TakeType("tFormalExpression") || r.LocalName == "formalExpression",
            Language = r.Text("language"),
            EvaluatesToTypeRef = r.Text("evaluatesToTypeRef"),
        }, out var rest);
        return expression with { Text = rest.Text, Content = rest.Content };
    }

    public static void Write(ElementWriter w, Expression expression, string name)
    {
        w.Start(name, expression);
        w.Text("language", expression.Language);
        w.Text("evaluatesToTypeRef", expression.EvaluatesToTypeRef);
        if (expression.IsFormal && name != "formalExpression")
        {
            w.Type("tFormalExpression");
        }

        w.Body(expression);
        w.Mixed(expression.Text, expression.Content);
        w.End(expression);
    }

    /// <summary>An expression under its own name, where the schema allows either kind.</summary>
    public static void Write(ElementWriter w, Expression expression) => Write(w, expression, expression.IsFormal ? "formalExpression" : "expression");
}
