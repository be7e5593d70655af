using System.Text;
using Platform.Designer.Forms;

namespace Platform.Designer.Tests.Forms;

public sealed class FormDesignTests
{
    [Fact]
    public void A_field_comes_behind_the_selected_one_with_a_name_of_its_own()
    {
        var design = new FormDesign(new FormDocument { Title = "登记" });

        design.Add(FormFieldType.Text, "甲");
        design.Add(FormFieldType.Number, "乙");
        design.Select(0);
        design.Add(FormFieldType.Date, "丙");

        design.Form.Fields.Select(field => field.Label).ShouldBe(["甲", "丙", "乙"]);
        design.Form.Fields.Select(field => field.Key).Distinct().Count().ShouldBe(3);
        design.Current!.Label.ShouldBe("丙");
    }

    [Theory]
    [InlineData(0, 2, "乙丙甲")]
    [InlineData(2, 0, "丙甲乙")]
    [InlineData(0, 99, "乙丙甲")]
    [InlineData(1, -5, "乙甲丙")]
    [InlineData(7, 0, "甲乙丙")]
    public void A_moved_field_stands_where_it_was_put(int from, int to, string order)
    {
        var design = Three();

        design.Move(from, to);

        string.Concat(design.Form.Fields.Select(field => field.Label)).ShouldBe(order);
    }

    [Fact]
    public void Every_change_is_undone_and_done_again_in_order()
    {
        var design = Three();
        design.Select(1);
        design.Change(design.Current! with { Label = "改过" });
        design.Remove();
        design.Duplicate();
        var last = design.Form;

        design.Undo();
        design.Undo();
        design.Form.Fields[1].Label.ShouldBe("改过");
        design.Undo();
        design.Form.Fields[1].Label.ShouldBe("乙");
        design.Redo();
        design.Redo();
        design.Redo();

        design.Form.ShouldBe(last);
        design.CanRedo.ShouldBeFalse();
    }

    [Fact]
    public void Changing_nothing_is_no_change()
    {
        var design = Three();
        var number = design.ChangeNumber;

        design.Change(design.Current!);
        design.Move(1, 1);

        design.ChangeNumber.ShouldBe(number);
    }

    [Fact]
    public void What_the_designer_does_not_know_comes_back_as_it_was()
    {
        const string File = """{"id":"register","format":1,"title":"登记","x-note":{"a":[1,2]},"fields":[{"key":"a","label":"甲","type":"text","required":true,"x-width":3,"validation":"a != \"\""}],"validation":[{"rule":"a != \"b\"","message":"不能是乙"}]}""";

        var form = FormDocument.Read(Encoding.UTF8.GetBytes(File))!;
        var again = FormDocument.Read(form.Write())!;

        Encoding.UTF8.GetString(form.Write()).ShouldContain("x-note");
        again.Other["x-note"].ShouldBe("""{"a":[1,2]}""");
        again.Fields[0].Other["x-width"].ShouldBe("3");
        (again.Fields[0].Required, again.Fields[0].Rules[0].Rule, again.Rules[0].Message).ShouldBe(("true", "a != \"\"", "不能是乙"));
    }

    [Theory]
    [InlineData("不是 JSON")]
    [InlineData("[1]")]
    [InlineData("")]
    public void What_is_no_form_is_null(string text) => FormDocument.Read(Encoding.UTF8.GetBytes(text)).ShouldBeNull();

    [Fact]
    public void A_pattern_in_words_is_a_rule_and_a_rule_is_read_back_as_words()
    {
        var field = new FormField { Key = "phone", Label = "电话" };

        foreach (var name in FieldPatterns.Names)
        {
            var with = FieldPatterns.WithMinLength(FieldPatterns.With(field, name, "请改"), 3, "太短");
            FieldPatterns.Of(with).ShouldBe(name);
            FieldPatterns.MinLength(with).ShouldBe(3);
            FieldPatterns.Others(with).ShouldBeEmpty();
            FormChecks.Of(new FormDocument { Title = "表", Fields = [with] }, []).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Another_name_of_a_field_keeps_its_words_and_its_own_rules()
    {
        var field = FieldPatterns.With(new FormField { Key = "a", Label = "电话", Rules = [new FormRule("a != b", "不同")] }, "phone", "请填手机");

        var renamed = FieldPatterns.Rename(field, "phone");

        FieldPatterns.Of(renamed).ShouldBe("phone");
        renamed.Rules[0].Message.ShouldBe("请填手机");
        FieldPatterns.Others(renamed).ShouldHaveSingleItem().Rule.ShouldBe("a != b");
    }

    public static TheoryData<FormField, string, string> Wrong => new()
    {
        { new FormField { Key = "a", Label = " " }, "label", "Empty" },
        { new FormField { Key = "1a", Label = "甲" }, "key", "Key" },
        { new FormField { Key = "", Label = "甲" }, "key", "Key" },
        { new FormField { Key = "outcome", Label = "甲" }, "key", "KeyTaken" },
        { new FormField { Key = "first", Label = "甲" }, "key", "KeyTwice" },
        { new FormField { Key = "a", Label = "甲", Type = FormFieldType.Choice }, "options", "NoOptions" },
        { new FormField { Key = "a", Label = "甲", Type = FormFieldType.Choice, Options = [new FormOption("x", "")] }, "options", "OptionEmpty" },
        { new FormField { Key = "a", Label = "甲", Type = FormFieldType.MultiChoice, Options = [new FormOption("x", "1"), new FormOption("x", "2")] }, "options", "OptionTwice" },
        { new FormField { Key = "a", Label = "甲", Type = FormFieldType.Choice, Dictionary = "没有" }, "dictionary", "NoDictionary" },
        { new FormField { Key = "a", Label = "甲", Type = FormFieldType.Number, Min = 5, Max = 1 }, "min", "Range" },
        { new FormField { Key = "a", Label = "甲", MaxLength = 0 }, "maxLength", "MaxLength" },
        { FieldPatterns.WithMinLength(new FormField { Key = "a", Label = "甲", MaxLength = 5 }, 9, null), "minLength", "Lengths" },
        { new FormField { Key = "a", Label = "甲", Visible = "b >" }, "visible", "Feel" },
        { new FormField { Key = "a", Label = "甲", Calculated = "1 +" }, "calculated", "Feel" },
        { new FormField { Key = "a", Label = "甲", Calculated = "1 + 1", Required = "true" }, "calculated", "CalculatedRequired" },
        { new FormField { Key = "a", Label = "甲", Rules = [new FormRule("(", null)] }, "validation", "Feel" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_found_where_it_stands(FormField field, string setting, string code)
    {
        var form = new FormDocument { Title = "表", Fields = [new FormField { Key = "first", Label = "第一" }, field] };

        var issue = FormChecks.Of(form, ["有"]).ShouldHaveSingleItem();

        (issue.Field, issue.Setting, issue.Code).ShouldBe((1, setting, code));
    }

    private static FormDesign Three() => new(new FormDocument
    {
        Title = "表",
        Fields = [new FormField { Key = "a", Label = "甲" }, new FormField { Key = "b", Label = "乙" }, new FormField { Key = "c", Label = "丙" }],
    });
}
