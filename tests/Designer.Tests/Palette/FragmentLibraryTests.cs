using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Designer.Checks;
using Platform.Designer.Editing;
using Platform.Designer.Palette;
using Platform.Designer.Simple;
using Platform.Designer.Tests.Simple;
using Platform.Designer.Texts;
using Platform.Kernel.Graph;
using Platform.Kernel.Model;
using Platform.Kernel.Xml;

namespace Platform.Designer.Tests.Palette;

public sealed class FragmentLibraryTests
{
    public static TheoryData<string> Ids => [.. FragmentLibrary.All.Select(f => f.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_fragment_put_into_a_process_compiles_and_nothing_is_found_wrong_with_it(string id)
    {
        DesignSession session = NewSession();

        session.Change(FragmentLibrary.Insert(session.Process, "Flow_2", id));

        GraphCompiler.Compile(session.Current, "leave", new CompileOptions()).Issues.ShouldBeEmpty();
        NewChecks().Of(session.Process, _ => false).Where(i => i.ElementId != "Step_1").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_fragment_goes_on_where_it_was_put_in(string id)
    {
        ProcessDefinition process = FragmentLibrary.Insert(Flows.Straight(), "a_e", id);

        process.FlowElements.OfType<SequenceFlow>().ShouldContain(f => f.SourceRef == "a" && f.TargetRef != "e");
        process.FlowElements.OfType<SequenceFlow>().ShouldContain(f => f.SourceRef != "a" && f.TargetRef == "e");
        FlowReader.Read(process).Obstacle.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_fragment_fits_at_every_place_of_a_large_process(string id)
    {
        Definitions model = BpmnReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "shiquan-three-ledgers.bpmn"))).Definitions!;
        DesignSession session = new(model, "shiquan-three-ledgers");
        ProcessDefinition before = session.Process;
        string[] known = Found(session);

        string[] places = [.. Places(FlowReader.Read(before).Flow!, before)];
        places.Length.ShouldBeGreaterThan(20);
        foreach (string place in places)
        {
            session.Change(FragmentLibrary.Insert(before, place, id));

            Found(session).Except(known).ShouldBeEmpty(place);
            FlowReader.Read(session.Process).Obstacle.ShouldBeNull(place);
        }
    }

    /// <summary>
    /// Where the simple view offers a plus: behind steps and at the head of branches. Left out is the place between a step and the gateway that
    /// asks how it ended.
    /// </summary>
    private static IEnumerable<string> Places(FlowSequence sequence, ProcessDefinition process)
    {
        Dictionary<string, FlowElement> all = ProcessOutline.Everything(process.FlowElements).ToDictionary(e => e.Id);
        bool Asks(SequenceFlow flow) => all[flow.TargetRef] is ExclusiveGateway or InclusiveGateway;
        foreach (FlowItem item in sequence.Items)
        {
            SequenceFlow[] after = [.. all.Values.OfType<SequenceFlow>().Where(f => f.SourceRef == (item as FlowItem.Step)?.Node.Id)];
            IEnumerable<string> own = after is [var only] && !Asks(only) ? [only.Id] : [];
            IEnumerable<string> nested = item switch
            {
                FlowItem.Step { Inside: { } inside } => Places(inside, process),
                FlowItem.Branching block => block.Branches.SelectMany(b => Places(b.Path, process).Concat(Asks(b.Flow) ? [] : [b.Flow.Id])),
                _ => [],
            };
            foreach (string place in own.Concat(nested))
            {
                yield return place;
            }
        }
    }

    private static string[] Found(DesignSession session) =>
    [
        .. GraphCompiler.Compile(session.Current, "shiquan-three-ledgers", new CompileOptions()).Issues.Select(i => $"{i.Code} {i.ElementId}"),
        .. NewChecks().Of(session.Process, _ => true).Select(i => $"{i.Code} {i.ElementId}"),
    ];

    [Fact]
    public void The_same_fragment_twice_gets_ids_of_its_own()
    {
        ProcessDefinition once = FragmentLibrary.Insert(Flows.Straight(), "a_e", "dispatch");

        ProcessDefinition twice = FragmentLibrary.InsertBehind(once, "s", "dispatch");

        string[] ids = [.. twice.FlowElements.Select(e => e.Id)];
        ids.Distinct().Count().ShouldBe(ids.Length);
        twice.FlowElements.OfType<UserTask>().Count(t => t.Name == "签收").ShouldBe(2);
    }

    [Fact]
    public void Behind_an_element_without_a_way_on_a_fragment_becomes_the_way_on()
    {
        ProcessDefinition process = FragmentLibrary.InsertBehind(Flows.Process("s a", "s>a"), "a", "whistle");

        FlowReader.Read(process).Obstacle.ShouldBeNull();
        process.FlowElements.OfType<EndEvent>().Count().ShouldBe(2);
    }

    [Fact]
    public void An_unknown_fragment_or_place_changes_nothing()
    {
        ProcessDefinition process = Flows.Straight();

        FragmentLibrary.Insert(process, "a_e", "nothing").ShouldBeSameAs(process);
        FragmentLibrary.InsertBehind(process, "nowhere", "review").ShouldBeSameAs(process);
        FragmentLibrary.InsertBehind(process, "e", "review").ShouldBeSameAs(process);
    }

    private static DesignSession NewSession() => new(DesignSession.NewProcess("leave", "请假", "填写申请"), "leave");

    private static DesignChecks NewChecks() => new(new StringLocalizer<DesignerTexts>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));
}
