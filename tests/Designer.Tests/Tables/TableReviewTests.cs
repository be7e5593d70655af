using System.Diagnostics;
using Platform.Decisions.Analysis;
using Platform.Designer.Deciding;
using Platform.Designer.Tables;

namespace Platform.Designer.Tests.Tables;

public sealed class TableReviewTests
{
    [Fact]
    public void A_gap_names_the_missing_combination_and_one_click_closes_it()
    {
        var session = Tables.Session();
        var gap = session.Review().Findings.ShouldHaveSingleItem();

        gap.Kind.ShouldBe(TableFindingKind.Gap);
        gap.Chinese.ShouldBe("「派单」没有规则适用于：层级 = 村。");
        session.Change(session.Table.AddRule(TableReview.MissingRule(gap)));

        session.Table.Grid().Split('\n')[^1].ShouldBe("\"村\" | - |  | ");
        session.Review().Findings.ShouldBeEmpty();
        session.Review().IsSound.ShouldBeTrue();
    }

    [Fact]
    public void Rules_that_overlap_are_marked()
    {
        var session = Tables.Session();
        session.Change(session.Table.WithCells([(new CellPlace(1, 1), "< 10")]));

        var review = session.Review();

        review.ByRule.Keys.Order().ShouldBe([0, 1]);
        review.ByRule[0].Kind.ShouldBe(TableFindingKind.Overlap);
        TableReview.MissingRule(review.ByRule[0]).ShouldBeEmpty();
    }

    [Fact]
    public void Cells_that_do_not_fit_are_marked_and_keep_the_table_from_being_published()
    {
        var session = Tables.Session();
        session.Change(session.Table.WithCells([(new CellPlace(0, 0), "\"省\""), (new CellPlace(1, 1), "\"多\""), (new CellPlace(2, 2), "1 +")]));

        var review = session.Review();

        review.Faults.OrderBy(f => f.Key.Rule).Select(f => (f.Key.Rule, f.Value.Problem)).ShouldBe(
            [(0, CellProblem.NotAChoice), (1, CellProblem.NotANumber), (2, CellProblem.BadExpression)]);
        review.IsSound.ShouldBeFalse();
    }

    [Fact]
    public void Columns_know_the_types_and_choices_of_the_model()
    {
        var columns = Tables.Session().Review().Columns;

        columns.Select(c => (c.Role, c.Shape.Values)).ShouldBe(
            [(ColumnRole.Input, ColumnValues.Text), (ColumnRole.Input, ColumnValues.Number), (ColumnRole.Output, ColumnValues.Text), (ColumnRole.Annotation, ColumnValues.Any)]);
        columns[0].Shape.Choices.Count.ShouldBe(3);
    }

    [Fact]
    public void A_trial_says_which_rule_decides_and_why()
    {
        var session = Tables.Session();
        var inputs = TableTrial.Inputs(session.Table, session.Review().Columns);
        inputs.Select(i => (i.Name, i.Label)).ShouldBe([("level", "层级"), ("people", "人数")]);

        var answer = TableTrial.Run(session.Current, session.Decision, inputs, new Dictionary<string, string> { ["level"] = "县", ["people"] = "7" }, DateTimeOffset.UnixEpoch);

        answer.Value.ShouldBe("信访局");
        answer.Rules.ShouldBe([0]);
        answer.Lines.ShouldHaveSingleItem().ShouldBe("派给信访局：规则 1，层级 = 县，人数 = 7（符合 >= 5）；依据 《条例》第二十三条。");
    }

    [Fact]
    public void A_trial_without_a_rule_and_with_a_wrong_value_says_so()
    {
        var session = Tables.Session();
        var inputs = TableTrial.Inputs(session.Table, session.Review().Columns);

        var none = TableTrial.Run(session.Current, session.Decision, inputs, new Dictionary<string, string> { ["level"] = "村" }, DateTimeOffset.UnixEpoch);
        var wrong = TableTrial.Run(session.Current, session.Decision, inputs, new Dictionary<string, string> { ["people"] = "许多" }, DateTimeOffset.UnixEpoch);

        none.Rules.ShouldBeEmpty();
        none.Lines[0].ShouldStartWith("派单：没有规则符合");
        wrong.Faults["people"].Problem.ShouldBe(CellProblem.NotANumber);
    }

    [Fact]
    public void A_new_table_is_sound_and_can_be_written()
    {
        var model = DecisionSession.NewModel("decision-1", "物业派单", DecisionSession.NewTable("decision-1", "事项", "派给", "依据"));
        DecisionSession session = new(model, "decision-1");

        session.Review().IsSound.ShouldBeTrue();
        new DecisionSession(Tables.Model(System.Text.Encoding.UTF8.GetString(session.ToFile())), "decision-1").Table.Grid().ShouldBe("- |  | ");
    }

    [Fact]
    public void A_thousand_rules_are_reviewed_while_a_person_takes_a_breath()
    {
        var session = Tables.Session();
        var table = session.Table.RemoveRules(0, 3).InsertRules(0, 1000);
        session.Change(table.WithCells(Enumerable.Range(0, 1000).SelectMany(i => new (CellPlace, string)[]
        {
            (new CellPlace(i, 0), "\"县\""), (new CellPlace(i, 1), $"{i}"), (new CellPlace(i, 2), $"\"单位{i}\""),
        })));
        Stopwatch watch = Stopwatch.StartNew();

        var review = session.Review();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        review.Faults.ShouldBeEmpty();
        review.Findings.ShouldAllBe(f => f.Kind == TableFindingKind.Gap || f.Kind == TableFindingKind.NotChecked);
    }
}
