namespace Platform.Governance.Submissions;

/// <summary>What a citizen sends in without signing in.</summary>
public sealed record CitizenReport
{
    /// <summary>Names this order: sent twice, it gives the first answer again and changes nothing.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>What happened, 10 to 4,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>One line, at most 60 characters; empty takes the beginning of the text.</summary>
    public string Title { get; init; } = "";

    /// <summary>Code of the town; empty when not chosen.</summary>
    public string Town { get; init; } = "";

    /// <summary>Code of the village; empty when not known.</summary>
    public string Village { get; init; } = "";

    /// <summary>Place in words.</summary>
    public string Place { get; init; } = "";

    /// <summary>Category; empty lets the desk decide.</summary>
    public string Category { get; init; } = "";

    /// <summary>Name; empty for anonymous.</summary>
    public string PersonName { get; init; } = "";

    /// <summary>Phone; empty for none.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Who fills it in for the citizen; empty for nobody.</summary>
    public string ProxyName { get; init; } = "";

    /// <summary>Whether it is about an official's or a unit's misconduct.</summary>
    public bool AccusesOfficial { get; init; }

    /// <summary>Names of the accused people and units, in the citizen's words.</summary>
    public string Accused { get; init; } = "";

    /// <summary>Whether the citizen asks to be kept secret.</summary>
    public bool WantsSecrecy { get; init; }

    /// <summary>Whether the result may be published without personal data.</summary>
    public bool MayPublish { get; init; }

    /// <summary>Whether the citizen read how personal data are handled.</summary>
    public bool Agrees { get; init; }

    /// <summary>Files as sent: name and bytes.</summary>
    public IReadOnlyList<(string Name, ReadOnlyMemory<byte> Content)> Files { get; init; } = [];
}
