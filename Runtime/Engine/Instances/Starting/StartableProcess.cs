using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Runtime.Forms;

namespace Platform.Runtime.Instances.Starting;

/// <summary>A process that an official may start.</summary>
/// <param name="Key">Key of the process.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Description">What its designer tells who starts it (documentation of the start event); empty when nothing is written.</param>
public sealed record StartableProcess(string Key, string Name, string Description);

/// <summary>What is asked of an official who starts a process.</summary>
/// <param name="Process">The process.</param>
/// <param name="Form">The form of its start event; without fields when it asks nothing.</param>
/// <param name="Values">What the form begins with: the defaults of its fields.</param>
public sealed record StartOffer(StartableProcess Process, FormSpec Form, ImmutableDictionary<string, FeelValue> Values);
