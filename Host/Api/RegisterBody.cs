using Platform.Governance.Cases;
using Platform.Runtime.Instances;

namespace Platform.Host.Api;

/// <summary>A matter to register.</summary>
public sealed record RegisterBody
{
    /// <summary>Names the order; choose a new one for each.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>LY, JY or JB; null takes the suggestion.</summary>
    public string? Ledger { get; init; }

    /// <summary>How it came in.</summary>
    public required string Channel { get; init; }

    /// <summary>Title, 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Text, at most 5,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>Category.</summary>
    public string Category { get; init; } = "其他";

    /// <summary>Where it happened, in words.</summary>
    public string Place { get; init; } = "";

    /// <summary>Code of the town; null for the desk's own.</summary>
    public string? Town { get; init; }

    /// <summary>Name of the citizen; null when anonymous.</summary>
    public string? PersonName { get; init; }

    /// <summary>Phone of the citizen.</summary>
    public string? Phone { get; init; }

    /// <summary>Whether the citizen asks to be kept secret.</summary>
    public bool WantsSecrecy { get; init; }

    /// <summary>Accused people.</summary>
    public IReadOnlyList<Guid> AccusedPersonIds { get; init; } = [];

    /// <summary>Accused units.</summary>
    public IReadOnlyList<Guid> AccusedUnitIds { get; init; } = [];

    internal RegisterCase ToOrder(ApiCaller caller) => new()
    {
        TenantId = caller.Person.TenantId,
        CommandId = CommandId,
        By = Actor.Person(caller.Person.PersonId),
        Ledger = Ledger,
        Channel = Channel,
        Title = Title,
        Text = Text,
        Category = Category,
        Place = Place,
        Town = Town,
        PersonName = PersonName,
        Phone = Phone,
        Anonymous = string.IsNullOrWhiteSpace(PersonName),
        WantsSecrecy = WantsSecrecy,
        AccusesOfficial = AccusedPersonIds.Count > 0,
        AccusedPersonIds = AccusedPersonIds,
        AccusedUnitIds = AccusedUnitIds,
    };
}
