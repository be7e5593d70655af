namespace Platform.Designer.Files;

/// <summary>Names of files that every system can keep.</summary>
public static class FileNames
{
    private const int Longest = 80;
    private const string NeverInNames = "\\/:*?\"<>|";

    /// <summary>A name without what Windows or others cannot have in one; never empty.</summary>
    /// <param name="name">What people call it; null or empty for nothing.</param>
    public static string Of(string? name)
    {
        string plain = string.Concat((name ?? "").Where(c => !char.IsControl(c) && !NeverInNames.Contains(c, StringComparison.Ordinal))).Trim(' ', '.');
        return plain.Length == 0 ? "process" : plain[..Math.Min(plain.Length, Longest)];
    }
}
