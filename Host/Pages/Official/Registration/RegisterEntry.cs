using Platform.Governance.Cases;
using Platform.Runtime.Instances;

namespace Platform.Host.Pages.Official.Registration;

/// <summary>What a registrar has typed so far.</summary>
public sealed class RegisterEntry
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Text.</summary>
    public string Text { get; set; } = "";

    /// <summary>How it came in.</summary>
    public string Channel { get; set; } = CaseChannels.All[0];

    /// <summary>What it is about.</summary>
    public string Category { get; set; } = CaseCategories.Other;

    /// <summary>Ledger; null takes the suggestion.</summary>
    public string? Ledger { get; set; }

    /// <summary>Urgency; null takes the suggestion.</summary>
    public string? Urgency { get; set; }

    /// <summary>Name of the citizen.</summary>
    public string PersonName { get; set; } = "";

    /// <summary>Phone of the citizen.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Code of the town; empty when not chosen.</summary>
    public string Town { get; set; } = "";

    /// <summary>Code of the village; empty when not known.</summary>
    public string Village { get; set; } = "";

    /// <summary>Where it happened, in words.</summary>
    public string Place { get; set; } = "";

    /// <summary>Whether the citizen gives no name.</summary>
    public bool Anonymous { get; set; }

    /// <summary>Whether the citizen asks to be kept secret.</summary>
    public bool WantsSecrecy { get; set; }

    /// <summary>Whether an official's misconduct is reported.</summary>
    public bool AccusesOfficial { get; set; }

    /// <summary>Accused people by id.</summary>
    public IReadOnlyList<string> AccusedPeople { get; set; } = [];

    /// <summary>Accused units by id.</summary>
    public IReadOnlyList<string> AccusedUnits { get; set; } = [];

    /// <summary>Whether enough is there to suggest and to register.</summary>
    public bool IsComplete => !string.IsNullOrWhiteSpace(Title) && !string.IsNullOrWhiteSpace(Text);

    /// <summary>The order to register it.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="commandId">Names the order.</param>
    /// <param name="by">Who registers.</param>
    public RegisterCase ToOrder(string tenantId, Guid commandId, Actor by) => new()
    {
        TenantId = tenantId,
        CommandId = commandId,
        By = by,
        Ledger = Ledger,
        Urgency = Urgency,
        Channel = Channel,
        Category = Category,
        Title = Title.Trim(),
        Text = Text.Trim(),
        Town = Town.Length == 0 ? null : Town,
        Village = Village.Length == 0 ? null : Village,
        Place = Place.Trim(),
        PersonName = Anonymous || string.IsNullOrWhiteSpace(PersonName) ? null : PersonName.Trim(),
        Phone = Anonymous || string.IsNullOrWhiteSpace(Phone) ? null : Phone.Trim(),
        Anonymous = Anonymous || string.IsNullOrWhiteSpace(PersonName),
        WantsSecrecy = WantsSecrecy,
        AccusesOfficial = AccusesOfficial,
        AccusedPersonIds = [.. AccusedPeople.Select(Guid.Parse)],
        AccusedUnitIds = [.. AccusedUnits.Select(Guid.Parse)],
    };
}
