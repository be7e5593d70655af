using System.Text;
using Platform.Decisions.Feel;
using Platform.Runtime.Forms;

namespace Platform.Runtime.Tests.Forms;

public sealed class FormCheckTests
{
    private const string File = """
        {
          "id": "feedback", "title": "处理意见书",
          "fields": [
            {"key": "claim", "label": "信访请求", "type": "longtext", "required": true, "maxLength": 20},
            {"key": "amount", "label": "金额", "type": "money", "min": 0, "max": 1000000},
            {"key": "conclusion", "label": "结论", "type": "choice", "required": true, "options": [{"value": "支持", "text": "支持"}, {"value": "不支持", "text": "不支持"}]},
            {"key": "reason", "label": "不支持的理由", "type": "text", "required": "conclusion = \"不支持\"", "visible": "conclusion = \"不支持\""},
            {"key": "due", "label": "兑现日期", "type": "date", "validation": "due >= date(\"2026-01-01\")", "help": "应在 2026 年以后"},
            {"key": "contactedAt", "label": "联系时间", "type": "datetime"},
            {"key": "units", "label": "协办单位", "type": "unit", "multiple": true},
            {"key": "number", "label": "编号", "type": "text", "readOnly": true},
            {"key": "tags", "label": "标签", "type": "multichoice", "options": [{"value": "a", "text": "A"}, {"value": "b", "text": "B"}]}
          ],
          "validation": [{"rule": "amount = null or conclusion = \"支持\"", "message": "不支持的件不能填写金额。"}]
        }
        """;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private static readonly FormSpec Form = FormSpec.Read("feedback.form.json", Encoding.UTF8.GetBytes(File)).Value;

    [Fact]
    public void Submitted_text_gets_the_type_of_its_field()
    {
        var unit = "0192f3a0-0000-7000-8000-000000000001";
        var answer = Check(
            ("claim", FeelValue.Of("修路灯")), ("conclusion", FeelValue.Of("支持")), ("amount", FeelValue.Of("1200.50")), ("due", FeelValue.Of("2026-12-01")),
            ("contactedAt", FeelValue.Of("2026-11-20T10:00:00+08:00")), ("units", FeelValue.Of([FeelValue.Of(unit)])));

        answer.IsValid.ShouldBeTrue(answer.Summary);
        answer.Values["amount"].ShouldBe(FeelValue.Of(1200.50m));
        answer.Values["due"].ShouldBe(FeelValue.Of(new DateOnly(2026, 12, 1)));
        answer.Values["contactedAt"].ShouldBeOfType<FeelDateTime>();
        answer.Values["units"].ShouldBeOfType<FeelList>().Items.ShouldBe([FeelValue.Of(unit)]);
    }

    [Fact]
    public void Today_is_the_county_s_day_before_eight_in_the_morning_too()
    {
        var form = FormSpec.Read("a.form.json", Encoding.UTF8.GetBytes("""{"title":"t","fields":[{"key":"a","label":"甲","type":"date","default":"today()"}]}""")).Value;

        FormCheck.Defaults(form, FeelScope.Empty, new DateTimeOffset(2026, 11, 22, 23, 30, 0, TimeSpan.Zero))["a"].ShouldBe(FeelValue.Of(new DateOnly(2026, 11, 23)));
    }

    [Fact]
    public void A_box_that_nobody_ticked_reads_as_no_in_conditions()
    {
        var form = FormSpec.Read("a.form.json", Encoding.UTF8.GetBytes("""{"title":"t","fields":[{"key":"urgent","label":"急件","type":"boolean"},{"key":"why","label":"理由","type":"text","visible":"urgent = false"}]}""")).Value;

        FormCheck.VisibleFields(form, new Dictionary<string, FeelValue>(), FeelScope.Empty, Now).ShouldContain("why");
        FormCheck.VisibleFields(form, new Dictionary<string, FeelValue> { ["urgent"] = FeelBoolean.True }, FeelScope.Empty, Now).ShouldNotContain("why");
        FormCheck.Check(form, new Dictionary<string, FeelValue> { ["why"] = FeelValue.Of("慢慢来") }, FeelScope.Empty, Now).Values["why"].ShouldBe(FeelValue.Of("慢慢来"));
    }

    [Fact]
    public void A_required_field_must_be_filled_and_blank_is_not_filled()
    {
        Codes(Check(("claim", FeelValue.Of("  ")), ("conclusion", FeelValue.Of("支持")))).ShouldBe(["claim field.required"]);
    }

    [Fact]
    public void A_condition_decides_whether_a_field_is_required() =>
        Codes(Check(("claim", FeelValue.Of("x")), ("conclusion", FeelValue.Of("不支持")))).ShouldBe(["reason field.required"]);

    [Fact]
    public void What_is_hidden_is_dropped_and_not_required()
    {
        var answer = Check(("claim", FeelValue.Of("x")), ("conclusion", FeelValue.Of("支持")), ("reason", FeelValue.Of("藏起来的话")));

        answer.IsValid.ShouldBeTrue();
        answer.Values["reason"].IsNull.ShouldBeTrue();
    }

    [Theory]
    [InlineData("amount", "abc", "field.type")]
    [InlineData("amount", "1.234", "field.type")]
    [InlineData("amount", "-1", "field.out-of-range")]
    [InlineData("due", "2026/12/01", "field.type")]
    [InlineData("due", "2025-12-31", "field.invalid")]
    [InlineData("conclusion", "也许", "field.not-an-option")]
    [InlineData("claim", "一二三四五六七八九十一二三四五六七八九十一", "field.too-long")]
    [InlineData("units", "not-an-id", "field.type")]
    [InlineData("unheard", "x", "field.unknown")]
    public void Every_fault_has_its_own_code(string key, string value, string code)
    {
        var values = new Dictionary<string, FeelValue> { ["claim"] = FeelValue.Of("x"), ["conclusion"] = FeelValue.Of("支持"), [key] = FeelValue.Of(value) };

        Codes(FormCheck.Check(Form, values, FeelScope.Empty, Now)).ShouldBe([$"{key} {code}"]);
    }

    [Fact]
    public void A_rule_on_the_whole_form_is_asked_when_the_fields_are_good()
    {
        var answer = Check(("claim", FeelValue.Of("x")), ("conclusion", FeelValue.Of("不支持")), ("reason", FeelValue.Of("没有依据")), ("amount", FeelValue.Of(5)));

        answer.Problems.ShouldHaveSingleItem().Message.ShouldBe("不支持的件不能填写金额。");
    }

    [Fact]
    public void A_read_only_field_is_never_taken_from_the_sender() =>
        Check(("claim", FeelValue.Of("x")), ("conclusion", FeelValue.Of("支持")), ("number", FeelValue.Of("改号"))).Values.ShouldNotContainKey("number");

    [Fact]
    public void Rules_see_process_variables_behind_the_forms_own_values()
    {
        var form = FormSpec.Read("f", """{"title":"t","fields":[{"key":"a","label":"甲","type":"number","validation":"a > limit"}]}"""u8).Value;
        var variables = new FeelScope(new Dictionary<string, FeelValue> { ["limit"] = FeelValue.Of(10), ["a"] = FeelValue.Of(100) });

        FormCheck.Check(form, new Dictionary<string, FeelValue> { ["a"] = FeelValue.Of(5) }, variables, Now).IsValid.ShouldBeFalse();
        FormCheck.Check(form, new Dictionary<string, FeelValue> { ["a"] = FeelValue.Of(11) }, variables, Now).IsValid.ShouldBeTrue();
    }

    [Theory]
    [InlineData("{", "form.unreadable")]
    [InlineData("null", "form.unreadable")]
    [InlineData("""{"title":"t","fields":[{"key":"a","label":"甲","type":"colour"}]}""", "form.unreadable")]
    [InlineData("""{"title":"t","fields":[{"key":"a","label":"甲","type":"text"},{"key":"a","label":"乙","type":"text"}]}""", "form.inconsistent")]
    [InlineData("""{"title":"t","fields":[{"key":"a","label":"甲","type":"choice"}]}""", "form.inconsistent")]
    [InlineData("""{"title":"t","fields":[{"key":"a","label":"甲","type":"text","required":"1 +"}]}""", "form.inconsistent")]
    [InlineData("""{"title":"t","fields":[{"key":"a","label":"甲","type":"text","visible":"","unfinished":{"visible":"b = \"\""}}]}""", "form.inconsistent")]
    [InlineData("""{"title":"t","fields":[{"key":"a","label":"甲","type":"text","validation":[{"rule":""}]}]}""", "form.inconsistent")]
    public void A_broken_form_file_is_refused(string content, string code) =>
        FormSpec.Read("f.form.json", Encoding.UTF8.GetBytes(content)).Problem.ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public void A_form_reads_back_as_it_was_written()
    {
        var again = FormSpec.Read("f", Form.Write()).Value;

        again.Fields.Select(f => f.Key).ShouldBe(Form.Fields.Select(f => f.Key));
        again.Fields[4].Validation.ShouldHaveSingleItem().Rule.ShouldBe(Form.Fields[4].Validation[0].Rule);
    }

    [Theory]
    [InlineData(FieldMask.Name, "王晓梅", "王**")]
    [InlineData(FieldMask.Phone, "13900001234", "139****1234")]
    [InlineData(FieldMask.IdCard, "999901199001011234", "999901********1234")]
    [InlineData(FieldMask.Phone, "123", "***")]
    [InlineData(FieldMask.All, "秘密", "**")]
    public void Masks_keep_only_what_a_reader_needs(FieldMask mask, string value, string shown) => FieldValues.Mask(mask, value).ShouldBe(shown);

    private static FormAnswer Check(params (string Key, FeelValue Value)[] values) =>
        FormCheck.Check(Form, values.ToDictionary(v => v.Key, v => v.Value), FeelScope.Empty, Now);

    private static IEnumerable<string> Codes(FormAnswer answer) => answer.Problems.Select(p => $"{p.Key} {p.Code}");
}
