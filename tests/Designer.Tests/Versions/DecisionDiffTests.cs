using System.Text;
using Platform.Designer.Versions;

namespace Platform.Designer.Tests.Versions;

public sealed class DecisionDiffTests
{
    private const string Boxes = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m">
          <itemDefinition name="tLevel" label="层级"><typeRef>string</typeRef><allowedValues><text>"县", "镇"</text></allowedValues></itemDefinition>
          <inputData id="i" name="amount"/>
          <decision id="d" name="补助">
            <informationRequirement><requiredInput href="#i"/></informationRequirement>
            <context>
              <contextEntry><variable name="基数"/><literalExpression><text>amount * 0.5</text></literalExpression></contextEntry>
              <contextEntry><conditional><if><literalExpression><text>基数 > 100</text></literalExpression></if><then><literalExpression><text>100</text></literalExpression></then><else><literalExpression><text>基数</text></literalExpression></else></conditional></contextEntry>
            </context>
          </decision>
          <businessKnowledgeModel id="b" name="折算"><encapsulatedLogic><formalParameter name="x"/><literalExpression><text>x * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
        </definitions>
        """;

    public static TheoryData<string, string, string[]> TableCases => new()
    {
        { "\"信访局\"", "\"县信访局\"", ["“派单”第 1 条规则的“派给”由“信访局”改为“县信访局”。"] },
        { "&gt;= 5", "-", ["“派单”第 1 条规则的“人数”由“≥ 5”改为“任意”。"] },
        { "hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\"", ["“派单”的“几条规则同时适用时”的办法由“每次只许一条规则适用”改为“从上往下，用第一条适用的规则”。"] },
        { "label=\"人数\"", "label=\"来访人数\"", ["“派单”条件列“来访人数”的列名由“人数”改为“来访人数”。"] },
        { "typeRef=\"number\"><text>people", "typeRef=\"string\"><text>people", ["“派单”条件列“人数”的值的类型由“数字”改为“文字”。"] },
        { "<annotation name=\"依据\"/>", "<annotation name=\"依据\"/><annotation name=\"备注\"/>", ["“派单”增加了说明列“备注”。"] },
        { "《条例》第二十三条", "", ["“派单”第 1 条规则的“依据”由“《条例》第二十三条”改为“空”。"] },
    };

    [Theory]
    [MemberData(nameof(TableCases))]
    public void A_change_of_a_table_is_said_cell_by_cell(string was, string now, string[] sentences) => Say(Tables.Tables.Dispatch, was, now).ShouldBe(sentences);

    [Fact]
    public void Rules_that_come_and_go_are_told_with_what_they_say()
    {
        var rule = Tables.Tables.Dispatch[Tables.Tables.Dispatch.IndexOf("<rule id=\"u2\">", StringComparison.Ordinal)..(Tables.Tables.Dispatch.IndexOf("<rule id=\"u3\">", StringComparison.Ordinal))];

        Say(Tables.Tables.Dispatch, rule, "").ShouldBe(["“派单”删除了原第 2 条规则：层级 县，人数 < 5，派给 住建局。"]);
        Say(Tables.Tables.Dispatch.Replace(rule, "", StringComparison.Ordinal), "<rule id=\"u3\">", rule + "<rule id=\"u3\">").ShouldBe(["“派单”增加了第 2 条规则：层级 县，人数 < 5，派给 住建局。"]);
    }

    [Fact]
    public void A_rule_that_only_moved_is_said_to_have_moved_and_the_others_are_not()
    {
        var session = Tables.Tables.Session();
        var before = session.Table;

        var diff = TableDiff.Of(before, before with { Rules = [before.Rules[2], before.Rules[0], before.Rules[1]] });

        var moved = diff.Rules.ShouldHaveSingleItem();
        (moved.Kind, moved.OldNumber, moved.NewNumber).ShouldBe((ChangeKind.Moved, 3, 1));
        diff.Unchanged.ShouldBe(2);
    }

    [Fact]
    public void Rules_without_ids_are_recognised_by_what_they_say_and_then_by_their_neighbours()
    {
        var table = Tables.Tables.Session().Table;
        var bare = table with { Rules = [.. table.Rules.Select(rule => rule with { Id = null })] };
        var changed = bare with { Rules = [bare.Rules[0], bare.Rules[1] with { Inputs = [bare.Rules[1].Inputs[0], bare.Rules[1].Inputs[1] with { Text = "< 3" }] }, bare.Rules[2]] };

        var rule = TableDiff.Of(bare, changed).Rules.ShouldHaveSingleItem();

        (rule.Kind, rule.OldNumber, rule.NewNumber).ShouldBe((ChangeKind.Changed, 2, 2));
        rule.Cells[1].ShouldBe(new DiffCell("< 5", "< 3"));
    }

    [Fact]
    public void What_was_added_in_one_direction_was_removed_in_the_other_and_nothing_differs_from_itself()
    {
        var table = Tables.Tables.Session().Table;
        var less = table with { Rules = [table.Rules[0], table.Rules[2]] };

        TableDiff.Of(less, table).Rules.ShouldHaveSingleItem().Kind.ShouldBe(ChangeKind.Added);
        TableDiff.Of(table, less).Rules.ShouldHaveSingleItem().Kind.ShouldBe(ChangeKind.Removed);
        TableDiff.Of(table, table).IsEmpty.ShouldBeTrue();
        Compare(Boxes, Boxes).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("amount * 0.5", "amount * 0.6", "“补助”的“基数”由“amount * 0.5”改为“amount * 0.6”。")]
    [InlineData("基数 > 100", "基数 > 200", "“补助”的“结果›如果”由“基数 > 100”改为“基数 > 200”。")]
    [InlineData("x * 2", "x * 3", "函数“折算”的“内容”由“x * 2”改为“x * 3”。")]
    [InlineData("\"县\", \"镇\"", "\"县\", \"镇\", \"村\"", "数据类型“层级”的允许的值由“string \"县\", \"镇\"”改为“string \"县\", \"镇\", \"村\"”。")]
    [InlineData("<inputData id=\"i\" name=\"amount\"/>", "<inputData id=\"i\" name=\"amount\"/><inputData id=\"j\" name=\"people\"/>", "增加了输入“people”。")]
    public void Other_logic_is_said_box_by_box(string was, string now, string sentence) => Say(Boxes, was, now).ShouldContain(sentence);

    [Fact]
    public void A_table_inside_other_logic_is_compared_cell_by_cell()
    {
        const string file = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m"><decision id="d" name="时限"><context>
            <contextEntry><variable name="天数"/><decisionTable hitPolicy="FIRST"><input label="类别"><inputExpression typeRef="string"><text>类别</text></inputExpression></input><output label="天"/>
            <rule id="r"><inputEntry><text>"物业"</text></inputEntry><outputEntry><text>5</text></outputEntry></rule></decisionTable></contextEntry>
            <contextEntry><literalExpression><text>天数</text></literalExpression></contextEntry></context></decision></definitions>
            """;

        Say(file, "<text>5</text>", "<text>7</text>").ShouldBe(["“时限”里“天数”这张表第 1 条规则的“天”由“5”改为“7”。"]);
        Compare(file, file.Replace("<text>5</text>", "<text>7</text>", StringComparison.Ordinal)).ShouldHaveSingleItem().InnerTables.ShouldHaveSingleItem().Path.ShouldBe("天数");
        Say(file, "FIRST", "COLLECT").ShouldHaveSingleItem().ShouldContain("“时限”里“天数”这张表");
    }

    [Fact]
    public void A_box_that_is_written_another_way_is_said() =>
        Say(Boxes, "<literalExpression><text>amount * 0.5</text></literalExpression>", "<list><literalExpression><text>amount * 0.5</text></literalExpression></list>")
            .ShouldContain(sentence => sentence.Contains("“基数›写法”", StringComparison.Ordinal) && sentence.Contains("列表", StringComparison.Ordinal));

    [Fact]
    public void A_change_that_no_words_are_for_is_not_silent() =>
        Say(Tables.Tables.Dispatch, "<DMNShape dmnElementRef=\"d\"/>", "<DMNShape id=\"s\" dmnElementRef=\"d\"/>").ShouldBe(["“three.dmn”的其他部分（例如图形位置）有改动，规则没有变。"]);

    [Fact]
    public void Dictionaries_are_compared_choice_by_choice()
    {
        var before = new Dictionary<string, byte[]> { ["ledger.dict.json"] = Encoding.UTF8.GetBytes("""{"title":"账别","items":[{"value":"JY","text":"建议"},{"value":"LY","text":"诉求"}]}""") };
        var after = new Dictionary<string, byte[]> { ["ledger.dict.json"] = Encoding.UTF8.GetBytes("""{"title":"账别","items":[{"value":"JY","text":"意见建议"},{"value":"JB","text":"举报"}]}""") };

        FileDiff.Compare(before, after).SelectMany(new DiffWords(VersionTextsOf.Interface()).Of)
            .ShouldBe(["字典“账别”的选项“JY”由“建议”改为“意见建议”。", "字典“账别”去掉了选项“LY”：“诉求”。", "字典“账别”增加了选项“JB”：“举报”。"]);
    }

    [Fact]
    public void A_hostile_or_broken_file_counts_as_replaced_and_is_not_read() =>
        FileDiff.Compare(
            new Dictionary<string, byte[]> { ["a.dmn"] = Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>") },
            new Dictionary<string, byte[]> { ["a.dmn"] = Encoding.UTF8.GetBytes(Boxes) }).SelectMany(new DiffWords(VersionTextsOf.Interface()).Of).ShouldBe(["“a.dmn”换了内容。"]);

    private static IReadOnlyList<string> Say(string file, string was, string now)
    {
        file.ShouldContain(was);
        return [.. Compare(file, file.Replace(was, now, StringComparison.Ordinal)).SelectMany(new DiffWords(VersionTextsOf.Interface()).Of)];
    }

    private static IReadOnlyList<ElementChange> Compare(string before, string after) =>
        DecisionDiff.Compare("three.dmn", Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after)).ShouldNotBeNull();
}
