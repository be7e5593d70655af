using System.Diagnostics;
using System.Text;
using Platform.Kernel.Xml;

namespace Platform.Kernel.Tests.Xml;

/// <summary>Bad files are refused with a stable code, in bounded time and memory; nothing throws.</summary>
public sealed class HostileInputTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void Entity_expansion_is_refused_before_it_begins()
    {
        var laughs = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE definitions [<!ENTITY a \"ha\">");
        for (var i = 0; i < 30; i++)
        {
            laughs.Append($"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{(i == 0 ? "" : i - 1)};", 10))}\">");
        }

        laughs.Append("]><definitions>&a29;</definitions>");

        Refused(laughs.ToString(), ReadIssueCodes.DtdForbidden).Line.ShouldBe(2);
    }

    [Fact]
    public void External_document_type_is_refused_and_not_fetched() =>
        Refused("<!DOCTYPE definitions SYSTEM \"http://127.0.0.1:9/evil.dtd\"><definitions/>", ReadIssueCodes.DtdForbidden);

    [Fact]
    public void External_entity_is_refused() =>
        Refused("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>", ReadIssueCodes.DtdForbidden);

    [Fact]
    public void Deep_nesting_is_refused_with_its_line()
    {
        var deep = string.Concat(Enumerable.Repeat("<subProcess>\n", 200_000));

        var issue = Refused(XmlFixtures.Process(deep), ReadIssueCodes.TooDeep);

        issue.Line.ShouldBeInRange(90, 110);
        issue.ElementName.ShouldBe("subProcess");
    }

    [Fact]
    public void Nesting_up_to_the_limit_is_read()
    {
        var depth = BpmnReadOptions.Default.MaxDepth - 2;
        var deep = string.Concat(Enumerable.Range(0, depth).Select(i => $"<subProcess id=\"s{i}\">")) + string.Concat(Enumerable.Repeat("</subProcess>", depth));

        var result = BpmnReader.Read(XmlFixtures.Process(deep));

        result.IsValid.ShouldBeTrue();
        BpmnWriter.Write(result.Definitions!).ShouldContain($"id=\"s{depth - 1}\"");
    }

    [Fact]
    public void A_file_of_twenty_megabytes_is_refused_without_reading_it_all()
    {
        using var stream = new EndlessStream(20_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var result = BpmnReader.Read(stream);

        result.Definitions.ShouldBeNull();
        result.Issues.ShouldHaveSingleItem().Code.ShouldBe(ReadIssueCodes.TooLarge);
        stream.Served.ShouldBeLessThan(11_000_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(60_000_000);
    }

    [Fact]
    public void Text_of_twenty_megabytes_is_refused() =>
        Refused(XmlFixtures.Process($"<documentation>{new string('x', 20_000_000)}</documentation>"), ReadIssueCodes.TooLarge);

    [Fact]
    public void A_huge_attribute_is_refused_with_element_and_line()
    {
        var issue = Refused(XmlFixtures.Process($"\n<task id=\"t\" name=\"{new string('x', 200_000)}\"/>"), ReadIssueCodes.AttributeTooLong);

        issue.Line.ShouldBe(4);
        issue.ElementName.ShouldBe("task");
    }

    [Fact]
    public void Too_many_elements_are_refused() =>
        Refused(XmlFixtures.Process(string.Concat(Enumerable.Repeat("<task/>", 300_000))), ReadIssueCodes.TooManyElements);

    [Fact]
    public void Many_elements_of_one_broken_kind_are_read_in_linear_time()
    {
        // All parts share one id and lack their own: generating and reporting must not become quadratic.
        var many = string.Concat(Enumerable.Repeat("<subProcess id=\"same\"><task/></subProcess>", 60_000));
        var started = Stopwatch.GetTimestamp();

        var result = BpmnReader.Read(XmlFixtures.Process(many));

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience);
        result.Issues.Count.ShouldBe(BpmnReadOptions.Default.MaxIssues);
        result.IsValid.ShouldBeFalse();
    }

    [Fact]
    public void Duplicate_ids_are_an_error_with_line_and_id()
    {
        var issue = BpmnReader.Read(XmlFixtures.Process("<task id=\"a\"/>\n<userTask id=\"a\"/>")).Issues.Single(i => i.Code == ReadIssueCodes.IdDuplicate);

        issue.Severity.ShouldBe(ReadSeverity.Error);
        (issue.Line, issue.ElementId, issue.ElementName).ShouldBe((4, "a", "userTask"));
    }

    [Theory]
    [InlineData("""<boundaryEvent id="a" attachedToRef="b"/><boundaryEvent id="b" attachedToRef="a"/>""", "a")]
    [InlineData("""<boundaryEvent id="a" attachedToRef="a"/>""", "a")]
    [InlineData("""<dataObjectReference id="r" dataObjectRef="s"/><dataObjectReference id="s" dataObjectRef="r"/>""", "r")]
    public void References_in_a_circle_are_an_error(string content, string element)
    {
        var result = BpmnReader.Read(XmlFixtures.Process(content));

        result.IsValid.ShouldBeFalse();
        result.Issues.Single(i => i.Code == ReadIssueCodes.ReferenceCycle).ElementId.ShouldBe(element);
    }

    [Fact]
    public void A_long_chain_of_references_costs_linear_time()
    {
        var chain = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"<boundaryEvent id=\"b{i}\" attachedToRef=\"b{i + 1}\"/>"));
        var started = Stopwatch.GetTimestamp();

        BpmnReader.Read(XmlFixtures.Process(chain)).Issues.ShouldNotContain(i => i.Code == ReadIssueCodes.ReferenceCycle);

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience);
    }

    [Theory]
    [InlineData("", ReadIssueCodes.Empty)]
    [InlineData("  \n ", ReadIssueCodes.Empty)]
    [InlineData("not xml at all", ReadIssueCodes.Malformed)]
    [InlineData("<definitions", ReadIssueCodes.Malformed)]
    [InlineData("<a><b></a>", ReadIssueCodes.Malformed)]
    [InlineData("<a>&undefined;</a>", ReadIssueCodes.Malformed)]
    [InlineData("<a x='1' x='2'/>", ReadIssueCodes.Malformed)]
    [InlineData("<a>\u0001</a>", ReadIssueCodes.Malformed)]
    [InlineData("<p:a/>", ReadIssueCodes.Malformed)]
    [InlineData("<html/>", ReadIssueCodes.NotDefinitions)]
    [InlineData("<definitions xmlns='urn:other'/>", ReadIssueCodes.NotDefinitions)]
    [InlineData("<definitions xmlns='http://schema.omg.org/spec/BPMN/2.0'/>", ReadIssueCodes.NamespaceUnsupported)]
    public void What_is_not_bpmn_is_refused(string text, string code) => Refused(text, code);

    [Fact]
    public void A_file_cut_anywhere_is_refused_and_never_throws()
    {
        var whole = XmlFixtures.Everything.TrimEnd();

        for (var length = 0; length < whole.Length; length += 97)
        {
            var result = BpmnReader.Read(whole[..length]);
            result.Definitions.ShouldBeNull();
            result.Issues.ShouldHaveSingleItem().Severity.ShouldBe(ReadSeverity.Error);
        }
    }

    [Fact]
    public void An_unknown_encoding_is_named()
    {
        var result = BpmnReader.Read("<?xml version=\"1.0\" encoding=\"klingon\"?><a/>"u8);

        result.Issues.ShouldHaveSingleItem().Code.ShouldBe(ReadIssueCodes.EncodingUnknown);
        result.Issues[0].Message.ShouldContain("klingon");
    }

    [Fact]
    public void Bytes_that_do_not_fit_the_encoding_are_refused_instead_of_garbled() =>
        BpmnReader.Read([.. "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>"u8, 0xC4, 0xE3, .. "</a>"u8]).Issues.ShouldHaveSingleItem().Code.ShouldBe(ReadIssueCodes.EncodingInvalid);

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(20261122);
        var bytes = new byte[500];
        for (var i = 0; i < 300; i++)
        {
            random.NextBytes(bytes);
            BpmnReader.Read(bytes).Definitions.ShouldBeNull();
        }
    }

    private static ReadIssue Refused(string text, string code)
    {
        var started = Stopwatch.GetTimestamp();

        var result = BpmnReader.Read(text);

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience);
        result.Definitions.ShouldBeNull();
        result.IsValid.ShouldBeFalse();
        var issue = result.Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(code);
        issue.Severity.ShouldBe(ReadSeverity.Error);
        issue.Message.ShouldNotBeNullOrWhiteSpace();
        return issue;
    }

    /// <summary>Serves blanks after a valid beginning, and counts what was taken.</summary>
    private sealed class EndlessStream(int length) : Stream
    {
        public int Served { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => Served; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var served = Math.Min(count, length - Served);
            Array.Fill(buffer, (byte)' ', offset, served);
            Served += served;
            return served;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
