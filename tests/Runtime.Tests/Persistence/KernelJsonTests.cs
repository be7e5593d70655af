using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Platform.Decisions.Feel;
using Platform.Kernel.Execution;
using Platform.Runtime.Persistence.Payloads;

namespace Platform.Runtime.Tests.Persistence;

/// <summary>What is stored is what comes back, and what was stored by a release stays readable.</summary>
public sealed class KernelJsonTests
{
    private const string FrozenState =
        """[1,0,9,[[3,2,0,1,1,0,0,0,1,0,2,1]],[[0,-1,0,-1,0,{"天":[12,{"$":"date","v":"@\"2026-03-02\""}]}]],[[4,3,0,5,638000000000000000,-1]],[[5,3,0,6,0,"回执","甲",false]],[[6,2,0,0]],[2,1]]""";

    [Fact]
    public void A_state_stored_by_version_1_reads_as_it_was()
    {
        InstanceState state = KernelJson.ReadState(Encoding.UTF8.GetBytes(FrozenState), "p");

        state.NextId.ShouldBe(9);
        state.Tokens[0].ShouldBe(state.Tokens[0] with { Id = 3, NodeIndex = 2, Status = TokenStatus.Task, Round = 1, FlowIndex = 0 });
        state.Tokens[0].Lineage.ShouldBe([new Branch(1, 0), new Branch(2, 1)]);
        state.Variables["天"].ShouldBe(FeelValue.Of([FeelValue.Of(12), FeelValue.Of(new DateOnly(2026, 3, 2))]));
        state.Timers[0].Remaining.ShouldBe(-1);
        state.Subscriptions[0].CorrelationKey.ShouldBe("甲");
        state.Rounds.ShouldBe([new RoundCount(2, 1)]);
        Encoding.UTF8.GetString(KernelJson.WriteState(state)).ShouldBe(FrozenState);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("12345678901234567890.123456789")]
    [InlineData("-0.05")]
    [InlineData("\"文本 \\\" 引号\"")]
    [InlineData("[1, [2, \"三\"], null]")]
    [InlineData("{a: 1, b: {c: [true]}}")]
    [InlineData("{\"$\": \"date\", \"v\": 1}")]
    [InlineData("@\"2026-03-02\"")]
    [InlineData("@\"09:30:00\"")]
    [InlineData("@\"09:30:00+08:00\"")]
    [InlineData("@\"2026-03-02T09:30:00@Asia/Shanghai\"")]
    [InlineData("@\"2026-03-02T09:30:00.5Z\"")]
    [InlineData("@\"P1Y2M\"")]
    [InlineData("@\"-P3DT4H0.5S\"")]
    [InlineData("[1..10)")]
    [InlineData("(@\"2026-01-01\"..@\"2026-12-31\"]")]
    public void Every_kind_of_value_comes_back_equal(string literal)
    {
        FeelValue value = FeelExpression.Parse(literal).Expression!.Evaluate(FeelScope.Empty).Value;
        value.IsNull.ShouldBe(literal == "null");

        Stored(value).ShouldBe(value);
        Stored(value).TypeName.ShouldBe(value.TypeName);
    }

    [Fact]
    public void Nested_values_come_back_equal() => Prop.ForAll(
        Values(3).ToArbitrary(),
        value => Stored(value).Equals(value)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_fact_comes_back_equal()
    {
        Type[] cases = typeof(ProcessEvent).GetNestedTypes();
        cases.Length.ShouldBeGreaterThan(25);
        foreach (Type type in cases)
        {
            ProcessEvent fact = Sample(type);

            ProcessEvent read = KernelJson.ReadFacts(KernelJson.WriteFacts([fact])).Single();

            KernelJson.WriteFacts([read]).ShouldBe(KernelJson.WriteFacts([fact]), type.Name);
            read.GetType().ShouldBe(type);
        }
    }

    /// <summary>A fact of the case with every parameter set to something that is not its default.</summary>
    private static ProcessEvent Sample(Type type)
    {
        System.Reflection.ConstructorInfo constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return (ProcessEvent)constructor.Invoke([.. constructor.GetParameters().Select(p => SampleOf(p.ParameterType))]);
    }

    private static object SampleOf(Type type) => type switch
    {
        _ when type == typeof(long) => 7L,
        _ when type == typeof(int) => 5,
        _ when type == typeof(bool) => true,
        _ when type == typeof(string) => "文",
        _ when type == typeof(FeelValue) => FeelValue.Of(1),
        _ when type == typeof(ImmutableDictionary<string, FeelValue>) => ImmutableDictionary<string, FeelValue>.Empty.Add("a", FeelValue.Of("b")),
        _ when type == typeof(ImmutableDictionary<string, int>) => ImmutableDictionary<string, int>.Empty.Add("派单", 2),
        _ when type == typeof(ImmutableArray<long>) => ImmutableArray.Create(1L, 2L),
        _ when type == typeof(DateTimeOffset?) => DateTimeOffset.UnixEpoch.AddDays(1),
        _ when type == typeof(TokenStatus) => TokenStatus.AtJoin,
        _ when type == typeof(Token) => new Token { Id = 3, NodeIndex = 4, ScopeId = 0, Lineage = [new Branch(1, 2)], Round = 2, FlowIndex = 6 },
        _ when type == typeof(Scope) => new Scope { Id = 3, ParentId = 0, OwnerTokenId = 2, NodeIndex = 4, Kind = ScopeKind.Loop, Items = FeelValue.Of([FeelValue.Of(1)]) },
        _ when type == typeof(PendingTimer) => new PendingTimer { Id = 3, TokenId = 2, ScopeId = 0, NodeIndex = 4, Due = DateTimeOffset.UnixEpoch, Remaining = 2 },
        _ when type == typeof(Subscription) => new Subscription { Id = 3, TokenId = 2, ScopeId = 0, NodeIndex = 4, Kind = SubscriptionKind.Signal, Name = "n", Holds = true },
        _ when type == typeof(Compensable) => new Compensable { Id = 3, NodeIndex = 4, ScopeId = 0, KeptScopeId = 9 },
        _ => throw new InvalidOperationException($"Expected a sample, but {type.Name} has none."),
    };

    private static FeelValue Stored(FeelValue value)
    {
        var state = new InstanceState
        {
            ProcessId = "p",
            Scopes = [new Scope
            {
                Id = 0, ParentId = -1, OwnerTokenId = 0, NodeIndex = -1, Kind = ScopeKind.Process,
                Variables = ImmutableDictionary<string, FeelValue>.Empty.Add("x", value),
            }],
        };
        return KernelJson.ReadState(KernelJson.WriteState(state), "p").Variables["x"];
    }

    private static Gen<FeelValue> Values(int depth)
    {
        Gen<FeelValue> flat = Gen.OneOf(
            Gen.Constant(FeelValue.Null),
            ArbMap.Default.GeneratorFor<bool>().Select(b => (FeelValue)FeelValue.Of(b)),
            ArbMap.Default.GeneratorFor<long>().Select(n => (FeelValue)FeelValue.Of(n)),
            ArbMap.Default.GeneratorFor<decimal>().Select(n => (FeelValue)FeelValue.Of(n)),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Where(s => !s.Get.Any(char.IsSurrogate)).Select(s => FeelValue.Of(s.Get)));
        if (depth == 0)
        {
            return flat;
        }

        Gen<FeelValue> inner = Values(depth - 1);
        return Gen.OneOf(
            flat,
            inner.ListOf().Select(items => (FeelValue)FeelValue.Of(items)),
            Gen.Zip(Gen.Elements("$", "v", "名", "b c"), inner).ListOf().Select(entries =>
                (FeelValue)new FeelContext(entries.Select(e => KeyValuePair.Create(e.Item1, e.Item2)))));
    }
}
