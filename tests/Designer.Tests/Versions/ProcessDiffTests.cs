using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Designer.Texts;
using Platform.Designer.Versions;

namespace Platform.Designer.Tests.Versions;

public sealed class ProcessDiffTests
{
    private const string Task = """
        <userTask id="t" name="4 快速交办"><extensionElements><gov:assignment post="主任"/><gov:deadline kind="working" amount="3" unit="day" clock="promise"/>
        <gov:outcome value="ok" text="同意"/><gov:legalBasis document="信访工作条例" clause="第二十二条"/></extensionElements><incoming>f1</incoming></userTask>
        """;

    private const string Flows = """<sequenceFlow id="f1" sourceRef="s" targetRef="t"/><sequenceFlow id="f2" sourceRef="t" targetRef="e"/>""";

    private const string Whole = $"""<startEvent id="s" name="来件"/>{Task}<endEvent id="e" name="办结"/>{Flows}""";

    public static TheoryData<string, string, string> Cases => new()
    {
        { "amount=\"3\"", "amount=\"5\"", "“快速交办”的办理时限由 3 个工作日改为 5 个工作日。" },
        { "kind=\"working\" amount=\"3\" unit=\"day\"", "kind=\"calendar\" amount=\"36\" unit=\"hour\"", "“快速交办”的办理时限由 3 个工作日改为 36 小时。" },
        { "clock=\"promise\"/>", "clock=\"promise\"/><gov:deadline amount=\"60\" kind=\"calendar\" clock=\"legal\"/>", "“快速交办”增加了法定时限：60 日。" },
        { "<gov:deadline kind=\"working\" amount=\"3\" unit=\"day\" clock=\"promise\"/>", "", "“快速交办”去掉了办理时限：3 个工作日。" },
        { "4 快速交办", "4 交办", "“4 快速交办”改名为“4 交办”。" },
        { "text=\"同意\"", "text=\"通过\"", "“快速交办”的办理结果“ok”由“同意”改为“通过”。" },
        { "<gov:outcome value=\"ok\" text=\"同意\"/>", "<gov:outcome value=\"ok\" text=\"同意\"/><gov:outcome value=\"back\" text=\"退回\" opinion=\"required\"/>", "“快速交办”增加了办理结果“back”：“退回（须写意见）”。" },
        { "post=\"主任\"", "post=\"副主任\"", "“快速交办”的办理人由“post=主任”改为“post=副主任”。" },
        { "第二十二条", "第二十三条", "“快速交办”去掉了法规依据：“《信访工作条例》第二十二条”。" },
        { "<sequenceFlow id=\"f2\" sourceRef=\"t\" targetRef=\"e\"/>", "<sequenceFlow id=\"f2\" sourceRef=\"t\" targetRef=\"e\"><conditionExpression>amount &gt; 5000</conditionExpression></sequenceFlow>", "从“快速交办”到“办结”的连线增加了条件：“amount > 5000”。" },
        { "sourceRef=\"t\" targetRef=\"e\"", "sourceRef=\"s\" targetRef=\"e\"", "从“来件”到“办结”的连线的起点由“快速交办”改为“来件”。" },
        { "<endEvent id=\"e\" name=\"办结\"/>", "<endEvent id=\"e\" name=\"办结\"/><userTask id=\"n\" name=\"回访\"/>", "增加了步骤“回访”。" },
        { "<endEvent id=\"e\" name=\"办结\"/>", "<endEvent id=\"e\" name=\"办结\"/><sequenceFlow id=\"f3\" sourceRef=\"s\" targetRef=\"e\"/>", "增加了从“来件”到“办结”的连线。" },
        { "<userTask id=\"t\"", "<userTask xmlns:x=\"urn:other\" x:colour=\"red\" id=\"t\"", "“快速交办”增加了设置“{urn:other}colour”：“red”。" },
        { "<incoming>f1</incoming>", "<documentation>请在两日内交办。</documentation>", "“快速交办”增加了说明：“请在两日内交办。”。" },
        { "<incoming>f1</incoming>", "<multiInstanceLoopCharacteristics isSequential=\"true\"/>", "“快速交办”增加了多人办理方式：“isSequential=true”。" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_change_is_said_in_a_sentence(string was, string now, string sentence)
    {
        Whole.ShouldContain(was);

        Say(Whole, Whole.Replace(was, now, StringComparison.Ordinal)).ShouldContain(sentence);
    }

    [Fact]
    public void The_same_file_has_no_changes_and_neither_has_another_layout_of_its_text()
    {
        Say(Whole, Whole).ShouldBeEmpty();
        Say(Whole, Whole.Replace("<incoming>f1</incoming>", "\n   <incoming>f1</incoming>\n", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_added_in_one_direction_was_removed_in_the_other()
    {
        var more = Whole.Replace("<endEvent id=\"e\" name=\"办结\"/>", "<endEvent id=\"e\" name=\"办结\"/><userTask id=\"n\" name=\"回访\"/>", StringComparison.Ordinal);

        Compare(Whole, more).ShouldHaveSingleItem().Kind.ShouldBe(ChangeKind.Added);
        Compare(more, Whole).ShouldHaveSingleItem().Kind.ShouldBe(ChangeKind.Removed);
        Say(more, Whole).ShouldBe(["删除了步骤“回访”。"]);
    }

    [Fact]
    public void A_change_inside_a_sub_process_is_found_there_and_not_at_the_sub_process()
    {
        var inner = $"""<subProcess id="sub" name="办理">{Task}</subProcess>""";

        var change = Compare(inner, inner.Replace("amount=\"3\"", "amount=\"5\"", StringComparison.Ordinal)).ShouldHaveSingleItem();

        change.ElementId.ShouldBe("t");
    }

    [Fact]
    public void A_shape_that_only_moved_is_no_change_of_the_process()
    {
        var drawn = """<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"><bpmndi:BPMNPlane><bpmndi:BPMNShape bpmnElement="t"><dc:Bounds x="10" y="20" width="100" height="80"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>""";

        var changes = ProcessDiff.Compare(File(Whole, drawn), File(Whole, drawn.Replace("x=\"10\"", "x=\"300\"", StringComparison.Ordinal)));

        var change = changes.ShouldHaveSingleItem();
        (change.Kind, change.ElementId).ShouldBe((ChangeKind.Moved, "t"));
    }

    [Fact]
    public void A_hostile_file_is_refused_not_expanded() =>
        Should.Throw<System.Xml.XmlException>(() => ProcessDiff.Compare(Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), File(Whole, "")));

    [Fact]
    public void Forms_are_compared_field_by_field()
    {
        var before = Form("""{"title":"登记","fields":[{"key":"a","label":"电话","type":"text"},{"key":"b","label":"类别","type":"choice","options":[{"value":"1","text":"水"}]}]}""");
        var after = Form("""{"title":"登记表","fields":[{"key":"a","label":"电话","type":"text","required":true},{"key":"b","label":"类别","type":"choice","options":[{"value":"1","text":"水"},{"value":"2","text":"路"}]},{"key":"c","label":"地址","type":"text"}]}""");

        var words = new DiffWords(Texts());
        var said = FileDiff.Compare(before, after).SelectMany(words.Of).ToList();

        said.ShouldBe(
        [
            "表单“登记表”的标题由“登记”改为“登记表”。", "表单“登记表”增加了字段“电话”的是否必填：“是”。", "表单“登记表”的字段“类别”的选项由“水”改为“水、路”。", "表单“登记表”增加了字段：“地址”。",
        ]);
        FileDiff.Compare(before, before).ShouldBeEmpty();
    }

    [Fact]
    public void Other_files_are_compared_as_a_whole()
    {
        var words = new DiffWords(Texts());
        var said = FileDiff.Compare(
            new Dictionary<string, byte[]> { ["a.dmn"] = [1], ["texts/x.md"] = [1] },
            new Dictionary<string, byte[]> { ["a.dmn"] = [2], ["y.scenario.yaml"] = [1] }).SelectMany(words.Of);

        said.ShouldBe(["“a.dmn”换了内容。", "删除了文件“texts/x.md”。", "增加了文件“y.scenario.yaml”。"]);
    }

    private static Dictionary<string, byte[]> Form(string text) => new() { ["register.form.json"] = Encoding.UTF8.GetBytes(text) };

    private static List<string> Say(string before, string after)
    {
        var words = new DiffWords(Texts());
        return [.. Compare(before, after).SelectMany(words.Of)];
    }

    private static IReadOnlyList<ElementChange> Compare(string before, string after) => ProcessDiff.Compare(File(before, ""), File(after, ""));

    private static ReadOnlyMemory<byte> File(string elements, string diagram) => Encoding.UTF8.GetBytes(
        $"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" targetNamespace="t"><process id="p" name="办件">{elements}</process>{diagram}</definitions>""");

    private static IStringLocalizer<VersionTexts> Texts()
    {
        var services = new ServiceCollection();
        services.AddLocalization();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        return services.BuildServiceProvider().GetRequiredService<IStringLocalizer<VersionTexts>>();
    }
}
