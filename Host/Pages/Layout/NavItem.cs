using Platform.Host.Setup;

namespace Platform.Host.Pages.Layout;

/// <summary>One entry of the navigation.</summary>
/// <param name="Href">Address of the page.</param>
/// <param name="TextKey">Key of its name in the texts.</param>
/// <param name="Icon">Icon class.</param>
/// <param name="Audience">Who has it, one of <see cref="Policies"/>.</param>
/// <param name="OnPhone">Whether it is one of the entries of the phone bar; the others are under 更多.</param>
public sealed record NavItem(string Href, string TextKey, string Icon, string Audience, bool OnPhone = false);

/// <summary>A titled group of entries.</summary>
/// <param name="TextKey">Key of the title.</param>
/// <param name="Items">Its entries in order.</param>
public sealed record NavGroup(string TextKey, IReadOnlyList<NavItem> Items)
{
    /// <summary>The whole navigation; a person sees the part that they have.</summary>
    public static IReadOnlyList<NavGroup> All { get; } =
    [
        new("Nav.Work",
        [
            new("inbox", "Nav.Inbox", "fa-solid fa-inbox", Policies.Official, OnPhone: true),
            new("done", "Nav.Done", "fa-solid fa-check-double", Policies.Official),
            new("started", "Nav.Started", "fa-solid fa-paper-plane", Policies.Official),
            new("start", "Nav.Start", "fa-solid fa-circle-play", Policies.Official),
            new("register", "Nav.Register", "fa-solid fa-pen-to-square", Policies.Desk, OnPhone: true),
            new("ledger", "Nav.Ledger", "fa-solid fa-book", Policies.Official, OnPhone: true),
            new("return-visits", "Nav.Visits", "fa-solid fa-phone", Policies.Desk),
            new("bulletins", "Nav.Bulletins", "fa-solid fa-bullhorn", Policies.Official),
        ]),
        new("Nav.Supervision",
        [
            new("board", "Nav.Board", "fa-solid fa-chart-column", Policies.Supervisor),
        ]),
        new("Nav.Configuration",
        [
            new("definitions", "Nav.Definitions", "fa-solid fa-diagram-project", Policies.Administrator),
            new("decisions", "Nav.Decisions", "fa-solid fa-table-list", Policies.Administrator),
        ]),
        new("Nav.Operations",
        [
            new("operations/instances", "Nav.Instances", "fa-solid fa-gears", Policies.Operator),
            new("operations/jobs", "Nav.Jobs", "fa-solid fa-list-check", Policies.Operator),
            new("operations/incidents", "Nav.Incidents", "fa-solid fa-triangle-exclamation", Policies.Operator),
        ]),
    ];
}
