namespace Platform.Governance.Clocks;

/// <summary>An approved request to put a case aside.</summary>
/// <param name="By">Who approved it.</param>
/// <param name="Until">When it is looked at again.</param>
public sealed record ShelveCase(Guid By, DateTimeOffset Until);
