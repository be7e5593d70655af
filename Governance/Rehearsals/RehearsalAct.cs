using Platform.Governance.Scenarios;

namespace Platform.Governance.Rehearsals;

/// <summary>Something that was done in a rehearsal, with what became of it at once. The moments of a rehearsal in order are its film.</summary>
/// <param name="Step">What was done, as a scenario would say it.</param>
/// <param name="View">Where everything stood afterwards.</param>
public sealed record RehearsalAct(ScenarioStep Step, RehearsalView View);
