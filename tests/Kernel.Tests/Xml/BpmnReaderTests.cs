using System.Text;
using Platform.Kernel.Model;
using Platform.Kernel.Xml;

namespace Platform.Kernel.Tests.Xml;

/// <summary>What a file says arrives in the model.</summary>
public sealed class BpmnReaderTests
{
    private static readonly Definitions Everything = XmlFixtures.Model(XmlFixtures.Everything);

    [Fact]
    public void References_with_the_prefix_of_the_file_become_plain_ids()
    {
        Everything.Element<BoundaryEvent>("Boundary_Error").AttachedToRef.ShouldBe("Task_Review");
        Everything.Element<CallActivity>("Call_Local").CalledElement.ShouldBe("Global_User");
        Everything.Collaborations.Single().Participants[0].ProcessRef.ShouldBe("Process_1");
    }

    [Fact]
    public void References_into_other_files_keep_their_prefix() =>
        Everything.Element<CallActivity>("Call_Far").CalledElement.ShouldBe("lib:Supervise");

    [Fact]
    public void A_user_task_has_everything_its_element_says()
    {
        var task = Everything.Element<UserTask>("Task_Review");

        task.Name.ShouldBe("书记\n阅批");
        task.Documentation.ShouldHaveSingleItem().Text.ShouldBe("书记阅批并批示");
        task.Default.ShouldBe("Flow_2");
        task.Extensions.Gov("activity").ShouldBe("gov.SecretaryReview");
        task.Extensions.GovElements.Select(e => e.LocalName).ShouldBe(["assignment", "deadline", "outcome"]);
        task.Extensions.GovElements[1].Attribute("kind").ShouldBe("working");
        task.Extensions.Foreign("assignee", "http://flowable.org/bpmn", "http://camunda.org/schema/1.0/bpmn").ShouldBe("${secretary}");
        task.Extensions.ForeignElements.ShouldHaveSingleItem().LocalName.ShouldBe("taskListener");
        task.IoSpecification!.InputSets[0].OptionalInputRefs.ShouldBe(["Review_In"]);
        task.ResourceRoles.Select(r => r.Kind).ShouldBe([ResourceRoleKind.HumanPerformer, ResourceRoleKind.PotentialOwner, ResourceRoleKind.Performer, ResourceRoleKind.ResourceRole]);
        task.ResourceRoles[1].Assignment!.Expression!.Text.ShouldBe("user(kermit), group(management)");
        task.SourceLine.ShouldBe(1 + XmlFixtures.Everything.Split('\n').ToList().FindIndex(l => l.Contains("<bpmn:userTask", StringComparison.Ordinal)));
    }

    [Fact]
    public void Multi_instance_reads_its_parts_and_our_rule()
    {
        var loop = Everything.Element<UserTask>("Task_Review").Loop.ShouldBeOfType<MultiInstanceLoopCharacteristics>();

        loop.IsSequential.ShouldBeTrue();
        loop.Behavior.ShouldBe(MultiInstanceBehavior.Complex);
        loop.LoopCardinality!.Text.ShouldBe("3");
        loop.CompletionCondition!.Text.ShouldBe("count(votes) >= 2");
        loop.ItemName.ShouldBe("成员");
        loop.Rule.ShouldBe("ratio:0.66");
        loop.ComplexBehaviors[0].Event!.EventDefinitions.ShouldHaveSingleItem().ShouldBeOfType<SignalEventDefinition>();
    }

    [Theory]
    [InlineData("Sub_1", SubProcessKind.Embedded)]
    [InlineData("Sub_Event", SubProcessKind.Event)]
    [InlineData("Transaction_1", SubProcessKind.Transaction)]
    [InlineData("AdHoc_1", SubProcessKind.AdHoc)]
    public void Sub_processes_know_their_kind(string id, SubProcessKind kind) => Everything.Element<SubProcess>(id).Kind.ShouldBe(kind);

    [Fact]
    public void Every_kind_of_event_definition_is_read()
    {
        var kinds = Everything.Processes.SelectMany(p => XmlFixtures.All(p.FlowElements)).OfType<EventNode>().SelectMany(e => e.EventDefinitions).Select(d => d.GetType());

        kinds.Distinct().Count().ShouldBe(typeof(EventDefinition).Assembly.GetTypes().Count(t => t.BaseType == typeof(EventDefinition)));
    }

    [Fact]
    public void Several_diagrams_stay_several_with_colours_and_label_styles()
    {
        Everything.Diagrams.Length.ShouldBe(2);
        var shape = Everything.Diagrams[0].Plane!.Nodes.OfType<DiagramShape>().Single(s => s.BpmnElement == "Task_Review");
        shape.Bounds!.X.ShouldBe(200.25);
        shape.Extensions.ForeignAttributes.Select(a => a.LocalName).ShouldBe(["stroke", "fill", "background-color", "border-color"]);
        shape.Label!.LabelStyle.ShouldBe("LabelStyle_1");
        Everything.Diagrams[0].LabelStyles[0].Font!.Size.ShouldBe(11.5);
        Everything.Diagrams[0].Plane!.Nodes.OfType<DiagramEdge>().Single().Waypoints.Select(w => w.X).ShouldBe([1, 3.125, 5]);
    }

    [Fact]
    public void Markup_in_documentation_is_kept_beside_its_text()
    {
        var documentation = Everything.Processes.Single().Documentation.ShouldHaveSingleItem();

        documentation.Text.ShouldBe("按《信访工作条例》第二十三条办理。");
        documentation.Content.OfType<ExtensionElement>().ShouldHaveSingleItem().LocalName.ShouldBe("b");
    }

    [Fact]
    public void A_file_in_GBK_is_read_as_its_declaration_says()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;
        var text = XmlFixtures.Process("<task id=\"t\" name=\"信访登记\"/>").Replace("UTF-8", "GBK", StringComparison.Ordinal);

        var result = BpmnReader.Read(gbk.GetBytes(text));

        result.Definitions!.Element<AbstractTask>("t").Name.ShouldBe("信访登记");
        BpmnWriter.Write(result.Definitions!).ShouldStartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("gb18030", false)]
    [InlineData("gb2312", false)]
    [InlineData("big5", false)]
    public void Other_encodings_are_read_too(string name, bool hasMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var text = XmlFixtures.Process("<task id=\"t\" name=\"信\"/>").Replace("UTF-8", name, StringComparison.Ordinal);

        var result = BpmnReader.Read([.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);

        result.Definitions!.Element<AbstractTask>("t").Name.ShouldBe("信");
    }

    [Fact]
    public void Missing_ids_are_generated_the_same_each_time_and_never_meet_written_ones()
    {
        const string content = "<startEvent/><task id=\"P_task_1\"/><task/><sequenceFlow sourceRef=\"P_task_1\" targetRef=\"P_task_1\"/>";

        var (first, second) = (BpmnReader.Read(XmlFixtures.Process(content)), BpmnReader.Read(XmlFixtures.Process(content)));

        first.Definitions!.Processes.Single().FlowElements.Select(e => e.Id).ShouldBe(["P_startEvent_1", "P_task_1", "P_task_2", "P_sequenceFlow_1"]);
        second.Definitions!.Processes.Single().FlowElements.Select(e => e.Id).ShouldBe(first.Definitions!.Processes.Single().FlowElements.Select(e => e.Id));
        first.Issues.ShouldAllBe(i => i.Code == ReadIssueCodes.IdMissing && i.Severity == ReadSeverity.Information);
    }

    [Fact]
    public void Vendor_attributes_and_elements_are_exposed_as_they_are()
    {
        var task = XmlFixtures.Model(XmlFixtures.Process("""<serviceTask id="s" camunda:asyncBefore="true"><extensionElements><camunda:inputOutput><camunda:inputParameter name="x">${y}</camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>""")).Element<ServiceTask>("s");

        task.Extensions.Foreign("asyncBefore", "http://camunda.org/schema/1.0/bpmn").ShouldBe("true");
        var parameter = task.Extensions.ForeignElements.Single().Child("inputParameter").ShouldNotBeNull();
        (parameter.Attribute("name"), parameter.Text).ShouldBe(("x", "${y}"));
    }

    [Fact]
    public void Unknown_elements_of_BPMN_are_kept_and_named()
    {
        var text = XmlFixtures.Process("\n<quantumTask id=\"q\"><state>both</state></quantumTask>");

        var result = BpmnReader.Read(text);

        var issue = result.Issues.ShouldHaveSingleItem();
        (issue.Code, issue.Line, issue.ElementName, issue.ElementId).ShouldBe((ReadIssueCodes.UnknownElement, 4, "quantumTask", "q"));
        BpmnWriter.Write(result.Definitions!).ShouldContain("<state>both</state>");
    }

    [Fact]
    public void An_invalid_value_is_reported_and_comes_back_as_it_was()
    {
        var result = BpmnReader.Read(XmlFixtures.Process("<task id=\"t\" startQuantity=\"many\" isForCompensation=\"maybe\"/>"));

        result.Definitions!.Element<AbstractTask>("t").StartQuantity.ShouldBe(1);
        result.Issues.Count(i => i.Code == ReadIssueCodes.ValueInvalid).ShouldBe(2);
        BpmnWriter.Write(result.Definitions!).ShouldContain("startQuantity=\"many\" isForCompensation=\"maybe\"");
    }

    [Fact]
    public void Booleans_may_be_written_as_numbers() =>
        XmlFixtures.Model(XmlFixtures.Process("<startEvent id=\"s\" isInterrupting=\"0\"/>")).Element<StartEvent>("s").IsInterrupting.ShouldBeFalse();

    [Theory]
    [InlineData("""<sequenceFlow id="f" sourceRef="a" targetRef="nowhere"/><task id="a"/>""", ReadIssueCodes.ReferenceDangling, ReadSeverity.Warning)]
    [InlineData("""<sequenceFlow id="f" sourceRef="a"/><task id="a"/>""", ReadIssueCodes.ReferenceMissing, ReadSeverity.Error)]
    [InlineData("""<task id="t" colour="red"/>""", ReadIssueCodes.UnknownAttribute, ReadSeverity.Information)]
    [InlineData("""<task id="t">words</task>""", ReadIssueCodes.StrayText, ReadSeverity.Warning)]
    [InlineData("""<task id="t"><camunda:x/></task>""", ReadIssueCodes.ForeignMisplaced, ReadSeverity.Warning)]
    [InlineData("""<task id="1t"/>""", ReadIssueCodes.IdInvalid, ReadSeverity.Warning)]
    [InlineData("""<task id="t" gov:actvity="x"/>""", ReadIssueCodes.GovUnknown, ReadSeverity.Warning)]
    [InlineData("""<task id="t"><extensionElements><gov:deadline ammount="2"/></extensionElements></task>""", ReadIssueCodes.GovUnknown, ReadSeverity.Warning)]
    [InlineData("""<task id="t"><extensionElements><gov:deadlin/></extensionElements></task>""", ReadIssueCodes.GovUnknown, ReadSeverity.Warning)]
    public void Each_oddity_has_its_code(string content, string code, ReadSeverity severity)
    {
        var issue = BpmnReader.Read(XmlFixtures.Process(content)).Issues.ShouldHaveSingleItem();

        (issue.Code, issue.Severity, issue.Line).ShouldBe((code, severity, 3));
    }

    [Fact]
    public void The_process_templates_that_come_with_the_platform_give_no_warning()
    {
        var files = XmlFixtures.Templates();

        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            BpmnReader.Read(File.ReadAllBytes(file)).Issues.Where(i => i.Severity != ReadSeverity.Information).ShouldBeEmpty(file);
        }
    }

    [Fact]
    public void A_second_container_of_extensions_is_not_swallowed()
    {
        var result = BpmnReader.Read(XmlFixtures.Process("<task id=\"t\"><extensionElements><camunda:a/></extensionElements><extensionElements><camunda:b/></extensionElements></task>"));

        result.Issues.ShouldHaveSingleItem().Code.ShouldBe(ReadIssueCodes.UnknownElement);
        BpmnWriter.Write(result.Definitions!).ShouldContain("<camunda:b");
    }
}
