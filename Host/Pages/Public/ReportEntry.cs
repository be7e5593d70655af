using Platform.Governance.Submissions;

namespace Platform.Host.Pages.Public;

/// <summary>What a citizen typed on the page for reporting a matter.</summary>
public sealed class ReportEntry
{
    /// <summary>Names the order; made when the page opens.</summary>
    public string? CommandId { get; set; }

    /// <summary>What happened.</summary>
    public string? Text { get; set; }

    /// <summary>One line.</summary>
    public string? Title { get; set; }

    /// <summary>Code of the town.</summary>
    public string? Town { get; set; }

    /// <summary>Code of the village.</summary>
    public string? Village { get; set; }

    /// <summary>Place in words.</summary>
    public string? Place { get; set; }

    /// <summary>Category.</summary>
    public string? Category { get; set; }

    /// <summary>Name.</summary>
    public string? Person { get; set; }

    /// <summary>Phone.</summary>
    public string? Phone { get; set; }

    /// <summary>Who fills it in for the citizen.</summary>
    public string? Proxy { get; set; }

    /// <summary>Whether it accuses officials.</summary>
    public bool Accuses { get; set; }

    /// <summary>Whom it accuses.</summary>
    public string? Accused { get; set; }

    /// <summary>Whether to keep the sender secret.</summary>
    public bool Secret { get; set; }

    /// <summary>Whether the result may be published.</summary>
    public bool Publish { get; set; }

    /// <summary>Whether the notice on personal data was read.</summary>
    public bool Agrees { get; set; }

    /// <summary>The order to take it in.</summary>
    /// <param name="files">Files as sent.</param>
    public CitizenReport ToReport(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Content)> files) => new()
    {
        CommandId = Guid.TryParse(CommandId, out var id) ? id : Guid.Empty,
        Text = Text ?? "",
        Title = Title ?? "",
        Town = Town ?? "",
        Village = Village ?? "",
        Place = Place ?? "",
        Category = Category ?? "",
        PersonName = Person ?? "",
        Phone = Phone ?? "",
        ProxyName = Proxy ?? "",
        AccusesOfficial = Accuses,
        Accused = Accused ?? "",
        WantsSecrecy = Secret,
        MayPublish = Publish,
        Agrees = Agrees,
        Files = files,
    };
}
