namespace Platform.Host.Pages.Official.Case;

/// <summary>The parts of a case page as the address names them.</summary>
/// <param name="Key">What stands in the address.</param>
/// <param name="TextKey">Key of its name in the texts.</param>
internal sealed record CaseTabs(string Key, string TextKey)
{
    public const string History = "history";
    public const string Diagram = "diagram";
    public const string Papers = "papers";
    public const string Opinions = "opinions";
    public const string Supervision = "supervision";
    public const string Links = "links";
    public const string Log = "log";

    public static IReadOnlyList<CaseTabs> All { get; } =
    [
        new(History, "Case.TabHistory"),
        new(Diagram, "Case.TabDiagram"),
        new(Papers, "Case.TabPapers"),
        new(Opinions, "Case.TabOpinions"),
        new(Supervision, "Case.TabSupervision"),
        new(Links, "Case.TabLinks"),
        new(Log, "Case.TabLog"),
    ];

    /// <summary>The key itself when it is one, else the first.</summary>
    public static string Find(string? key) => All.FirstOrDefault(tab => tab.Key == key)?.Key ?? History;
}
