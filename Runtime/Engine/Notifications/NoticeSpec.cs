using Platform.Kernel.Model;

namespace Platform.Runtime.Notifications;

/// <summary>What a step tells whom at which moment: a <c>gov:notify</c> of the process.</summary>
/// <param name="Moment">When.</param>
/// <param name="To">Whom: <c>assignee</c>, a relation, or the name of a post.</param>
/// <param name="Text">The text with its places in braces.</param>
public sealed record NoticeSpec(NoticeMoment Moment, string To, string Text)
{
    /// <summary>The longest text, in characters; with its places filled it still fits into a message.</summary>
    public const int LongestText = 500;

    /// <summary>Reads a <c>gov:notify</c>.</summary>
    /// <param name="element">The element.</param>
    /// <param name="problems">Receives a Chinese sentence for everything that cannot be understood.</param>
    /// <returns>The notice, or null when it cannot be understood.</returns>
    public static NoticeSpec? Read(ExtensionElement element, ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(element);
        ArgumentNullException.ThrowIfNull(problems);
        NoticeMoment? moment = element.Attribute("when") switch
        {
            null or "begin" => NoticeMoment.Begin,
            "due" => NoticeMoment.Due,
            "end" => NoticeMoment.End,
            _ => null,
        };
        var to = element.Attribute("to") is { Length: > 0 } stated ? stated : "assignee";
        var text = element.Text.Trim();
        int before = problems.Count;
        if (moment is null)
        {
            problems.Add("通知的时机应为 begin、due 或 end。");
        }

        if (text.Length is 0 or > LongestText)
        {
            problems.Add($"通知的文字应为 1 到 {LongestText} 个字。");
        }

        foreach (var unknown in NoticePlaces.UnknownIn(text))
        {
            problems.Add($"通知的文字里有不认识的填空“{{{unknown}}}”，可以用的是：{string.Join('、', NoticePlaces.All)}。");
        }

        return problems.Count > before ? null : new NoticeSpec(moment!.Value, to, text);
    }
}
