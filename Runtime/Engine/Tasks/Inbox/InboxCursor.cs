using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Tasks;

/// <summary>The place in an inbox after which a page begins, as opaque text.</summary>
internal sealed record InboxCursor(DateTimeOffset SortAt, Guid TaskId)
{
    /// <summary>Reads a cursor; anything else than one's own text means the beginning.</summary>
    public static InboxCursor? Parse(string? text)
    {
        if (text is null || !Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('/');
        return parts is [var at, var id]
            && long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var microseconds)
            && Math.Abs(microseconds) < 253_402_300_800_000_000
            && Guid.TryParseExact(id, "N", out var taskId)
                ? new InboxCursor(Instants.FromMicroseconds(microseconds), taskId)
                : null;
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Instants.ToMicroseconds(SortAt)}/{TaskId:N}")));
}
