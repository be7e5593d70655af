using System.Text.Json;

namespace Platform.Conformance.BpmnExec;

/// <summary>One execution case as its file has it.</summary>
/// <param name="Id">Name.</param>
/// <param name="Files">Paths of the BPMN files, in order of deployment.</param>
/// <param name="Clock">Engine time at deployment.</param>
/// <param name="Overrides">Vendor expression to FEEL.</param>
/// <param name="RejectedElement">Element for which the files must be rejected; null when they must deploy.</param>
/// <param name="Steps">The steps; each has one member.</param>
internal sealed record ExecCase(
    string Id,
    IReadOnlyList<string> Files,
    DateTimeOffset Clock,
    IReadOnlyDictionary<string, string> Overrides,
    string? RejectedElement,
    IReadOnlyList<JsonProperty> Steps)
{
    private static readonly DateTimeOffset UsualClock = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Reads all cases under a folder that holds <c>cases</c> and <c>bpmn</c>.</summary>
    internal static IEnumerable<ExecCase> ReadAll(string folder) =>
        Directory.EnumerateFiles(Path.Combine(folder, "cases"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(file => Read(folder, file));

    private static ExecCase Read(string folder, string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var root = document.RootElement.Clone();
        return new ExecCase(
            root.GetProperty("id").GetString()!,
            [.. root.GetProperty("bpmn").EnumerateArray().Select(p => Path.Combine(folder, p.GetString()!))],
            root.TryGetProperty("clock", out var clock) ? clock.GetDateTimeOffset() : UsualClock,
            root.TryGetProperty("overrides", out var overrides)
                ? overrides.EnumerateObject().ToDictionary(o => o.Name, o => o.Value.GetString()!, StringComparer.Ordinal)
                : new Dictionary<string, string>(StringComparer.Ordinal),
            root.TryGetProperty("deployFails", out var fails) && fails.ValueKind == JsonValueKind.Object
                ? fails.GetProperty("element").GetString()
                : null,
            root.TryGetProperty("steps", out var steps)
                ? [.. steps.EnumerateArray().Select(s => s.EnumerateObject().Single())]
                : []);
    }
}
