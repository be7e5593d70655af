using Platform.Governance.Inquiries;

namespace Platform.Host.Pages.Public;

/// <summary>What a citizen chose on the page for rating.</summary>
public sealed class RateEntry
{
    /// <summary>Query code.</summary>
    public string? Code { get; set; }

    /// <summary>The liaison office.</summary>
    public string? Department { get; set; }

    /// <summary>The responsible unit.</summary>
    public string? Responsible { get; set; }

    /// <summary>Why dissatisfied.</summary>
    public string? Reason { get; set; }

    /// <summary>The rating.</summary>
    public CitizenRating ToRating() => new(Code ?? "", Department ?? "", Responsible ?? "", Reason);
}
