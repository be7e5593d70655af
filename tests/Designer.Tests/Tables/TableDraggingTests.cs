using Platform.Designer.Deciding;
using Platform.Designer.Tables;

namespace Platform.Designer.Tests.Tables;

public sealed class TableDraggingTests
{
    [Theory]
    [InlineData(0, 3, "u2 u3 u1")]
    [InlineData(0, 2, "u2 u1 u3")]
    [InlineData(2, 0, "u3 u1 u2")]
    [InlineData(1, 1, "u1 u2 u3")]
    [InlineData(1, 2, "u1 u2 u3")]
    public void A_rule_lies_where_it_was_dropped_and_is_selected(int from, int before, string order)
    {
        var session = Tables.Session();
        var desk = new TableDesk(new TableSeat(session));
        desk.Select(0, 1);

        desk.DropRules(from, before);

        string.Join(' ', session.Table.Rules.Select(rule => rule.Id)).ShouldBe(order);
        session.CanUndo.ShouldBe(order != "u1 u2 u3");
    }

    [Fact]
    public void Selected_rules_move_together()
    {
        var session = Tables.Session();
        var desk = new TableDesk(new TableSeat(session));
        desk.SelectRule(0, extend: false);
        desk.SelectRule(1, extend: true);

        desk.DropRules(1, 3);

        session.Table.Rules.Select(rule => rule.Id).ShouldBe(["u3", "u1", "u2"]);
        (desk.Range.FirstRule, desk.Range.LastRule).ShouldBe((1, 2));
    }

    [Fact]
    public void A_column_moves_with_its_cells_among_its_kind()
    {
        var session = Tables.Session();
        var desk = new TableDesk(new TableSeat(session));

        desk.DropColumn(0, 2).ShouldBe(1);

        session.Table.Inputs.Select(input => input.Label).ShouldBe(["人数", "层级"]);
        session.Table.CellText(0, 1).ShouldBe("\"县\"");
        desk.DropColumn(1, 3).ShouldBe(1);
    }
}
