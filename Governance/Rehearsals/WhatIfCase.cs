using Platform.Governance.Cases;
using Platform.Runtime.Tasks;

namespace Platform.Governance.Rehearsals;

/// <summary>A matter of the past to be tried on another version: how it came in, without its words and people, and what was chosen on its way.</summary>
/// <param name="Order">How it is registered again; its title and text stand for nothing.</param>
/// <param name="At">When it came in.</param>
/// <param name="IsOver">Whether it has ended.</param>
/// <param name="Acts">What was done on its tasks, in order.</param>
public sealed record WhatIfCase(RegisterCase Order, DateTimeOffset At, bool IsOver, IReadOnlyList<RecordedAct> Acts);
