using System.Text;
using System.Xml.Linq;
using Platform.Kernel.Xml;

namespace Platform.Conformance.BpmnInterchange;

/// <summary><c>bpmn-interchange DIR|FILE</c>: reads each BPMN file, writes it, reads it again, and compares with the original.</summary>
internal static class BpmnInterchangeCommand
{
    private const int ShownItems = 20;

    internal static int Run(string[] args, TextWriter output)
    {
        if (args is not [var path, ..] || (!Directory.Exists(path) && !File.Exists(path)))
        {
            output.WriteLine("usage: bpmn-interchange DIR|FILE");
            return 2;
        }

        var schema = SchemaValidation.Find(AppContext.BaseDirectory);
        output.WriteLine(schema is null ? "BPMN20.xsd is not here (build the designer first): only the order of elements is checked" : "validating against BPMN20.xsd");
        var (passed, failed) = (0, 0);
        foreach (var file in Find(path))
        {
            var result = Check(File.ReadAllBytes(file), schema);
            Print(output, Path.GetRelativePath(Directory.Exists(path) ? path : ".", file), result);
            _ = result.Passed ? passed++ : failed++;
        }

        output.WriteLine($"{passed} passed, {failed} failed, 0 skipped");
        return failed == 0 ? 0 : 1;
    }

    internal static IEnumerable<string> Find(string path) => File.Exists(path)
        ? [path]
        : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".bpmn", StringComparison.Ordinal) || f.EndsWith(".bpmn20.xml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>One round trip of one file.</summary>
    internal static InterchangeResult Check(byte[] bytes, SchemaValidation? schema)
    {
        var first = BpmnReader.Read(bytes);
        if (first.Definitions is null)
        {
            return new(0, [.. first.Issues.Select(i => $"{i.Code} {i.Message}")], []);
        }

        var written = BpmnWriter.Write(first.Definitions);
        var original = Parse(bytes);
        var copy = XDocument.Parse(written, LoadOptions.SetLineInfo);
        var comparison = new XmlComparison(original, copy);
        var lost = comparison.Lost.Concat(SchemaOrder.Violations(copy)).ToList();
        if (schema is not null)
        {
            lost.AddRange(schema.NewErrors(original, copy));
        }

        var second = BpmnReader.Read(written);
        if (second.Definitions is null || BpmnWriter.Write(second.Definitions) != written)
        {
            lost.Add("the second round trip differs from the first");
        }

        return new(comparison.Kept, lost, [.. first.Issues.GroupBy(i => i.Code).Select(g => $"{g.Key} {g.Count()}")]);
    }

    private static XDocument Parse(byte[] bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = new MemoryStream(bytes);
        return XDocument.Load(stream, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
    }

    private static void Print(TextWriter output, string name, InterchangeResult result)
    {
        var notes = result.Issues.Count == 0 ? "" : $"; reported: {string.Join(", ", result.Issues)}";
        output.WriteLine($"{(result.Passed ? "ok  " : "LOST")} {name}: {result.Kept} kept, {result.Lost.Count} lost{notes}");
        foreach (var item in result.Lost.Take(ShownItems))
        {
            output.WriteLine($"       {item}");
        }
    }
}

/// <summary>What came of one round trip.</summary>
/// <param name="Kept">Elements, attributes and texts that came back.</param>
/// <param name="Lost">Those that did not, and places where the output breaks the schema's order.</param>
/// <param name="Issues">Codes that the reader reported, with counts.</param>
internal sealed record InterchangeResult(int Kept, IReadOnlyList<string> Lost, IReadOnlyList<string> Issues)
{
    public bool Passed => Lost.Count == 0;
}
