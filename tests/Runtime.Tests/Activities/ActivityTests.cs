using Microsoft.Extensions.Logging.Abstractions;
using Platform.Decisions.Feel;
using Platform.Kernel.Graph;
using Platform.Kernel.Xml;
using Platform.Runtime.Activities;
using Platform.Runtime.Definitions;
using Platform.Runtime.Instances;

namespace Platform.Runtime.Tests.Activities;

public sealed class ActivityTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_catalogue_describes_what_an_activity_declares()
    {
        var descriptor = new ActivityCatalog([new Greet()]).Describe("test.Greet").ShouldNotBeNull();

        descriptor.DisplayName.ShouldBe("问候");
        descriptor.Kind.ShouldBe(ActivityKind.Automatic);
        descriptor.Inputs.Select(i => (i.Name, i.Required, i.UIHint)).ShouldBe([("name", true, "single-line"), ("loud", false, "checkbox")]);
        descriptor.Outputs.ShouldHaveSingleItem().Name.ShouldBe("text");
    }

    [Fact]
    public void Two_activities_of_one_type_stop_the_program() =>
        Should.Throw<InvalidOperationException>(() => new ActivityCatalog([new Greet(), new Greet()])).Message.ShouldContain("test.Greet");

    [Fact]
    public async Task Inputs_come_from_the_process_and_outputs_go_back_by_name()
    {
        var result = await RunAsync(new Greet(), """<gov:input name="name">person</gov:input>""", ("person", FeelValue.Of("王晓梅")));

        var completed = result.ShouldBeOfType<ActivityResult.Completed>();
        completed.Outcome.ShouldBe("done");
        completed.Variables["text"].ShouldBe(FeelValue.Of("您好,王晓梅"));
    }

    [Fact]
    public async Task A_required_input_that_is_missing_is_a_failure_with_its_name() =>
        (await RunAsync(new Greet(), "")).ShouldBeOfType<ActivityResult.Failed>().Problem.Code.ShouldBe("activity.input-missing");

    [Fact]
    public async Task An_activity_that_throws_fails_alone() =>
        (await RunAsync(new Greet(), """<gov:input name="name">"boom"</gov:input>""")).ShouldBeOfType<ActivityResult.Failed>()
            .Problem.Code.ShouldBe("activity.failed");

    [Fact]
    public async Task A_bookmark_makes_the_token_wait() =>
        (await RunAsync(new Greet(), """<gov:input name="name">"wait"</gov:input>""")).ShouldBeOfType<ActivityResult.Waits>().Bookmark.ShouldBe("reply");

    [Fact]
    public async Task A_business_error_is_thrown_into_the_process() =>
        (await RunAsync(new Greet(), """<gov:input name="name">"refuse"</gov:input>""")).ShouldBeOfType<ActivityResult.Threw>().ErrorCode.ShouldBe("REFUSED");

    [Fact]
    public async Task The_key_is_the_same_for_every_attempt()
    {
        var keys = new List<string>();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var completed = (ActivityResult.Completed)await RunAsync(new Greet(), """<gov:input name="name">"key"</gov:input>""");
            keys.Add(((FeelString)completed.Variables["text"]).Value);
        }

        keys[0].ShouldBe(keys[1]);
    }

    private static async Task<ActivityResult> RunAsync(Activity activity, string inputs, params (string Name, FeelValue Value)[] variables)
    {
        var xml = $"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" targetNamespace="t">
              <process id="p" isExecutable="true">
                <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
                <serviceTask id="t" gov:activity="test.Greet"><extensionElements>{inputs}</extensionElements></serviceTask>
                <sequenceFlow id="f2" sourceRef="t" targetRef="e"/><endEvent id="e"/>
              </process>
            </definitions>
            """;
        var compiled = GraphCompiler.Compile(BpmnReader.Read(xml).Definitions!, "p");
        compiled.Graph.ShouldNotBeNull(string.Join('\n', compiled.Issues.Select(i => i.Message)));
        var catalog = new ActivityCatalog([activity]);
        var issues = new List<DeployIssue>();
        var parts = new DeploymentReader(catalog).Read(new Dictionary<string, byte[]> { ["p.bpmn"] = System.Text.Encoding.UTF8.GetBytes(xml) }, null, issues);
        issues.Where(i => i.IsError).ShouldBeEmpty();
        var process = new DeployedProcess(new DeployedVersion(Guid.Empty, "p", 1, "p"), parts.Processes[0].Graph, parts, parts.Processes[0].UserTasks);
        return await new ActivityRunner(catalog, NullLogger<ActivityRunner>.Instance).RunAsync(
            new ActivityOrder
            {
                TenantId = TestCounty.Tenant,
                InstanceId = Guid.Empty,
                Process = process,
                Node = process.Graph.FindNode("t")!,
                TokenId = 7,
                Variables = new FeelScope(variables.ToDictionary(v => v.Name, v => v.Value)),
                Now = Now,
                Actor = Actor.System,
            },
            CancellationToken.None);
    }

    [Activity("test", "Greet", DisplayName = "问候", Kind = ActivityKind.Automatic)]
    internal sealed class Greet : Activity
    {
        [Input(Required = true)]
        public Input<string> Name { get; } = new("name");

        [Input]
        public Input<bool> Loud { get; } = new("loud");

        [Output]
        public Output<string> Text { get; } = new("text");

        public override IReadOnlyList<Outcome> Outcomes => [new("done", "完成")];

        protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
        {
            switch (context.Get(Name))
            {
                case "boom":
                    throw new InvalidOperationException("boom");
                case "wait":
                    context.CreateBookmark("reply");
                    return;
                case "refuse":
                    context.ThrowError("REFUSED");
                    return;
                case "key":
                    context.Set(Text, context.Key);
                    return;
                default:
                    context.Set(Text, (context.Get(Loud) ? "!" : "") + "您好," + context.Get(Name));
                    await context.CompleteActivityAsync("done");
                    return;
            }
        }
    }
}
