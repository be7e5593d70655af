namespace Platform.Decisions.Tests.Dmn;

/// <summary>Files of <c>tests/Fixtures</c>, copied beside the tests.</summary>
internal static class Fixtures
{
    /// <summary>Path of a fixture.</summary>
    internal static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Fixtures", name);
}
