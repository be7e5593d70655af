using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;
using Platform.Designer.Tables;

namespace Platform.Designer.Tests.Tables;

public sealed class TableEditsTests
{
    private static readonly DecisionTable Table = Tables.Session().Table;

    [Fact]
    public void New_rules_accept_anything_and_get_ids_of_their_own()
    {
        var longer = Table.InsertRules(1, 2);

        longer.Rules.Select(r => r.Id).ShouldBe(["u1", "t-rule-1", "t-rule-2", "u2", "u3"]);
        longer.Grid().Split('\n')[1].ShouldBe("- | - |  | ");
    }

    [Fact]
    public void Rules_move_keep_their_identity_and_stop_at_the_edge()
    {
        Table.MoveRules(0, 2, 1).Rules.Select(r => r.Id).ShouldBe(["u3", "u1", "u2"]);
        Table.MoveRules(2, 1, -1).Rules.Select(r => r.Id).ShouldBe(["u1", "u3", "u2"]);
        Table.MoveRules(0, 1, -1).ShouldBeSameAs(Table);
        Table.MoveRules(1, 2, 1).ShouldBeSameAs(Table);
    }

    [Fact]
    public void A_copy_stands_right_behind_and_shares_no_id()
    {
        var doubled = Table.DuplicateRules(0, 2);

        doubled.Rules.Select(r => r.Id).ShouldBe(["u1", "u2", "t-rule-1", "t-rule-2", "u3"]);
        doubled.Rules[2].Inputs[0].ShouldSatisfyAllConditions(i => i.Id.ShouldBeNull(), i => i.Text.ShouldBe("\"县\""));
        doubled.Rules[2].Annotations.ShouldBe(["《条例》第二十三条"]);
    }

    [Fact]
    public void Filling_down_takes_the_first_of_a_selection_or_the_rule_above()
    {
        Table.FillDown(new CellRange(new CellPlace(0, 2), new CellPlace(2, 3))).Grid().ShouldBe("""
            "县" | >= 5 | "信访局" | 《条例》第二十三条
            "县" | < 5 | "信访局" | 《条例》第二十三条
            "镇" | - | "信访局" | 《条例》第二十三条
            """);
        Table.FillDown(CellRange.At(1, 1)).CellText(1, 1).ShouldBe(">= 5");
        Table.FillDown(CellRange.At(0, 0)).ShouldBeSameAs(Table);
    }

    [Fact]
    public void Clearing_makes_conditions_accept_anything() =>
        Table.Clear(new CellRange(new CellPlace(0, 0), new CellPlace(0, 3))).Grid().Split('\n')[0].ShouldBe("- | - |  | ");

    [Fact]
    public void A_changed_cell_keeps_its_id_and_what_other_programs_added()
    {
        var changed = Table.WithCells([(new CellPlace(0, 0), "\"村\""), (new CellPlace(0, 2), "\"司法局\""), (new CellPlace(9, 0), "1")]);

        changed.Rules[0].Inputs[0].Id.ShouldBe("x1");
        changed.Rules[0].Outputs[0].Extensions.Attributes.ShouldHaveSingleItem().Value.ShouldBe("red");
        changed.CellText(0, 2).ShouldBe("\"司法局\"");
        Table.WithCells([(new CellPlace(0, 0), "\"县\"")]).ShouldBeSameAs(Table);
    }

    [Theory]
    [InlineData(ColumnRole.Input, 2, "\"县\" | >= 5 | - | \"信访局\" | 《条例》第二十三条")]
    [InlineData(ColumnRole.Output, 3, "\"县\" | >= 5 | \"信访局\" |  | 《条例》第二十三条")]
    [InlineData(ColumnRole.Annotation, 4, "\"县\" | >= 5 | \"信访局\" | 《条例》第二十三条 | ")]
    public void A_new_column_stands_behind_its_kind_and_goes_again(ColumnRole role, int expected, string row)
    {
        var (wider, column) = Table.AddColumn(role, new ColumnSettings { Label = "新列", Subject = "x", TypeRef = "number", Choices = "1, 2" });

        column.ShouldBe(expected);
        wider.Grid().Split('\n')[0].ShouldBe(row);
        wider.Settings(column).Label.ShouldBe("新列");
        wider.RemoveColumn(column).Grid().ShouldBe(Table.Grid());
    }

    [Fact]
    public void Columns_move_with_their_cells_among_their_kind()
    {
        var moved = Table.MoveColumn(0, 1);

        moved.Inputs.Select(i => i.Label).ShouldBe(["人数", "层级"]);
        moved.Grid().Split('\n')[0].ShouldBe(">= 5 | \"县\" | \"信访局\" | 《条例》第二十三条");
        Table.MoveColumn(1, 1).ShouldBeSameAs(Table);
        Table.MoveColumn(2, 1).ShouldBeSameAs(Table);
    }

    [Fact]
    public void The_last_conclusion_stays()
    {
        Table.CanRemoveColumn(2).ShouldBeFalse();
        Table.RemoveColumn(2).ShouldBeSameAs(Table);
        Table.RemoveColumn(0).Grid().Split('\n')[2].ShouldBe("- | \"综治中心\" | ");
    }

    [Fact]
    public void A_column_says_what_it_was_told()
    {
        ColumnSettings settings = new() { Label = "事项", Subject = "category", TypeRef = "string", Choices = "\"物业\", \"供水\"" };

        Table.Describe(0, settings).Settings(0).ShouldBe(settings);
        Table.Describe(2, new ColumnSettings { Label = "派给", Default = "\"联系办\"" }).Outputs[0].Default!.Text.ShouldBe("\"联系办\"");
        Table.Describe(0, settings).Inputs[0].Id.ShouldBe("c1");
    }

    [Theory]
    [InlineData("ArrowDown", 1, 1)]
    [InlineData("ArrowUp", 0, 1)]
    [InlineData("ArrowLeft", 0, 0)]
    [InlineData("ArrowRight", 0, 2)]
    [InlineData("End", 0, 3)]
    [InlineData("Home", 0, 0)]
    [InlineData("Enter", 1, 1)]
    [InlineData("Tab", 0, 2)]
    [InlineData("PageDown", 2, 1)]
    [InlineData("x", 0, 1)]
    public void Keys_lead_where_a_spreadsheet_leads(string key, int rule, int column) =>
        TableMoves.After(CellRange.At(0, 1), key, false, false, 3, 4).ShouldBe(CellRange.At(rule, column));

    [Fact]
    public void Shift_extends_control_goes_to_the_edge_and_the_end_asks_for_more()
    {
        TableMoves.After(CellRange.At(0, 0), "ArrowDown", true, false, 3, 4).ShouldBe(new CellRange(new CellPlace(0, 0), new CellPlace(1, 0)));
        TableMoves.After(CellRange.At(0, 0), "ArrowDown", false, true, 3, 4).ShouldBe(CellRange.At(2, 0));
        TableMoves.After(CellRange.At(2, 3), "Tab", false, false, 3, 4).ShouldBe(CellRange.At(3, 0));
        TableMoves.After(CellRange.At(2, 1), "Enter", false, false, 3, 4).ShouldBe(CellRange.At(3, 1));
        TableMoves.After(CellRange.At(1, 0), "Tab", true, false, 3, 4).ShouldBe(CellRange.At(0, 3));
        TableMoves.After(CellRange.At(0, 0), "Tab", true, false, 3, 4).ShouldBe(CellRange.At(0, 0));
    }

    [Theory]
    [InlineData("a\tb\r\nc\td\r\n", "a|b/c|d")]
    [InlineData("a", "a")]
    [InlineData("a\n\nb", "a//b")]
    [InlineData("\"两\n行\"\tb", "两\n行|b")]
    [InlineData("\"a\"\tb", "\"a\"|b")]
    [InlineData("\"\"\"a\"\"\"\tb", "\"a\"|b")]
    [InlineData("\"a\",\"b\"\t5", "\"a\",\"b\"|5")]
    [InlineData("\"他说\"\"好\"\"\"\tb", "他说\"好\"|b")]
    [InlineData("\t\n", "|")]
    public void The_clipboard_of_spreadsheets_is_read(string text, string cells) =>
        string.Join('/', TableClipboard.Read(text).Select(r => string.Join('|', r))).ShouldBe(cells);

    [Fact]
    public void What_is_copied_comes_back()
    {
        string[][] rows = [["a", "两\n行", "\"引号\""], ["", "b\tc", "d"]];

        TableClipboard.Read(TableClipboard.Write(rows)).ShouldBe(rows);
    }

    [Fact]
    public void Undo_and_redo_walk_through_the_changes()
    {
        var session = Tables.Session();
        session.Change(session.Table.RemoveRules(0, 1));
        session.Change(session.Table.RemoveRules(0, 1));

        session.Undo();
        session.Table.Rules.Select(r => r.Id).ShouldBe(["u2", "u3"]);
        session.Undo();
        session.CanUndo.ShouldBeFalse();
        session.Table.Rules.Count.ShouldBe(3);
        session.Redo();
        session.Redo();
        session.Table.Rules.ShouldHaveSingleItem();
        session.CanRedo.ShouldBeFalse();
        session.ChangeNumber.ShouldBe(6);
    }

    [Fact]
    public void Diagrams_and_foreign_content_stay_when_a_table_is_edited()
    {
        var session = Tables.Session();
        session.Change(session.Table.WithCells([(new CellPlace(2, 2), "\"乡里\"")]));

        string written = System.Text.Encoding.UTF8.GetString(session.ToFile());

        written.ShouldContain("dmnElementRef=\"d\"");
        written.ShouldContain("owner=\"甲\"");
        written.ShouldContain("乡里");
        DmnReader.Read(written).Model!.Decisions.ShouldHaveSingleItem().InformationRequirements.Count.ShouldBe(2);
    }

    [Fact]
    public void Another_file_is_taken_over_when_it_has_one_table()
    {
        var session = Tables.Session();
        byte[] other = System.Text.Encoding.UTF8.GetBytes(Tables.Dispatch.Replace("\"d\"", "\"elsewhere\"", StringComparison.Ordinal).Replace("信访局", "司法局", StringComparison.Ordinal));

        session.Import(other).ShouldBeNull();
        session.Decision.Id.ShouldBe("d");
        session.Table.CellText(0, 2).ShouldBe("\"司法局\"");
        System.Text.Encoding.UTF8.GetString(session.ToFile()).ShouldContain("dmnElementRef=\"d\"");
        session.Undo();
        session.Table.CellText(0, 2).ShouldBe("\"信访局\"");
    }
}
