namespace Platform.Host.Setup;

/// <summary>The directory of what this application keeps beside a database server: the embedded database and the keys of sign-in.</summary>
public static class DataDirectory
{
    /// <summary>Creates the directory when it is missing and returns its full path.</summary>
    /// <param name="configuration">Setting <c>Data:Directory</c>, relative to the content root; <c>data</c> when absent.</param>
    /// <param name="environment">Gives the content root.</param>
    public static string Prepare(IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var path = Path.GetFullPath(configuration["Data:Directory"] ?? "data", environment.ContentRootPath);
        Directory.CreateDirectory(path);
        return path;
    }
}
