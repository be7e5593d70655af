using Platform.Designer.Deciding;
using Platform.Designer.Tables;

namespace Platform.Designer.Tests.Tables;

public sealed class TableDeskTests
{
    [Fact]
    public void Typing_and_moving_writes_cells_and_asks_for_more_rules_at_the_end()
    {
        var (session, desk) = Desk();

        desk.Commit(0, 1, "10以上").IsValid.ShouldBeTrue();
        desk.Select(2, 3);
        desk.Move("Tab", false, false);

        session.Table.CellText(0, 1).ShouldBe(">= 10");
        session.Table.Rules.Count.ShouldBe(4);
        desk.Range.ShouldBe(CellRange.At(3, 0));
    }

    [Fact]
    public void Leaving_a_cell_as_it_was_changes_nothing()
    {
        var (session, desk) = Desk();

        desk.Commit(0, 0, desk.Words(0, 0));

        session.ChangeNumber.ShouldBe(0);
    }

    [Fact]
    public void What_cannot_be_read_is_kept_and_marked()
    {
        var (session, desk) = Desk();

        desk.Commit(0, 1, "很多").Problem.ShouldBe(CellProblem.NotANumber);

        desk.Words(0, 1).ShouldBe("很多");
        session.Review().Faults.ShouldContainKey(new CellPlace(0, 1));
    }

    [Fact]
    public void Rows_of_a_spreadsheet_are_pasted_in_words_and_add_rules()
    {
        var (session, desk) = Desk();
        desk.Select(2, 0);

        int wrong = desk.Paste("村\t1到3\t村委会\t村规\r\n省\t多\t\t\r\n");

        wrong.ShouldBe(2);
        session.Table.Grid().Split('\n')[2..].ShouldBe(["\"村\" | [1..3] | \"村委会\" | 村规", "\"省\" | \"多\" |  | "]);
        desk.Range.ShouldBe(new CellRange(new CellPlace(2, 0), new CellPlace(3, 3)));
    }

    [Fact]
    public void Cells_of_several_lines_become_one_line_of_the_table()
    {
        var (session, desk) = Desk();
        desk.Select(0, 0);

        int wrong = desk.Paste("\"县\n镇\"\t\"５\n７\"\t\"住建局\n（物业科）\"\t\"《条例》第五条：\r\n\"\"应当受理\"\"\r\n《办法》第三条\"\r\n");

        wrong.ShouldBe(0);
        session.Table.Grid().Split('\n')[0].ShouldBe("\"县\", \"镇\" | 5, 7 | \"住建局（物业科）\" | 《条例》第五条：\"应当受理\"；《办法》第三条");
    }

    [Fact]
    public void One_cell_fills_the_selection()
    {
        var (session, desk) = Desk();
        desk.Select(0, 2);
        desk.Select(2, 2, extend: true);

        desk.Paste("联系办");

        Enumerable.Range(0, 3).Select(r => session.Table.CellText(r, 2)).ShouldAllBe(t => t == "\"联系办\"");
    }

    [Fact]
    public void What_is_copied_can_be_pasted_elsewhere()
    {
        var (session, desk) = Desk();
        desk.Select(0, 0);
        desk.Select(1, 3, extend: true);
        string copied = desk.Copy(cut: true);
        session.Table.CellText(0, 0).ShouldBe("-");

        desk.Select(1, 0);
        desk.Paste(copied);

        session.Table.Grid().Split('\n')[1].ShouldBe("\"县\" | >= 5 | \"信访局\" | 《条例》第二十三条");
    }

    [Theory]
    [InlineData("InsertBelow", 4, 1)]
    [InlineData("InsertAbove", 4, 0)]
    [InlineData("RemoveRules", 2, 0)]
    [InlineData("Duplicate", 4, 1)]
    [InlineData("MoveDown", 3, 1)]
    [InlineData("MoveUp", 3, 0)]
    [InlineData("nothing of the kind", 3, 0)]
    public void Orders_leave_the_selection_where_a_person_expects_it(string order, int rules, int selected)
    {
        var (session, desk) = Desk();
        desk.Select(0, 1);

        desk.Do(order);

        session.Table.Rules.Count.ShouldBe(rules);
        desk.Range.Active.Rule.ShouldBe(selected);
    }

    [Fact]
    public void The_last_rule_may_go_and_a_new_one_come()
    {
        var (session, desk) = Desk();
        desk.Select(0, 0);
        desk.Select(2, 0, extend: true);

        desk.Do("RemoveRules");
        session.Table.Rules.ShouldBeEmpty();
        desk.Move("ArrowDown", false, false);
        desk.Do("InsertBelow");

        session.Table.Rules.ShouldHaveSingleItem();
        desk.Do("Undo");
        desk.Do("Undo");
        session.Table.Rules.Count.ShouldBe(3);
    }

    private static (DecisionSession Session, TableDesk Desk) Desk()
    {
        var session = Tables.Session();
        return (session, new TableDesk(new TableSeat(session)) { Review = session.Review() });
    }
}
