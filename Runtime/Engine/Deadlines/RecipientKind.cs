namespace Platform.Runtime.Deadlines;

/// <summary>How the recipients of a warning are found when it is due.</summary>
public enum RecipientKind
{
    /// <summary>Those who hold the task.</summary>
    Holders,

    /// <summary>Those who lead a unit.</summary>
    UnitHeads,

    /// <summary>Everyone with a post in a unit.</summary>
    UnitMembers,

    /// <summary>One person.</summary>
    Person,

    /// <summary>The holders of a post.</summary>
    Post,
}
