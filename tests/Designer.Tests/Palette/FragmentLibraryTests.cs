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
