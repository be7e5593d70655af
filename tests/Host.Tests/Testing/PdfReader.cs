using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Host.Tests.Testing;

/// <summary>Reads what Chromium prints: pages, their size, and the text on them. Knows only the plain PDF that Chromium writes.</summary>
internal sealed partial class PdfReader
{
    /// <summary>Where a font's letters say how many bytes a code has.</summary>
    private const int Width = -1;

    private readonly byte[] _file;
    private readonly string _text;
    private readonly Dictionary<int, (string Head, int Stream)> _objects = [];

    public PdfReader(byte[] file)
    {
        _file = file;
        _text = Encoding.Latin1.GetString(file);
        foreach (Match match in Object().Matches(_text))
        {
            int end = _text.IndexOf("endobj", match.Index, StringComparison.Ordinal);
            int stream = _text.IndexOf("stream", match.Index, end - match.Index, StringComparison.Ordinal);
            _objects[int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)] = (_text[match.Index..(stream < 0 ? end : stream)], stream);
        }

        Pages = [.. _objects.Values.Where(o => Page().IsMatch(o.Head)).Select(Text)];
        Match box = Box().Match(_text);
        Size = (Number(box.Groups[1].Value), Number(box.Groups[2].Value));
    }

    /// <summary>The text of each page, without spaces, in the order in which it was drawn.</summary>
    public IReadOnlyList<string> Pages { get; }

    /// <summary>Width and height of the first page in points, rounded.</summary>
    public (int Width, int Height) Size { get; }

    private string Text((string Head, int Stream) page)
    {
        string resources = Resolve(page.Head, "Resources") ?? page.Head;
        string fontNames = Resolve(resources, "Font") ?? resources;
        Dictionary<string, Dictionary<int, string>> fonts = Reference().Matches(fontNames).GroupBy(m => m.Groups[1].Value)
            .ToDictionary(g => g.Key, g => Letters(int.Parse(g.First().Groups[2].Value, CultureInfo.InvariantCulture)));
        StringBuilder text = new();
        foreach (Match content in Contents().Matches(page.Head))
        {
            Dictionary<int, string> letters = [];
            bool isReplaced = false;
            foreach (Match token in Token().Matches(Stream(int.Parse(content.Groups[1].Value, CultureInfo.InvariantCulture))))
            {
                if (token.Groups["font"].Success)
                {
                    letters = fonts.GetValueOrDefault(token.Groups["font"].Value) ?? [];
                }
                else if (token.Groups["actual"].Success)
                {
                    isReplaced = true;
                    text.Append(Encoding.BigEndianUnicode.GetString(Convert.FromHexString(token.Groups["actual"].Value)).Trim('\uFEFF'));
                }
                else if (token.Groups["end"].Success)
                {
                    isReplaced = false;
                }
                else if (!isReplaced)
                {
                    text.Append(string.Concat(token.Groups["glyphs"].Value.Chunk(letters.GetValueOrDefault(Width) == "1" ? 2 : 4).Select(code => letters.GetValueOrDefault(Hex(new string(code))))));
                }
            }
        }

        return text.ToString().Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
    }

    /// <summary>What the glyphs of a font mean, by their code.</summary>
    private Dictionary<int, string> Letters(int font)
    {
        Dictionary<int, string> letters = [];
        if (!_objects.TryGetValue(font, out var found) || ToUnicode().Match(found.Head) is not { Success: true } map)
        {
            return letters;
        }

        // Fonts whose letters are drawings have codes of one byte.
        letters[Width] = found.Head.Contains("/Type3", StringComparison.Ordinal) ? "1" : "2";
        string table = Stream(int.Parse(map.Groups[1].Value, CultureInfo.InvariantCulture));
        foreach (Match block in Block().Matches(table))
        {
            string[] codes = [.. Code().Matches(block.Groups[2].Value).Select(m => m.Groups[1].Value)];
            int step = block.Groups[1].Value == "char" ? 2 : 3;
            for (int at = 0; at + step <= codes.Length; at += step)
            {
                int last = Hex(codes[at + step - 2]);
                for (int code = Hex(codes[at]); code <= last; code++)
                {
                    string first = Encoding.BigEndianUnicode.GetString(Convert.FromHexString(codes[at + step - 1]));
                    letters[code] = first[..^1] + (char)(first[^1] + code - Hex(codes[at]));
                }
            }
        }

        return letters;
    }

    private string? Resolve(string head, string key) =>
        Regex.Match(head, $@"/{key}\s+(\d+) 0 R") is { Success: true } match ? _objects[int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)].Head : null;

    private string Stream(int id)
    {
        (string head, int stream) = _objects[id];
        int begin = _text.IndexOf('\n', stream) + 1;
        int end = _text.IndexOf("endstream", begin, StringComparison.Ordinal);
        using MemoryStream content = new(_file, begin, end - begin);
        using Stream plain = head.Contains("FlateDecode", StringComparison.Ordinal) ? new ZLibStream(content, CompressionMode.Decompress) : content;
        using StreamReader reader = new(plain, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static int Hex(string code) => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static int Number(string value) => (int)Math.Round(double.Parse(value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^(\d+) 0 obj", RegexOptions.Multiline)]
    private static partial Regex Object();

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Page();

    [GeneratedRegex(@"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]")]
    private static partial Regex Box();

    [GeneratedRegex(@"/Contents\s+(\d+) 0 R")]
    private static partial Regex Contents();

    [GeneratedRegex(@"/(F\d+)\s+(\d+) 0 R")]
    private static partial Regex Reference();

    [GeneratedRegex(@"/ToUnicode\s+(\d+) 0 R")]
    private static partial Regex ToUnicode();

    [GeneratedRegex(@"beginbf(char|range)(.*?)endbf", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"<([0-9A-Fa-f]+)>")]
    private static partial Regex Code();

    [GeneratedRegex(@"/(?<font>F\d+)\s+[\d.]+\s+Tf|/ActualText\s*<(?<actual>[0-9A-Fa-f]+)>|(?<end>EMC)|<(?<glyphs>[0-9A-Fa-f]+)>\s*Tj")]
    private static partial Regex Token();
}
