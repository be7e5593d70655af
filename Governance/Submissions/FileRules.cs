using System.Collections.Frozen;
using System.Text;
using Platform.Kernel;

namespace Platform.Governance.Submissions;

/// <summary>Which files citizens may send in. A file counts as what its first bytes say; a name that says otherwise is refused.</summary>
public static class FileRules
{
    /// <summary>How many files one matter may bring.</summary>
    public const int MostFiles = 5;

    /// <summary>The largest file, in bytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>All files of one matter together, in bytes.</summary>
    public const int LargestTogether = 25 * 1024 * 1024;

    private const int LongestName = 120;

    private static readonly byte[] OleHead = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] ZipHead = [0x50, 0x4B, 0x03, 0x04];

    private static readonly FrozenDictionary<string, (string ContentType, Func<ReadOnlyMemory<byte>, bool> Fits)> Kinds =
        new Dictionary<string, (string, Func<ReadOnlyMemory<byte>, bool>)>(StringComparer.OrdinalIgnoreCase)
        {
            [".jpg"] = ("image/jpeg", content => Begins(content, [0xFF, 0xD8, 0xFF])),
            [".jpeg"] = ("image/jpeg", content => Begins(content, [0xFF, 0xD8, 0xFF])),
            [".png"] = ("image/png", content => Begins(content, [0x89, 0x50, 0x4E, 0x47])),
            [".pdf"] = ("application/pdf", content => Begins(content, "%PDF-"u8)),
            [".doc"] = ("application/msword", content => Begins(content, OleHead)),
            [".xls"] = ("application/vnd.ms-excel", content => Begins(content, OleHead)),
            [".docx"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", content => Begins(content, ZipHead)),
            [".xlsx"] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", content => Begins(content, ZipHead)),
            [".mp3"] = ("audio/mpeg", content => Begins(content, "ID3"u8) || Begins(content, [0xFF, 0xFB]) || Begins(content, [0xFF, 0xF3])),
            [".m4a"] = ("audio/mp4", content => content.Length > 8 && content.Span[4..8].SequenceEqual("ftyp"u8)),
            [".txt"] = ("text/plain", content => !content.Span.Contains((byte)0)),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Endings that are accepted, for the file dialog: <c>.jpg,.png,…</c>.</summary>
    public static string Accepted { get; } = string.Join(',', Kinds.Keys.Order(StringComparer.Ordinal));

    /// <summary>Takes the files as they were sent.</summary>
    /// <param name="files">Name and bytes of each.</param>
    /// <returns>The files with cleaned names and true types; or <c>file.too-many</c>, <c>file.empty</c>, <c>file.too-large</c>, <c>file.kind</c>.</returns>
    public static Result<IReadOnlyList<SubmittedFile>> Take(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Content)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.Count > MostFiles)
        {
            return new Problem("file.too-many", $"一次最多上传 {MostFiles} 个文件，请挑选最能说明情况的。");
        }

        var taken = new List<SubmittedFile>(files.Count);
        foreach (var (sent, content) in files)
        {
            var name = CleanName(sent);
            if (Fault(name, content) is { } fault)
            {
                return fault;
            }

            taken.Add(new SubmittedFile(name, Kinds[Path.GetExtension(name)].ContentType, content));
        }

        return taken.Sum(file => (long)file.Content.Length) > LargestTogether
            ? new Problem("file.too-large", "上传的文件合计超过 25 兆，请减少文件或者压缩后再试。")
            : taken;
    }

    /// <summary>
    /// A name that is only a name: no folders, no control, direction or reserved characters, of sensible length, its ending kept.
    /// </summary>
    /// <param name="sent">The name as sent.</param>
    public static string CleanName(string sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var last = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes().Where(rune => !IsHidden(rune)))
        {
            kept.Append("\"*:<>?|".Contains((char)(rune.Value & 0xFFFF), StringComparison.Ordinal) && rune.IsAscii ? "_" : rune.ToString());
        }

        var name = kept.ToString().Trim(' ', '.');
        var ending = Path.GetExtension(name);
        return name.Length == 0 ? "附件" : name.Length <= LongestName ? name : Shortened(name, ending);
    }

    private static string Shortened(string name, string ending)
    {
        var length = LongestName - ending.Length;
        // A character beyond the basic plane is not cut in half.
        return name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)] + ending;
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator
        or System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.OtherNotAssigned;

    private static Problem? Fault(string name, ReadOnlyMemory<byte> content)
    {
        if (content.IsEmpty)
        {
            return new Problem("file.empty", $"“{name}”是空文件，请重新选择。");
        }

        if (content.Length > LargestFile)
        {
            return new Problem("file.too-large", $"“{name}”超过 10 兆，请压缩后再试。");
        }

        return Kinds.TryGetValue(Path.GetExtension(name), out var kind) && kind.Fits(content)
            ? null
            : new Problem("file.kind", $"“{name}”不是可以上传的文件，或者内容与后缀不符。可以上传照片、PDF、Word、Excel、文本和录音。");
    }

    private static bool Begins(ReadOnlyMemory<byte> content, ReadOnlySpan<byte> head) => content.Span.StartsWith(head);
}
