using Platform.Decisions.Dmn;
using Platform.Decisions.Feel;
using Platform.Kernel.Graph;
using Platform.Kernel.Xml;

namespace Platform.Workflows.Tests;

public sealed class ThreeLedgersProcessTests
{
    private static readonly CompiledDecisions Decisions = CompileDecisions();

    [Fact]
    public void The_process_compiles_and_nothing_is_found_wrong_with_it()
    {
        var read = BpmnReader.Read(File.ReadAllText(Path.Combine(TemplateFiles.ThreeLedgers, "shiquan-three-ledgers.bpmn")));
        read.Issues.ShouldBeEmpty();

        var compiled = GraphCompiler.Compile(read.Definitions!, "shiquan-three-ledgers", new CompileOptions { KnowsDecision = call => Decisions.Model.Decisions.Any(d => d.Name == call.Reference) });

        // The gateway that adds helping units always takes the flow to the leading unit, so it needs no default.
        compiled.Issues.ShouldBeEmpty();
        compiled.Graph.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("违规收取群众好处，吃拿卡要", false, "JB")]
    [InlineData("窗口人员态度不好", true, "JB")]
    [InlineData("工地拖欠工资三个月", false, "LY")]
    [InlineData("建议在路口装红绿灯", false, "JY")]
    [InlineData("不知道说什么", false, "LY")]
    public void The_ledger_follows_the_text(string text, bool accuses, string ledger) =>
        Field(Ask("账别判定", ("text", FeelValue.Of(text)), ("accusesOfficial", FeelValue.Of(accuses)), ("seeksBenefit", FeelValue.Of(false))), "ledger")
            .ShouldBe(FeelValue.Of(ledger));

    [Theory]
    [InlineData("X", "住房建设", false, "bm-zhujian", 0)]
    [InlineData("X", "劳动欠薪", true, "bm-renshe", 1)]
    [InlineData("Z", "道路交通", false, "z03-gongyong", 0)]
    [InlineData("C", "水利", false, "c007-cwh", 0)]
    [InlineData("X", "其他", false, "bm-xinfang", 0)]
    public void The_lead_unit_follows_level_and_category(string level, string category, bool cross, string unit, int helpers)
    {
        var plan = Ask(
            "派单", ("level", FeelValue.Of(level)), ("category", FeelValue.Of(category)), ("crossDepartment", FeelValue.Of(cross)),
            ("town", FeelValue.Of("z03")), ("village", FeelValue.Of("c007")));

        Field(plan, "leadUnit").ShouldBe(FeelValue.Of(unit));
        Field(plan, "coUnits").ShouldBeOfType<FeelList>().Items.Count.ShouldBe(helpers);
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0, 1, 1)]
    [InlineData(5, 0, 0, 0, 1, 1, 2)]
    [InlineData(0, 2, 0, 0, 0, 1, 2)]
    [InlineData(0, 0, 3, 0, 0, 1, 2)]
    [InlineData(0, 0, 0, 3, 0, 1, 2)]
    [InlineData(10, 0, 0, 0, 2, 1, 3)]
    [InlineData(1, 0, 0, 0, 0, 8, 3)]
    public void The_line_of_supervision_is_the_highest_that_applies(int overdue, int rework, int repeat, int refusals, int previous, int group, int line) =>
        Ask(
            "督办线", ("overdueDays", FeelValue.Of((long)overdue)), ("reworkCount", FeelValue.Of((long)rework)), ("repeatCount", FeelValue.Of((long)repeat)),
            ("refusals", FeelValue.Of((long)refusals)), ("previousLine", FeelValue.Of((long)previous)), ("groupSize", FeelValue.Of((long)group)))
            .ShouldBe(FeelValue.Of((long)line));

    [Theory]
    [InlineData("在岗", "LY", "书记")]
    [InlineData("空缺", "LY", "副书记")]
    [InlineData("回避", "JB", "副书记")]
    [InlineData("空缺", "JB", "分管领导")]
    public void Somebody_reviews_when_the_secretary_cannot(string status, string ledger, string post) =>
        Ask("代行阅批", ("secretaryStatus", FeelValue.Of(status)), ("ledger", FeelValue.Of(ledger))).ShouldBe(FeelValue.Of(post));

    [Fact]
    public void Every_rule_of_every_table_names_its_basis()
    {
        var text = File.ReadAllText(Path.Combine(TemplateFiles.ThreeLedgers, "three-ledgers.dmn"));
        var rules = System.Xml.Linq.XDocument.Parse(text).Descendants().Where(element => element.Name.LocalName == "rule").ToList();

        rules.Count.ShouldBeGreaterThan(90);
        rules.ShouldAllBe(rule => rule.Elements().Any(part => part.Name.LocalName == "annotationEntry" && part.Value.Trim().Length > 3));
    }

    private static FeelValue Ask(string decision, params (string Name, FeelValue Value)[] inputs)
    {
        var result = Decisions.EvaluateDecision(decision, new FeelContext(inputs.Select(input => KeyValuePair.Create(input.Name, input.Value))));
        result.Warnings.ShouldBeEmpty();
        return result.Value;
    }

    private static FeelValue Field(FeelValue context, string name)
    {
        context.ShouldBeOfType<FeelContext>().TryGet(name, out var value).ShouldBeTrue();
        return value!;
    }

    private static CompiledDecisions CompileDecisions()
    {
        var read = DmnReader.Read(File.ReadAllText(Path.Combine(TemplateFiles.ThreeLedgers, "three-ledgers.dmn")));
        var compiled = CompiledDecisions.Compile(read.Model!);
        return compiled.Decisions ?? throw new InvalidOperationException(string.Join('\n', compiled.Issues.Select(issue => issue.ToString())));
    }
}
