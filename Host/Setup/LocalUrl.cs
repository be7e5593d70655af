namespace Platform.Host.Setup;

/// <summary>Addresses within this application, as forms and links give them back.</summary>
public static class LocalUrl
{
    /// <summary>The address itself when it stays in this application, else the start page: nobody is sent elsewhere by a link they were given.</summary>
    /// <param name="url">An address from outside; null or empty gives the start page.</param>
    public static string OrHome(string? url) =>
        url is ['/', ..] && !url.StartsWith("//", StringComparison.Ordinal) && !url.Contains('\\', StringComparison.Ordinal) && !url.Any(char.IsControl)
            ? url
            : "/";
}
