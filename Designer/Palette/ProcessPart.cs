namespace Platform.Designer.Palette;

/// <summary>Something that may be put into a process, in either view: an activity, a plain element, a block, or a ready-made fragment.</summary>
/// <param name="Id">Stable id, unique in the list.</param>
/// <param name="Name">Name shown to people.</param>
/// <param name="Description">One sentence on what it is for; may be empty.</param>
/// <param name="Group">Heading in lists.</param>
/// <param name="Kind">What it becomes.</param>
/// <param name="Activity">Activity type such as <c>gov.Dispatch</c>; null for plain elements.</param>
public sealed record ProcessPart(string Id, string Name, string Description, string Group, PartKind Kind, string? Activity = null)
{
    /// <summary>Whether a person who types this would mean the part: in name, description or heading.</summary>
    /// <param name="typed">What was typed; empty finds everything.</param>
    public bool IsFoundBy(string typed) =>
        typed.Length == 0 || Name.Contains(typed, StringComparison.OrdinalIgnoreCase)
        || Description.Contains(typed, StringComparison.OrdinalIgnoreCase) || Group.Contains(typed, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a part becomes in the model.</summary>
public enum PartKind
{
    /// <summary>A user task.</summary>
    User,

    /// <summary>A service task.</summary>
    Service,

    /// <summary>A business rule task.</summary>
    Rule,

    /// <summary>A block of which one branch is taken.</summary>
    Exclusive,

    /// <summary>A block of which all branches are taken.</summary>
    Parallel,

    /// <summary>A block of which every fitting branch is taken.</summary>
    Inclusive,

    /// <summary>An event that lets a time pass.</summary>
    Wait,

    /// <summary>An end event.</summary>
    End,

    /// <summary>Several elements made ready together.</summary>
    Fragment,
}
