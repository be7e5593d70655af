using Platform.Kernel.Model;
using Platform.Kernel.Xml.Mapping;
using Platform.Kernel.Xml.Tree;

namespace Platform.Kernel.Xml;

/// <summary>
/// Reads BPMN 2.0.2 files (§15.3 XML interchange). Bad input never throws: it comes back as issues. Nothing outside the file
/// is ever read, and time and memory are bounded by <see cref="BpmnReadOptions"/>. What has no typed form is kept word for word.
/// </summary>
public static class BpmnReader
{
    private const int Block = 81_920;

    /// <summary>Reads a file from its characters; an encoding that it declares is ignored.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="options">Limits; null for the usual ones.</param>
    public static BpmnReadResult Read(string text, BpmnReadOptions? options = null)
    {
        var limits = options ?? BpmnReadOptions.Default;
        var tree = XmlTreeReader.Read(text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text, limits);
        if (tree.Root is not { } root)
        {
            return new() { Issues = [tree.Refusal ?? Problem(ReadIssueCodes.Empty, "文件是空的。")] };
        }

        return Foreign(root) is { } refusal ? new() { Issues = [refusal] } : Understand(root, limits);
    }

    /// <summary>Reads a file from its bytes, in the encoding that it declares; UTF-8 when it declares none.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="options">Limits; null for the usual ones.</param>
    public static BpmnReadResult Read(ReadOnlySpan<byte> bytes, BpmnReadOptions? options = null)
    {
        var limits = options ?? BpmnReadOptions.Default;
        if (bytes.Length > limits.MaxSize)
        {
            return TooLarge(limits);
        }

        var decoded = XmlText.Decode(bytes);
        return decoded.Text is { } text ? Read(text, limits) : new() { Issues = [Problem(decoded.Code ?? ReadIssueCodes.Malformed, decoded.Message ?? "")] };
    }

    /// <summary>Reads a file from a stream to its end, or until it proves too large. The stream stays open.</summary>
    /// <param name="stream">A readable stream. Errors of the stream itself are thrown on.</param>
    /// <param name="options">Limits; null for the usual ones.</param>
    public static BpmnReadResult Read(Stream stream, BpmnReadOptions? options = null)
    {
        var limits = options ?? BpmnReadOptions.Default;
        using var buffer = new MemoryStream();
        var block = new byte[Block];
        int count;
        while ((count = stream.Read(block, 0, block.Length)) > 0)
        {
            if (buffer.Length + count > limits.MaxSize)
            {
                return TooLarge(limits);
            }

            buffer.Write(block, 0, count);
        }

        return Read(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), limits);
    }

    private static BpmnReadResult Understand(ExtensionElement root, BpmnReadOptions limits)
    {
        var context = new ReadContext(root, limits);
        var definitions = DefinitionsXml.Read(new ElementReader(context, root, null));
        ReferenceCheck.Run(context, definitions);
        return new() { Definitions = definitions, Issues = [.. context.Issues.OrderBy(i => i.Line).ThenBy(i => i.Column)] };
    }

    private static ReadIssue? Foreign(ExtensionElement root)
    {
        if (root is { LocalName: "definitions", NamespaceUri: BpmnNames.Model })
        {
            return null;
        }

        var isOtherBpmn = root.LocalName == "definitions" && root.NamespaceUri.Contains("BPMN", StringComparison.OrdinalIgnoreCase);
        var issue = isOtherBpmn
            ? Problem(ReadIssueCodes.NamespaceUnsupported, $"文件使用的 BPMN 版本（{root.NamespaceUri}）不受支持。请另存为 BPMN 2.0 后再导入。")
            : Problem(ReadIssueCodes.NotDefinitions, $"这不是 BPMN 2.0 文件：根元素是“{root.LocalName}”，应为“definitions”。");
        return issue with { Line = root.Line, Column = root.Column, ElementName = root.LocalName };
    }

    private static BpmnReadResult TooLarge(BpmnReadOptions limits) =>
        new() { Issues = [Problem(ReadIssueCodes.TooLarge, $"文件过大：超过 {limits.MaxSize} 字节。")] };

    private static ReadIssue Problem(string code, string message) => new() { Code = code, Severity = ReadSeverity.Error, Message = message };
}
