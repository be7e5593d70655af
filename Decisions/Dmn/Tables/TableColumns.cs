using Platform.Decisions.Dmn.Boxes;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Tables;

/// <summary>An input column, ready to be evaluated.</summary>
/// <param name="Label">Heading, or the expression's text.</param>
/// <param name="Value">What is tested.</param>
/// <param name="Allowed">The values that may come in; null when unrestricted.</param>
internal sealed record InputColumn(string Label, BoxNode Value, FeelUnaryTests? Allowed);

/// <summary>An output column, ready to be evaluated.</summary>
/// <param name="Label">Label; null when it has none.</param>
/// <param name="Name">Name; null with a single output without name.</param>
/// <param name="Allowed">The values that may come out; null when unrestricted.</param>
/// <param name="Priorities">The constants among them, highest priority first.</param>
/// <param name="Default">Value when no rule matches; null when there is none.</param>
internal sealed record OutputColumn(
    string? Label, string? Name, FeelUnaryTests? Allowed, IReadOnlyList<FeelValue> Priorities, BoxNode? Default);

/// <summary>A rule, ready to be evaluated.</summary>
/// <param name="Id">Id; null when it has none.</param>
/// <param name="Tests">One test for each input; null accepts anything.</param>
/// <param name="Texts">The tests as written.</param>
/// <param name="Outputs">One box for each output.</param>
/// <param name="Annotations">Heading and text of the annotations that are not empty.</param>
internal sealed record CompiledRule(
    string? Id, IReadOnlyList<FeelUnaryTests?> Tests, IReadOnlyList<string> Texts, IReadOnlyList<BoxNode> Outputs, IReadOnlyList<TraceAnnotation> Annotations);
