using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Platform.Decisions.Feel;
using Platform.Kernel.Execution;

namespace Platform.Runtime.Persistence.Payloads;

/// <summary>Reads what <see cref="FactWriter"/> writes. History is read seldom, so this goes through a document.</summary>
internal static class FactReader
{
    internal static ProcessEvent Read(JsonElement fact)
    {
        string name = fact[0].GetString()!;
        return ReadFlow(name, fact) ?? ReadWaiting(name, fact) ?? ReadRest(name, fact)
            ?? throw new JsonException($"Expected a known fact, but got {name}.");
    }

    private static ProcessEvent? ReadFlow(string name, JsonElement x) => name switch
    {
        nameof(ProcessEvent.TokenEntered) => new ProcessEvent.TokenEntered(Token(x[1])),
        nameof(ProcessEvent.FlowTaken) => new ProcessEvent.FlowTaken(Long(x[1]), Int(x[2])),
        nameof(ProcessEvent.TaskOrdered) => new ProcessEvent.TaskOrdered(Long(x[1])),
        nameof(ProcessEvent.WorkOrdered) => new ProcessEvent.WorkOrdered(Long(x[1])),
        nameof(ProcessEvent.ElementCompleted) => new ProcessEvent.ElementCompleted(Long(x[1]), Int(x[2]), x[3].GetString()),
        nameof(ProcessEvent.ElementCancelled) => new ProcessEvent.ElementCancelled(Long(x[1]), Int(x[2])),
        nameof(ProcessEvent.VariablesSet) => new ProcessEvent.VariablesSet(Long(x[1]), Variables(x[2])),
        nameof(ProcessEvent.TokenParked) => new ProcessEvent.TokenParked(Long(x[1]), (TokenStatus)Int(x[2])),
        nameof(ProcessEvent.JoinArrived) => new ProcessEvent.JoinArrived(Long(x[1])),
        nameof(ProcessEvent.JoinFired) => new ProcessEvent.JoinFired(Token(x[1]), [.. x.EnumerateArray().Skip(2).Select(Long)]),
        nameof(ProcessEvent.ChildOrdered) => new ProcessEvent.ChildOrdered(Long(x[1]), Text(x[2])),
        nameof(ProcessEvent.ScopeEntered) => new ProcessEvent.ScopeEntered(Scope(x[1])),
        nameof(ProcessEvent.ScopeLeft) => new ProcessEvent.ScopeLeft(Long(x[1])),
        _ => null,
    };

    private static ProcessEvent? ReadWaiting(string name, JsonElement x) => name switch
    {
        nameof(ProcessEvent.TimerSet) => new ProcessEvent.TimerSet(Timer(x[1])),
        nameof(ProcessEvent.TimerFired) => new ProcessEvent.TimerFired(
            Long(x[1]), x.GetArrayLength() > 3 ? new DateTimeOffset(Long(x[3]), TimeSpan.Zero) : null, Int(x[2])),
        nameof(ProcessEvent.TimerCancelled) => new ProcessEvent.TimerCancelled(Long(x[1])),
        nameof(ProcessEvent.SubscriptionOpened) => new ProcessEvent.SubscriptionOpened(Subscription(x[1])),
        nameof(ProcessEvent.SubscriptionClosed) => new ProcessEvent.SubscriptionClosed(Long(x[1])),
        nameof(ProcessEvent.MessageReceived) => new ProcessEvent.MessageReceived(Long(x[1]), Int(x[2]), Text(x[3])),
        nameof(ProcessEvent.SignalReceived) => new ProcessEvent.SignalReceived(Long(x[1]), Int(x[2]), Text(x[3])),
        nameof(ProcessEvent.ConditionChanged) => new ProcessEvent.ConditionChanged(Long(x[1]), x[2].GetBoolean()),
        nameof(ProcessEvent.MessageSent) => new ProcessEvent.MessageSent(Long(x[1]), Text(x[2])),
        nameof(ProcessEvent.SignalSent) => new ProcessEvent.SignalSent(Long(x[1]), Text(x[2])),
        _ => null,
    };

    private static ProcessEvent? ReadRest(string name, JsonElement x) => name switch
    {
        nameof(ProcessEvent.InstanceStarted) => new ProcessEvent.InstanceStarted(Text(x[1]), Variables(x[2])),
        nameof(ProcessEvent.ScopeKept) => new ProcessEvent.ScopeKept(Long(x[1]), Long(x[2])),
        nameof(ProcessEvent.ScopeReopened) => new ProcessEvent.ScopeReopened(Long(x[1]), Long(x[2])),
        nameof(ProcessEvent.IncidentRaised) => new ProcessEvent.IncidentRaised(Long(x[1]), Text(x[2]), Text(x[3]), x[4].GetBoolean()),
        nameof(ProcessEvent.IncidentResolved) => new ProcessEvent.IncidentResolved(Long(x[1])),
        nameof(ProcessEvent.ErrorThrown) => new ProcessEvent.ErrorThrown(Long(x[1]), Text(x[2]), Int(x[3])),
        nameof(ProcessEvent.EscalationThrown) => new ProcessEvent.EscalationThrown(Long(x[1]), Text(x[2]), Int(x[3])),
        nameof(ProcessEvent.DecisionMade) => new ProcessEvent.DecisionMade(
            Long(x[1]), Text(x[2]), Value(x[3]), x.GetArrayLength() > 4 ? x[4].GetString() : null),
        nameof(ProcessEvent.DecisionsBound) => new ProcessEvent.DecisionsBound(
            x.EnumerateArray().Skip(1).Chunk(2).ToImmutableDictionary(pair => Text(pair[0]), pair => Int(pair[1]))),
        nameof(ProcessEvent.CompensationArmed) => new ProcessEvent.CompensationArmed(Compensable(x[1])),
        nameof(ProcessEvent.CompensationUsed) => new ProcessEvent.CompensationUsed(Long(x[1])),
        nameof(ProcessEvent.InstanceCompleted) => new ProcessEvent.InstanceCompleted(),
        nameof(ProcessEvent.InstanceCancelled) => new ProcessEvent.InstanceCancelled(Text(x[1])),
        nameof(ProcessEvent.InstanceTerminated) => new ProcessEvent.InstanceTerminated(Text(x[1]), x[2].GetString()),
        _ => null,
    };

    private static long Long(JsonElement x) => x.GetInt64();

    private static int Int(JsonElement x) => x.GetInt32();

    private static string Text(JsonElement x) => x.GetString()!;

    private static Token Token(JsonElement x)
    {
        Utf8JsonReader reader = ReaderOf(x);
        return StateJson.ReadToken(ref reader);
    }

    private static Scope Scope(JsonElement x)
    {
        Utf8JsonReader reader = ReaderOf(x);
        return StateJson.ReadScope(ref reader);
    }

    private static PendingTimer Timer(JsonElement x)
    {
        Utf8JsonReader reader = ReaderOf(x);
        return StateJson.ReadTimer(ref reader);
    }

    private static Subscription Subscription(JsonElement x)
    {
        Utf8JsonReader reader = ReaderOf(x);
        return StateJson.ReadSubscription(ref reader);
    }

    private static Compensable Compensable(JsonElement x)
    {
        Utf8JsonReader reader = ReaderOf(x);
        return StateJson.ReadCompensable(ref reader);
    }

    private static ImmutableDictionary<string, FeelValue> Variables(JsonElement x)
    {
        Utf8JsonReader reader = ReaderOf(x);
        return FeelJson.ReadVariables(ref reader);
    }

    private static FeelValue Value(JsonElement x)
    {
        Utf8JsonReader reader = ReaderOf(x);
        return FeelJson.Read(ref reader);
    }

    /// <summary>A reader that stands at the element's first token.</summary>
    private static Utf8JsonReader ReaderOf(JsonElement x)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(x.GetRawText()));
        reader.Read();
        return reader;
    }
}
