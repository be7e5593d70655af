using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Kernel.Xml.Tree;

/// <summary>Bytes of an XML file become characters (XML 1.0 appendix F), also in encodings that XmlReader itself refuses, such as GBK.</summary>
internal static partial class XmlText
{
    private const int DeclarationLength = 200;

    /// <summary>Decodes the file, or says why not. Never throws on bad input.</summary>
    public static XmlTextResult Decode(ReadOnlySpan<byte> bytes)
    {
        var (marked, skip) = ByOrderMark(bytes);
        var name = marked is null ? DeclaredName(bytes) : null;
        var encoding = marked ?? ByName(name ?? "utf-8");
        if (encoding is null)
        {
            return new(null, ReadIssueCodes.EncodingUnknown, $"文件声明的字符编码“{name}”无法识别。请另存为 UTF-8 后再导入。");
        }

        try
        {
            return new(encoding.GetString(bytes[skip..]), null, null);
        }
        catch (DecoderFallbackException)
        {
            return new(null, ReadIssueCodes.EncodingInvalid, $"文件内容与其字符编码“{encoding.WebName}”不符。请另存为 UTF-8 后再导入。");
        }
    }

    private static (Encoding? Encoding, int Skip) ByOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Strict(65001), 3),
        [0xFF, 0xFE, 0x00, 0x00, ..] => (Strict(12000), 4),
        [0x00, 0x00, 0xFE, 0xFF, ..] => (Strict(12001), 4),
        [0xFF, 0xFE, ..] => (Strict(1200), 2),
        [0xFE, 0xFF, ..] => (Strict(1201), 2),
        [0x3C, 0x00, 0x3F, 0x00, ..] => (Strict(1200), 0),
        [0x00, 0x3C, 0x00, 0x3F, ..] => (Strict(1201), 0),
        _ => (null, 0),
    };

    private static Encoding Strict(int codePage) =>
        Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static string? DeclaredName(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationLength)]);
        var match = EncodingDeclaration().Match(head);
        return match.Success ? match.Groups["name"].Value : null;
    }

    private static Encoding? ByName(string name)
    {
        // A file that names UTF-16 but can be read byte by byte up to here is not UTF-16: tools that convert a file forget the declaration.
        if (name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase))
        {
            return Strict(65001);
        }

        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            // The provider is asked directly: registering it would change the whole program.
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return encoding;
        }
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*?\sencoding\s*=\s*["'](?<name>[A-Za-z0-9._-]+)["']""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EncodingDeclaration();
}

/// <summary>Characters, or a code and a sentence that say why there are none.</summary>
internal sealed record XmlTextResult(string? Text, string? Code, string? Message);
