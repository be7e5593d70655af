namespace Platform.Governance.Cases;

/// <summary>How names and numbers are shortened for readers who need not know all of them.</summary>
public static class Masks
{
    /// <summary>王某 for a name, 匿名 for none.</summary>
    /// <param name="name">Name or null.</param>
    public static string Name(string? name) => string.IsNullOrEmpty(name) ? "匿名" : name[..1] + "某";

    /// <summary>199****1234 for a phone; null for none.</summary>
    /// <param name="phone">Phone or null.</param>
    public static string? Phone(string? phone) => phone is { Length: >= 7 } ? phone[..3] + "****" + phone[^4..] : phone is null ? null : "****";

    /// <summary>999901********123X for an identity number; null for none.</summary>
    /// <param name="number">Identity number or null.</param>
    public static string? Identity(string? number) => number is { Length: >= 11 } ? number[..6] + new string('*', number.Length - 10) + number[^4..] : number is null ? null : "****";
}
