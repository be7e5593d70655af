using Platform.Decisions.Feel;

namespace Platform.Runtime.Org;

/// <summary>Reads the texts in a FEEL value that names one or several people or units.</summary>
internal static class FeelTexts
{
    /// <summary>The text itself, the texts of a list, or the <c>id</c> of a context; nothing for other values.</summary>
    public static IEnumerable<string> In(FeelValue value) => value switch
    {
        FeelString text when text.Value.Length > 0 => [text.Value],
        FeelList list => list.Items.SelectMany(In),
        FeelContext context when context.TryGet("id", out var id) => In(id),
        _ => [],
    };
}
