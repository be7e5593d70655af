namespace Platform.Designer.Panel;

/// <summary>The relations that the panel offers; others can stand in a file and are kept.</summary>
internal static class PanelRelations
{
    /// <summary>Relations by which a step finds who acts, the most used first.</summary>
    internal static IReadOnlyList<string> Acting { get; } =
        ["starter.leader", "starter", "previous", "previous.leader", "handler-unit.leader", "handler-unit.members", "handler-unit.parent.leader", "owner-unit.leader", "owner-unit.members"];

    /// <summary>People who can be told something: those who act, and the relations.</summary>
    internal static IReadOnlyList<string> Told { get; } = ["assignee", "starter", "starter.leader", "handler-unit.leader", "handler-unit.members", "handler-unit.parent.leader", "owner-unit.leader", "owner-unit.members"];
}
