using System.Text.Json.Nodes;
using Platform.Runtime.Tasks;

namespace Platform.Host.Api;

/// <summary>A task as other systems read it.</summary>
public sealed record TaskAnswer
{
    /// <summary>The task in short.</summary>
    public required InboxItem Item { get; init; }

    /// <summary>The element in the process.</summary>
    public required string ElementId { get; init; }

    /// <summary>Whether the caller may complete it now.</summary>
    public required bool MayComplete { get; init; }

    /// <summary>Whether the caller may sign for it now.</summary>
    public required bool MayClaim { get; init; }

    /// <summary>The form's fields.</summary>
    public required IReadOnlyList<FieldAnswer> Fields { get; init; }

    /// <summary>What the form begins with.</summary>
    public required JsonObject Values { get; init; }

    /// <summary>Ways in which it may end.</summary>
    public required IReadOnlyList<OutcomeChoice> Outcomes { get; init; }

    /// <summary>Its clocks.</summary>
    public required IReadOnlyList<DeadlineView> Deadlines { get; init; }

    /// <summary>Those whose task it is or may become.</summary>
    public required IReadOnlyList<PersonView> People { get; init; }

    internal static TaskAnswer From(TaskDetail detail) => new()
    {
        Item = detail.Item,
        ElementId = detail.ElementId,
        MayComplete = detail.MayComplete,
        MayClaim = detail.MayClaim,
        Fields = [.. detail.Form.Fields.Select(field => new FieldAnswer(field.Key, field.Label, field.Type.ToString(), [.. field.Options.Select(option => option.Value)]))],
        Values = FeelJson.Write(detail.Values),
        Outcomes = detail.Outcomes,
        Deadlines = detail.Deadlines,
        People = detail.People,
    };
}

/// <summary>A field of a form.</summary>
/// <param name="Key">Name of its value.</param>
/// <param name="Label">What people read.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Options">Values to choose from; empty when it is no choice.</param>
public sealed record FieldAnswer(string Key, string Label, string Type, IReadOnlyList<string> Options);
