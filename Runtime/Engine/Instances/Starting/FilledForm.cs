using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Runtime.Forms;

namespace Platform.Runtime.Instances.Starting;

/// <summary>A form that somebody handed in: when the matter was started, or with a task.</summary>
/// <param name="Title">What was done: the title of the form at the start, the name of the step later.</param>
/// <param name="Who">Who handed it in; null for the platform.</param>
/// <param name="At">When.</param>
/// <param name="Form">The form.</param>
/// <param name="Values">What was entered, by key of the field; masked where the form says so and the reader does not handle the matter.</param>
public sealed record FilledForm(string Title, string? Who, DateTimeOffset At, FormSpec Form, ImmutableDictionary<string, FeelValue> Values);
