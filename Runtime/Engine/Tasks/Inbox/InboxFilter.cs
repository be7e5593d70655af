namespace Platform.Runtime.Tasks;

/// <summary>What an inbox shows.</summary>
public sealed record InboxFilter
{
    /// <summary>Everything that may be done now.</summary>
    public static InboxFilter All { get; } = new();

    /// <summary>Which part of the inbox.</summary>
    public InboxTab Tab { get; init; }

    /// <summary>Only tasks of this process; null for all.</summary>
    public string? ProcessKey { get; init; }

    /// <summary>Only tasks whose name or number contains this; null for all.</summary>
    public string? Text { get; init; }

    /// <summary>Leaves out tasks of people whom the viewer represents.</summary>
    public bool OnlyOwn { get; init; }

    /// <summary>Only what the viewer may do for this person; null for no restriction. Nothing when the viewer does not represent them.</summary>
    public Guid? OnBehalfOf { get; init; }
}
