using Platform.Decisions.Feel;
using Platform.Host.Attachments;
using Platform.Host.Components.Forms;
using Platform.Kernel;
using Platform.Runtime.Forms;

namespace Platform.Host.Tests.Official;

public sealed class FieldWordsTests
{
    private static readonly IPickChoices Names = new KnownNames();

    [Theory]
    [InlineData("""{"key":"k","label":"天数","type":"number"}""", "2.5", "2.5")]
    [InlineData("""{"key":"k","label":"金额","type":"money"}""", "12345.6", "12,345.60 元")]
    [InlineData("""{"key":"k","label":"急","type":"boolean"}""", "true", "是")]
    [InlineData("""{"key":"k","label":"哪天","type":"date"}""", "date(\"2026-11-02\")", "2026年11月2日")]
    [InlineData("""{"key":"k","label":"几时","type":"datetime"}""", "date and time(\"2026-11-02T09:05:00+08:00\")", "2026年11月2日 09:05")]
    [InlineData("""{"key":"k","label":"类别","type":"choice","options":[{"value":"a","text":"事假"}]}""", "\"a\"", "事假")]
    [InlineData("""{"key":"k","label":"类别","type":"multichoice","options":[{"value":"a","text":"事假"},{"value":"b","text":"病假"}]}""", "[\"a\",\"b\"]", "事假、病假")]
    [InlineData("""{"key":"k","label":"谁","type":"person"}""", "\"1\"", "人员1")]
    [InlineData("""{"key":"k","label":"单位","type":"unit","multiple":true}""", "[\"1\",\"2\"]", "单位1、单位2")]
    [InlineData("""{"key":"k","label":"事由","type":"longtext"}""", "\"他说“好”\"", "他说“好”")]
    public void What_was_entered_is_told_in_words(string field, string expression, string words)
    {
        var form = FormSpec.Read("x.form.json", System.Text.Encoding.UTF8.GetBytes($$"""{"title":"单","fields":[{{field}}]}""")).Value;

        FieldWords.Of(form.Fields[0], FeelExpression.Parse(expression).Expression!.Evaluate(FeelScope.Empty).Value, Names).ShouldBe(words);
    }

    [Theory]
    [InlineData("date", "date(\"2026-11-02\")", "2026-11-02")]
    [InlineData("datetime", "date and time(\"2026-11-02T01:05:00Z\")", "2026-11-02T09:05")]
    public void A_date_that_a_form_begins_with_stands_in_its_box(string type, string expression, string text)
    {
        var form = FormSpec.Read("x.form.json", System.Text.Encoding.UTF8.GetBytes($$"""{"title":"单","fields":[{"key":"k","label":"哪天","type":"{{type}}"}]}""")).Value;
        var value = FeelExpression.Parse(expression).Expression!.Evaluate(FeelScope.Empty).Value;

        new FormModel(form, new Dictionary<string, FeelValue> { ["k"] = value }, FeelScope.Empty, DateTimeOffset.UnixEpoch).Text(form.Fields[0]).ShouldBe(text);
    }

    private sealed class KnownNames : IPickChoices
    {
        public IReadOnlyList<PickItem> FindUnits(string text) => [];

        public IReadOnlyList<PickItem> FindPeople(string text) => [];

        public string UnitName(string id) => "单位" + id;

        public string PersonName(string id) => "人员" + id;

        public Task<Result<PickItem>> KeepFileAsync(AttachmentFile file, CancellationToken ct) => throw new InvalidOperationException("Expected no file here.");
    }
}
