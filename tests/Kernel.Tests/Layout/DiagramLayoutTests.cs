using System.Collections.Immutable;
using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Platform.Conformance.BpmnInterchange;
using Platform.Kernel.Layout;
using Platform.Kernel.Model;
using Platform.Kernel.Tests.Xml;
using Platform.Kernel.Xml;
using Xunit.Abstractions;

namespace Platform.Kernel.Tests.Layout;

/// <summary>Models without a drawing get one that people can read.</summary>
public sealed class DiagramLayoutTests(ITestOutputHelper output)
{
    [Fact]
    public void A_straight_process_is_drawn_in_one_row_from_left_to_right()
    {
        var drawn = Draw("<startEvent id=\"s\"/><userTask id=\"a\"/><userTask id=\"b\"/><endEvent id=\"e\"/>" + Flows("s-a", "a-b", "b-e"));

        var boxes = new[] { "s", "a", "b", "e" }.Select(id => Box(drawn, id)).ToList();
        boxes.Select(b => b.Y + (b.Height / 2)).Distinct().ShouldHaveSingleItem();
        boxes.Select(b => b.X).ShouldBeInOrder();
        Edge(drawn, "a-b").Waypoints.Length.ShouldBe(2);
    }

    [Fact]
    public void Branches_stand_beside_each_other_and_join_again()
    {
        var drawn = Draw("<startEvent id=\"s\"/><parallelGateway id=\"g\"/><task id=\"a\"/><task id=\"b\"/><task id=\"c\"/><parallelGateway id=\"j\"/><endEvent id=\"e\"/>"
            + Flows("s-g", "g-a", "g-b", "g-c", "a-j", "b-j", "c-j", "j-e"));

        new[] { "a", "b", "c" }.Select(id => Box(drawn, id).X).Distinct().ShouldHaveSingleItem();
        new[] { "a", "b", "c" }.Select(id => Box(drawn, id).Y).Distinct().Count().ShouldBe(3);
        (Box(drawn, "a").Y + 40).ShouldBe(Box(drawn, "j").Y + 25);
    }

    [Fact]
    public void A_flow_back_runs_outside_the_nodes_it_passes()
    {
        var drawn = Draw("<startEvent id=\"s\"/><task id=\"a\"/><task id=\"b\"/><exclusiveGateway id=\"g\"/><endEvent id=\"e\"/>" + Flows("s-a", "a-b", "b-g", "g-e", "g-a"));

        DrawingCheck.Faults(drawn).ShouldBeEmpty();
        Edge(drawn, "g-a").Waypoints.Max(p => p.Y).ShouldBeGreaterThan(Box(drawn, "b").Y + 80);
    }

    [Fact]
    public void Boundary_events_sit_on_the_lower_edge_and_their_flows_leave_downwards()
    {
        var drawn = Draw("<startEvent id=\"s\"/><task id=\"a\"/><boundaryEvent id=\"t1\" name=\"两日未办\" attachedToRef=\"a\"/><boundaryEvent id=\"t2\" attachedToRef=\"a\"/><task id=\"x\"/><task id=\"y\"/><endEvent id=\"e\"/>"
            + Flows("s-a", "a-e", "t1-x", "t2-y"));

        DrawingCheck.Faults(drawn).ShouldBeEmpty();
        foreach (var id in new[] { "t1", "t2" })
        {
            (Box(drawn, id).Y + 18).ShouldBe(Box(drawn, "a").Y + 80);
        }

        (Box(drawn, "t1").X + 36).ShouldBeLessThanOrEqualTo(Box(drawn, "t2").X);
        Edge(drawn, "t1-x").Waypoints[0].Y.ShouldBe(Box(drawn, "t1").Y + 36);
        Box(drawn, "x").Y.ShouldBeGreaterThan(Box(drawn, "a").Y);
    }

    [Fact]
    public void Sub_processes_are_open_and_hold_their_elements()
    {
        var drawn = Draw("<startEvent id=\"s\"/><subProcess id=\"u\"><startEvent id=\"us\"/><task id=\"ut\"/>" + Flows("us-ut") + "</subProcess><subProcess id=\"empty\"/><endEvent id=\"e\"/>" + Flows("s-u", "u-empty", "empty-e"));

        DrawingCheck.Faults(drawn).ShouldBeEmpty();
        Shape(drawn, "u").IsExpanded.ShouldBe(true);
        Shape(drawn, "empty").IsExpanded.ShouldBe(false);
    }

    [Fact]
    public void Pools_and_nested_lanes_frame_their_nodes()
    {
        var drawn = DiagramLayout.Arrange(XmlFixtures.Model(XmlFixtures.Document("""
            <collaboration id="c"><participant id="county" processRef="p"/><participant id="town"/><messageFlow id="m" sourceRef="b" targetRef="town" name="转交"/></collaboration>
            <process id="p"><laneSet id="ls"><lane id="outer"><childLaneSet id="cls"><lane id="l1"><flowNodeRef>s</flowNodeRef><flowNodeRef>a</flowNodeRef></lane><lane id="l2"><flowNodeRef>b</flowNodeRef></lane></childLaneSet></lane><lane id="l3"><flowNodeRef>e</flowNodeRef></lane></laneSet>
            <startEvent id="s"/><task id="a"/><task id="b"/><endEvent id="e"/>
            """ + Flows("s-a", "a-b", "b-e", "b-a") + "</process>")));

        DrawingCheck.Faults(drawn).ShouldBeEmpty();
        var (pool, inner) = (Box(drawn, "county"), Box(drawn, "l1"));
        (inner.X, inner.X + inner.Width).ShouldBe((pool.X + 60, pool.X + pool.Width));
        Box(drawn, "l3").Y.ShouldBe(Box(drawn, "outer").Y + Box(drawn, "outer").Height);
        Box(drawn, "town").Width.ShouldBe(pool.Width);
        Edge(drawn, "m").Waypoints[^1].Y.ShouldBe(Box(drawn, "town").Y);
    }

    [Fact]
    public void A_message_steps_aside_for_the_shapes_of_its_pool()
    {
        var drawn = DiagramLayout.Arrange(XmlFixtures.Model(XmlFixtures.Document("""
            <collaboration id="c"><participant id="county" processRef="p"/><participant id="town"/><messageFlow id="m" sourceRef="a" targetRef="town"/></collaboration>
            <process id="p"><startEvent id="s"/><parallelGateway id="g"/><task id="a"/><task id="b"/>
            """ + Flows("s-g", "g-a", "g-b") + "</process>")));

        DrawingCheck.Faults(drawn).ShouldBeEmpty();
        var (below, points) = (Box(drawn, "b"), Edge(drawn, "m").Waypoints);
        below.X.ShouldBe(Box(drawn, "a").X);
        points[0].Y.ShouldBe(Box(drawn, "a").Y + 80);
        points[^1].Y.ShouldBe(Box(drawn, "town").Y);
        points.Zip(points.Skip(1)).ShouldAllBe(s => Math.Max(s.First.X, s.Second.X) <= below.X || Math.Min(s.First.X, s.Second.X) >= below.X + 100 || Math.Max(s.First.Y, s.Second.Y) <= below.Y || Math.Min(s.First.Y, s.Second.Y) >= below.Y + 80);
    }

    [Fact]
    public void Data_and_remarks_stand_beside_what_they_belong_to()
    {
        var drawn = Draw("""
            <startEvent id="s"/><task id="a"><ioSpecification><dataInput id="i"/><inputSet/><outputSet/></ioSpecification><dataInputAssociation id="d"><sourceRef>r</sourceRef><targetRef>i</targetRef></dataInputAssociation></task>
            <dataObject id="o"/><dataObjectReference id="r" dataObjectRef="o"/>
            """ + Flows("s-a") + "<textAnnotation id=\"n\"><text>限十五日</text></textAnnotation><association id=\"as\" sourceRef=\"a\" targetRef=\"n\"/>");

        DrawingCheck.Faults(drawn).ShouldBeEmpty();
        (Box(drawn, "r").X + 18).ShouldBe(Box(drawn, "a").X + 50);
        Edge(drawn, "d").ShouldNotBeNull();
        Edge(drawn, "as").ShouldNotBeNull();
    }

    [Fact]
    public void What_is_drawn_already_stays_as_it_is()
    {
        var model = XmlFixtures.Model(XmlFixtures.Everything);

        DiagramLayout.Arrange(model).ShouldBeSameAs(model);
        DiagramLayout.Redraw(model).Diagrams.ShouldNotBe(model.Diagrams);
    }

    [Fact]
    public void An_empty_model_and_one_beyond_the_limit_come_back_as_they_are()
    {
        var many = new ProcessDefinition { Id = "p", FlowElements = [.. Enumerable.Range(0, DiagramLayout.MaxElements + 1).Select(i => new AbstractTask { Id = $"t{i}" })] };
        Definitions[] models = [new(), new() { RootElements = [many] }];

        models.ShouldAllBe(m => ReferenceEquals(DiagramLayout.Arrange(m), m));
    }

    [Fact]
    public void The_drawing_is_valid_BPMN_and_the_same_each_time()
    {
        var model = XmlFixtures.Model(XmlFixtures.Everything);

        var first = BpmnWriter.Write(DiagramLayout.Redraw(model));

        BpmnWriter.Write(DiagramLayout.Redraw(model)).ShouldBe(first);
        BpmnReader.Read(first).Issues.ShouldAllBe(i => i.Code == ReadIssueCodes.KeptVerbatim);
        SchemaValidation.Find(AppContext.BaseDirectory)?.Errors(System.Xml.Linq.XDocument.Parse(first)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_file_of_the_corpus_gets_a_faultless_drawing()
    {
        if (XmlFixtures.Corpus() is not { } corpus)
        {
            output.WriteLine("The conformance data is not beside this checkout: only our own models were drawn.");
            return;
        }

        foreach (var file in BpmnInterchangeCommand.Find(corpus))
        {
            var model = BpmnReader.Read(File.ReadAllBytes(file)).Definitions!;
            DrawingCheck.Faults(DiagramLayout.Redraw(Usable(model))).ShouldBeEmpty(file);
        }
    }

    [Fact]
    public void Our_own_templates_get_a_faultless_drawing()
    {
        foreach (var file in XmlFixtures.Templates())
        {
            DrawingCheck.Faults(DiagramLayout.Redraw(BpmnReader.Read(File.ReadAllBytes(file)).Definitions!)).ShouldBeEmpty(file);
        }
    }

    [Fact]
    public void Any_process_gets_a_faultless_drawing() =>
        Prop.ForAll(Processes().ToArbitrary(), model => DrawingCheck.Faults(DiagramLayout.Arrange(model)).ShouldBeEmpty()).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Nonsense_is_drawn_as_far_as_it_goes_and_never_throws()
    {
        var drawn = Draw("""
            <task id="a"/><task id="a"/><boundaryEvent id="b" attachedToRef="b"/><boundaryEvent id="c" attachedToRef="nothing"/><boundaryEvent id="e" attachedToRef="c"/>
            <sequenceFlow id="f" sourceRef="a" targetRef="nothing"/><sequenceFlow id="g" sourceRef="b" targetRef="c"/><sequenceFlow id="g" sourceRef="c" targetRef="b"/>
            <subProcess id="s"><sequenceFlow id="h" sourceRef="a" targetRef="s"/></subProcess><association id="x" sourceRef="x" targetRef="g"/>
            """);

        drawn.Diagrams.Single().Plane!.Nodes.OfType<DiagramShape>().Select(n => n.BpmnElement).ShouldBe(["a", "b", "c", "e", "s"], ignoreOrder: true);
    }

    [Fact]
    public void A_tangle_of_thousands_of_flows_is_drawn_in_bounded_time()
    {
        var random = new Random(3);
        var nodes = Enumerable.Range(0, 1000).Select(i => (FlowElement)new UserTask { Id = $"t{i}" });
        var flows = Enumerable.Range(0, 4000).Select(i => (FlowElement)new SequenceFlow { Id = $"f{i}", SourceRef = $"t{random.Next(1000)}", TargetRef = $"t{random.Next(1000)}" });
        var started = Stopwatch.GetTimestamp();

        DiagramLayout.Arrange(new() { RootElements = [new ProcessDefinition { Id = "p", FlowElements = [.. nodes, .. flows] }] }).Diagrams.ShouldHaveSingleItem();

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Six_hundred_nodes_are_drawn_in_a_moment()
    {
        var random = new Random(7);
        var nodes = Enumerable.Range(0, 600).Select(i => (FlowElement)new UserTask { Id = $"t{i}" });
        var flows = Enumerable.Range(1, 599).Select(i => (FlowElement)new SequenceFlow { Id = $"f{i}", SourceRef = $"t{Math.Max(0, i - 1 - random.Next(4))}", TargetRef = $"t{i}" });
        var back = Enumerable.Range(0, 60).Select(i => (FlowElement)new SequenceFlow { Id = $"b{i}", SourceRef = $"t{(i * 9) + 30}", TargetRef = $"t{i * 9}" });
        var model = new Definitions { RootElements = [new ProcessDefinition { Id = "p", FlowElements = [.. nodes, .. flows, .. back] }] };
        var started = Stopwatch.GetTimestamp();

        var drawn = DiagramLayout.Arrange(model);

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        DrawingCheck.Faults(drawn).ShouldBeEmpty();
    }

    private static Gen<Definitions> Processes() =>
        from nodes in Gen.Choose(1, 14)
        from lanes in Gen.Choose(0, 3)
        from flows in Gen.ListOf(Gen.Zip(Gen.Choose(0, nodes - 1), Gen.Choose(0, nodes - 1)))
        from kinds in Gen.ArrayOf(Gen.Choose(0, 7), nodes)
        select Build(kinds, lanes, [.. flows.Take(24)]);

    /// <summary>Nodes of mixed kinds, some with boundary events that have flows of their own, spread over lanes.</summary>
    private static Definitions Build(int[] kinds, int lanes, ImmutableArray<(int From, int To)> flows)
    {
        var elements = new List<FlowElement>();
        for (var i = 0; i < kinds.Length; i++)
        {
            var id = $"n{i}";
            elements.Add(kinds[i] switch
            {
                0 => new StartEvent { Id = id, Name = "开始" },
                1 => new EndEvent { Id = id, Name = "结束办理" },
                2 => new ExclusiveGateway { Id = id, Name = "是否受理？" },
                3 => new SubProcess { Id = id, FlowElements = [new StartEvent { Id = id + "s" }, new UserTask { Id = id + "t" }, new SequenceFlow { Id = id + "f", SourceRef = id + "s", TargetRef = id + "t" }, new SequenceFlow { Id = id + "g", SourceRef = id + "t", TargetRef = id + "t" }] },
                _ => new UserTask { Id = id, Name = "办理" },
            });
            if (kinds[i] is 4 or 5)
            {
                elements.Add(new BoundaryEvent { Id = id + "b", AttachedToRef = id, Name = "逾期未办" });
                elements.Add(new BoundaryEvent { Id = id + "c", AttachedToRef = id });
                elements.Add(new SequenceFlow { Id = id + "x", SourceRef = id + "b", TargetRef = $"n{(i * 5) % kinds.Length}" });
                elements.Add(new SequenceFlow { Id = id + "y", SourceRef = id + "c", TargetRef = $"n{(i + 1) % kinds.Length}" });
            }
        }

        elements.AddRange(flows.Distinct().Select(f => new SequenceFlow { Id = $"f{f.From}_{f.To}", SourceRef = $"n{f.From}", TargetRef = $"n{f.To}", Name = f.From % 3 == 0 ? "同意" : null }));
        ImmutableArray<Lane> bands = [.. Enumerable.Range(0, lanes).Select(l => new Lane { Id = $"l{l}", FlowNodeRefs = [.. Enumerable.Range(0, kinds.Length).Where(i => i % lanes == l).Select(i => $"n{i}")] })];
        return new()
        {
            Id = "d",
            RootElements =
            [
                new Collaboration { Id = "c", Participants = [new() { Id = "pool", ProcessRef = "p" }] },
                new ProcessDefinition { Id = "p", FlowElements = [.. elements], LaneSets = lanes == 0 ? [] : [new() { Id = "ls", Lanes = bands }] },
            ],
        };
    }

    /// <summary>Flows whose ends do not exist, or lie in another container, cannot be drawn and are reported by the reader.</summary>
    private static Definitions Usable(Definitions model) => model with
    {
        RootElements = [.. model.RootElements.Select(r => r is ProcessDefinition p ? p with { FlowElements = Usable(p.FlowElements) } : r)],
    };

    private static ImmutableArray<FlowElement> Usable(ImmutableArray<FlowElement> elements)
    {
        var ids = elements.OfType<FlowNode>().Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. elements.Where(e => e is not SequenceFlow f || (ids.Contains(f.SourceRef) && ids.Contains(f.TargetRef)))
                .Select(e => e is SubProcess sub ? sub with { FlowElements = Usable(sub.FlowElements) } : e),
        ];
    }

    private static string Flows(params string[] flows) =>
        string.Concat(flows.Select(f => $"<sequenceFlow id=\"{f}\" sourceRef=\"{f.Split('-')[0]}\" targetRef=\"{f.Split('-')[1]}\"/>"));

    private static Definitions Draw(string content) => DiagramLayout.Arrange(XmlFixtures.Model(XmlFixtures.Process(content)));

    private static DiagramShape Shape(Definitions drawn, string id) => drawn.Diagrams.Single().Plane!.Nodes.OfType<DiagramShape>().Single(s => s.BpmnElement == id);

    private static Bounds Box(Definitions drawn, string id) => Shape(drawn, id).Bounds!;

    private static DiagramEdge Edge(Definitions drawn, string id) => drawn.Diagrams.Single().Plane!.Nodes.OfType<DiagramEdge>().Single(s => s.BpmnElement == id);
}
