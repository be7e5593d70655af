using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>BPMN 2.0.2 §8.4.6–8.4.7 Expression and FormalExpression: text as the file has it; the graph compiler parses it.</summary>
public sealed record Expression : BaseElement
{
    /// <summary>The text exactly as written, white space included; may be empty.</summary>
    public required string Text { get; init; }

    /// <summary>URI of the expression language; null means that of the definitions, and FEEL when they name none.</summary>
    public string? Language { get; init; }

    /// <summary>True for a FormalExpression (xsi:type="tFormalExpression"), false for a natural-language Expression.</summary>
    public bool IsFormal { get; init; }

    /// <summary>Type the expression evaluates to, as a QName; null when not stated.</summary>
    public string? EvaluatesToTypeRef { get; init; }

    /// <summary>Text and markup exactly as written when the text holds markup; otherwise empty.</summary>
    public ImmutableArray<ExtensionContent> Content { get; init; } = [];

    /// <summary>A formal expression in the default language.</summary>
    /// <param name="text">The expression.</param>
    public static Expression Formal(string text) => new() { Text = text, IsFormal = true };
}
