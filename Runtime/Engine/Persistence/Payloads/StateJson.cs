using System.Collections.Immutable;
using System.Text.Json;
using Platform.Decisions.Feel;
using Platform.Kernel.Execution;

namespace Platform.Runtime.Persistence.Payloads;

/// <summary>
/// <c>[version, status, nextId, tokens, scopes, timers, subscriptions, compensables, rounds, decisionVersions?]</c>; members of each are arrays in the order in which they are written here.
/// </summary>
internal static class StateJson
{
    internal static void Write(Utf8JsonWriter writer, InstanceState state)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(KernelJson.Version);
        writer.WriteNumberValue((int)state.Status);
        writer.WriteNumberValue(state.NextId);
        WriteAll(writer, state.Tokens, WriteToken);
        WriteAll(writer, state.Scopes, WriteScope);
        WriteAll(writer, state.Timers, WriteTimer);
        WriteAll(writer, state.Subscriptions, WriteSubscription);
        WriteAll(writer, state.Compensables, WriteCompensable);
        writer.WriteStartArray();
        foreach (RoundCount round in state.Rounds)
        {
            writer.WriteNumberValue(round.NodeIndex);
            writer.WriteNumberValue(round.Count);
        }

        writer.WriteEndArray();
        if (!state.DecisionVersions.IsEmpty)
        {
            WriteVersions(writer, state.DecisionVersions);
        }

        writer.WriteEndArray();
    }

    internal static InstanceState Read(ref Utf8JsonReader reader, string processId)
    {
        reader.Read();
        int version = (int)Next(ref reader);
        if (version != KernelJson.Version)
        {
            throw new JsonException($"Expected a state of version {KernelJson.Version}, but got {version}.");
        }

        return new InstanceState
        {
            ProcessId = processId,
            Status = (InstanceStatus)Next(ref reader),
            NextId = Next(ref reader),
            Tokens = ReadAll(ref reader, ReadToken),
            Scopes = ReadAll(ref reader, ReadScope),
            Timers = ReadAll(ref reader, ReadTimer),
            Subscriptions = ReadAll(ref reader, ReadSubscription),
            Compensables = ReadAll(ref reader, ReadCompensable),
            Rounds = ReadRounds(ref reader),
            DecisionVersions = ReadVersions(ref reader),
        };
    }

    internal static void WriteToken(Utf8JsonWriter writer, Token token)
    {
        Numbers(writer, token.Id, token.NodeIndex, token.ScopeId, (int)token.Status, token.Round, token.FlowIndex, token.LocalScopeId, token.CompensatesFor);
        foreach (Branch branch in token.Lineage)
        {
            writer.WriteNumberValue(branch.Fork);
            writer.WriteNumberValue(branch.Index);
        }
    }

    internal static Token ReadToken(ref Utf8JsonReader reader)
    {
        var token = new Token
        {
            Id = Next(ref reader),
            NodeIndex = (int)Next(ref reader),
            ScopeId = Next(ref reader),
            Status = (TokenStatus)Next(ref reader),
            Round = (int)Next(ref reader),
            FlowIndex = (int)Next(ref reader),
            LocalScopeId = Next(ref reader),
            CompensatesFor = Next(ref reader),
        };
        ImmutableArray<Branch>.Builder? lineage = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            lineage ??= ImmutableArray.CreateBuilder<Branch>();
            lineage.Add(new Branch(reader.GetInt64(), Next(ref reader)));
        }

        return lineage is null ? token : token with { Lineage = lineage.ToImmutable() };
    }

    internal static void WriteScope(Utf8JsonWriter writer, Scope scope)
    {
        Numbers(writer, scope.Id, scope.ParentId, scope.OwnerTokenId, scope.NodeIndex, (int)scope.Kind);
        FeelJson.WriteVariables(writer, scope.Variables);
        if (scope.Items is { } items)
        {
            FeelJson.Write(writer, items);
        }
    }

    internal static Scope ReadScope(ref Utf8JsonReader reader)
    {
        long id = Next(ref reader);
        long parent = Next(ref reader);
        long owner = Next(ref reader);
        int node = (int)Next(ref reader);
        var kind = (ScopeKind)Next(ref reader);
        reader.Read();
        ImmutableDictionary<string, FeelValue> variables = FeelJson.ReadVariables(ref reader);
        FeelList? items = null;
        if (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items = (FeelList)FeelJson.Read(ref reader);
            reader.Read();
        }

        return new Scope { Id = id, ParentId = parent, OwnerTokenId = owner, NodeIndex = node, Kind = kind, Variables = variables, Items = items };
    }

    internal static void WriteTimer(Utf8JsonWriter writer, PendingTimer timer) =>
        Numbers(writer, timer.Id, timer.TokenId, timer.ScopeId, timer.NodeIndex, timer.Due.UtcTicks, timer.Remaining);

    internal static PendingTimer ReadTimer(ref Utf8JsonReader reader)
    {
        var timer = new PendingTimer
        {
            Id = Next(ref reader),
            TokenId = Next(ref reader),
            ScopeId = Next(ref reader),
            NodeIndex = (int)Next(ref reader),
            Due = new DateTimeOffset(Next(ref reader), TimeSpan.Zero),
            Remaining = (int)Next(ref reader),
        };
        reader.Read();
        return timer;
    }

    internal static void WriteSubscription(Utf8JsonWriter writer, Subscription subscription)
    {
        Numbers(writer, subscription.Id, subscription.TokenId, subscription.ScopeId, subscription.NodeIndex, (int)subscription.Kind);
        writer.WriteStringValue(subscription.Name);
        writer.WriteStringValue(subscription.CorrelationKey);
        writer.WriteBooleanValue(subscription.Holds);
    }

    internal static Subscription ReadSubscription(ref Utf8JsonReader reader)
    {
        var subscription = new Subscription
        {
            Id = Next(ref reader),
            TokenId = Next(ref reader),
            ScopeId = Next(ref reader),
            NodeIndex = (int)Next(ref reader),
            Kind = (SubscriptionKind)Next(ref reader),
            Name = NextText(ref reader)!,
            CorrelationKey = NextText(ref reader),
            Holds = reader.Read() && reader.GetBoolean(),
        };
        reader.Read();
        return subscription;
    }

    internal static void WriteCompensable(Utf8JsonWriter writer, Compensable compensable) =>
        Numbers(writer, compensable.Id, compensable.NodeIndex, compensable.ScopeId, compensable.KeptScopeId);

    internal static Compensable ReadCompensable(ref Utf8JsonReader reader)
    {
        var compensable = new Compensable
        {
            Id = Next(ref reader),
            NodeIndex = (int)Next(ref reader),
            ScopeId = Next(ref reader),
            KeptScopeId = Next(ref reader),
        };
        reader.Read();
        return compensable;
    }

    private static void WriteAll<T>(Utf8JsonWriter writer, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (T item in items)
        {
            writer.WriteStartArray();
            write(writer, item);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static ImmutableArray<T> ReadAll<T>(ref Utf8JsonReader reader, ReadItem<T> read)
    {
        reader.Read();
        ImmutableArray<T>.Builder? items = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            items ??= ImmutableArray.CreateBuilder<T>();
            items.Add(read(ref reader));
        }

        return items?.ToImmutable() ?? [];
    }

    private static ImmutableArray<RoundCount> ReadRounds(ref Utf8JsonReader reader)
    {
        reader.Read();
        ImmutableArray<RoundCount>.Builder? rounds = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            rounds ??= ImmutableArray.CreateBuilder<RoundCount>();
            rounds.Add(new RoundCount(reader.GetInt32(), (int)Next(ref reader)));
        }

        return rounds?.ToImmutable() ?? [];
    }

    private static void WriteVersions(Utf8JsonWriter writer, ImmutableDictionary<string, int> versions)
    {
        writer.WriteStartArray();
        foreach ((string reference, int version) in versions)
        {
            writer.WriteStringValue(reference);
            writer.WriteNumberValue(version);
        }

        writer.WriteEndArray();
    }

    /// <summary>Most states end before this member.</summary>
    private static ImmutableDictionary<string, int> ReadVersions(ref Utf8JsonReader reader)
    {
        var versions = ImmutableDictionary<string, int>.Empty;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return versions;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            versions = versions.SetItem(reader.GetString()!, (int)Next(ref reader));
        }

        return versions;
    }

    private static void Numbers(Utf8JsonWriter writer, params ReadOnlySpan<long> numbers)
    {
        foreach (long number in numbers)
        {
            writer.WriteNumberValue(number);
        }
    }

    private static long Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt64();
    }

    private static string? NextText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    /// <summary>Reads one item whose array has been entered and leaves the reader at the array's end.</summary>
    private delegate T ReadItem<T>(ref Utf8JsonReader reader);
}
