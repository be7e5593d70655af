using System.Collections.Immutable;

namespace Platform.Designer.Forms;

/// <summary>A dictionary: options that several forms and decisions share.</summary>
/// <param name="Name">Name under which fields ask for it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Options">The options in order.</param>
public sealed record SharedOptions(string Name, string Title, ImmutableArray<FormOption> Options)
{
    /// <summary>What is wrong with the options; null when they can be kept.</summary>
    public FormIssue? Fault => Options.IsEmpty ? new FormIssue(-1, "options", "NoOptions")
        : Options.Any(option => string.IsNullOrWhiteSpace(option.Value) || string.IsNullOrWhiteSpace(option.Text)) ? new FormIssue(-1, "options", "OptionEmpty")
        : Options.GroupBy(option => option.Value, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice ? new FormIssue(-1, "options", "OptionTwice", twice.Key)
        : null;
}
