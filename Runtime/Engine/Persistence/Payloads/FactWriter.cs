using System.Text.Json;
using Platform.Kernel.Execution;

namespace Platform.Runtime.Persistence.Payloads;

/// <summary>One fact as <c>["Name", members…]</c> in the order of the record's parameters.</summary>
internal static class FactWriter
{
    internal static void Write(Utf8JsonWriter writer, ProcessEvent fact)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(fact.GetType().Name);
        if (!WriteFlow(writer, fact) && !WriteWaiting(writer, fact) && !WriteRest(writer, fact))
        {
            throw new InvalidOperationException($"Expected a known fact, but got {fact.GetType().Name}.");
        }

        writer.WriteEndArray();
    }

    private static bool WriteFlow(Utf8JsonWriter writer, ProcessEvent fact)
    {
        switch (fact)
        {
            case ProcessEvent.TokenEntered x:
                Nested(writer, x.Token, StateJson.WriteToken);
                return true;
            case ProcessEvent.FlowTaken x:
                Numbers(writer, x.TokenId, x.FlowIndex);
                return true;
            case ProcessEvent.TaskOrdered x:
                Numbers(writer, x.TokenId);
                return true;
            case ProcessEvent.WorkOrdered x:
                Numbers(writer, x.TokenId);
                return true;
            case ProcessEvent.ElementCompleted x:
                Numbers(writer, x.TokenId, x.NodeIndex);
                writer.WriteStringValue(x.Outcome);
                return true;
            case ProcessEvent.ElementCancelled x:
                Numbers(writer, x.TokenId, x.NodeIndex);
                return true;
            case ProcessEvent.VariablesSet x:
                Numbers(writer, x.ScopeId);
                FeelJson.WriteVariables(writer, x.Variables);
                return true;
            case ProcessEvent.TokenParked x:
                Numbers(writer, x.TokenId, (int)x.Status);
                return true;
            case ProcessEvent.JoinArrived x:
                Numbers(writer, x.TokenId);
                return true;
            case ProcessEvent.JoinFired x:
                Nested(writer, x.Token, StateJson.WriteToken);
                Numbers(writer, [.. x.Consumed]);
                return true;
            case ProcessEvent.ChildOrdered x:
                Numbers(writer, x.TokenId);
                writer.WriteStringValue(x.CalledElement);
                return true;
            case ProcessEvent.ScopeEntered x:
                Nested(writer, x.Scope, StateJson.WriteScope);
                return true;
            case ProcessEvent.ScopeLeft x:
                Numbers(writer, x.ScopeId);
                return true;
            default:
                return false;
        }
    }

    private static bool WriteWaiting(Utf8JsonWriter writer, ProcessEvent fact)
    {
        switch (fact)
        {
            case ProcessEvent.TimerSet x:
                Nested(writer, x.Timer, StateJson.WriteTimer);
                return true;
            case ProcessEvent.TimerFired x:
                Numbers(writer, x.TimerId, x.Remaining);
                if (x.NextDue is { } next)
                {
                    Numbers(writer, next.UtcTicks);
                }

                return true;
            case ProcessEvent.TimerCancelled x:
                Numbers(writer, x.TimerId);
                return true;
            case ProcessEvent.SubscriptionOpened x:
                Nested(writer, x.Subscription, StateJson.WriteSubscription);
                return true;
            case ProcessEvent.SubscriptionClosed x:
                Numbers(writer, x.SubscriptionId);
                return true;
            case ProcessEvent.MessageReceived x:
                Numbers(writer, x.SubscriptionId, x.NodeIndex);
                writer.WriteStringValue(x.Name);
                return true;
            case ProcessEvent.SignalReceived x:
                Numbers(writer, x.SubscriptionId, x.NodeIndex);
                writer.WriteStringValue(x.Name);
                return true;
            case ProcessEvent.ConditionChanged x:
                Numbers(writer, x.SubscriptionId);
                writer.WriteBooleanValue(x.Holds);
                return true;
            case ProcessEvent.MessageSent x:
                Numbers(writer, x.TokenId);
                writer.WriteStringValue(x.Name);
                return true;
            case ProcessEvent.SignalSent x:
                Numbers(writer, x.TokenId);
                writer.WriteStringValue(x.Name);
                return true;
            default:
                return false;
        }
    }

    private static bool WriteRest(Utf8JsonWriter writer, ProcessEvent fact)
    {
        switch (fact)
        {
            case ProcessEvent.InstanceStarted x:
                writer.WriteStringValue(x.ProcessId);
                FeelJson.WriteVariables(writer, x.Variables);
                return true;
            case ProcessEvent.ScopeKept x:
                Numbers(writer, x.ScopeId, x.ParentId);
                return true;
            case ProcessEvent.ScopeReopened x:
                Numbers(writer, x.ScopeId, x.OwnerTokenId);
                return true;
            case ProcessEvent.IncidentRaised x:
                Numbers(writer, x.TokenId);
                writer.WriteStringValue(x.Code);
                writer.WriteStringValue(x.Message);
                writer.WriteBooleanValue(x.Leaving);
                return true;
            case ProcessEvent.IncidentResolved x:
                Numbers(writer, x.TokenId);
                return true;
            case ProcessEvent.ErrorThrown x:
                Thrown(writer, x.TokenId, x.Code, x.CaughtBy);
                return true;
            case ProcessEvent.EscalationThrown x:
                Thrown(writer, x.TokenId, x.Code, x.CaughtBy);
                return true;
            case ProcessEvent.DecisionMade x:
                Numbers(writer, x.TokenId);
                writer.WriteStringValue(x.Decision);
                FeelJson.Write(writer, x.Result);
                writer.WriteStringValue(x.Explanation);
                return true;
            case ProcessEvent.DecisionsBound x:
                foreach ((string reference, int version) in x.Versions)
                {
                    writer.WriteStringValue(reference);
                    writer.WriteNumberValue(version);
                }

                return true;
            case ProcessEvent.CompensationArmed x:
                Nested(writer, x.Compensable, StateJson.WriteCompensable);
                return true;
            case ProcessEvent.CompensationUsed x:
                Numbers(writer, x.CompensableId);
                return true;
            case ProcessEvent.InstanceCompleted:
                return true;
            case ProcessEvent.InstanceCancelled x:
                writer.WriteStringValue(x.Reason);
                return true;
            case ProcessEvent.InstanceTerminated x:
                writer.WriteStringValue(x.Reason);
                writer.WriteStringValue(x.ErrorCode);
                return true;
            default:
                return false;
        }
    }

    private static void Thrown(Utf8JsonWriter writer, long tokenId, string code, int caughtBy)
    {
        Numbers(writer, tokenId);
        writer.WriteStringValue(code);
        Numbers(writer, caughtBy);
    }

    private static void Nested<T>(Utf8JsonWriter writer, T item, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        write(writer, item);
        writer.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter writer, params ReadOnlySpan<long> numbers)
    {
        foreach (long number in numbers)
        {
            writer.WriteNumberValue(number);
        }
    }
}
