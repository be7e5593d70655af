using System.Text;

namespace Platform.Designer.Tables;

/// <summary>Rows and columns as spreadsheets put them on the clipboard: tabs between cells, line ends between rows, quotation marks where a cell holds either.</summary>
public static class TableClipboard
{
    private const string Ends = "，。；：、,;:（(";

    /// <summary>Reads what was copied in a spreadsheet. The line end behind the last row makes no row of its own.</summary>
    /// <param name="text">The clipboard's text.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<IReadOnlyList<string>> rows = [];
        List<string> row = [];
        StringBuilder cell = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (cell.Length == 0 && text[i] == '"' && TryQuoted(text, ref i, cell))
            {
                continue;
            }

            switch (text[i])
            {
                case '\t':
                    row.Add(Taken(cell));
                    break;
                case '\r' when i + 1 < text.Length && text[i + 1] == '\n':
                    break;
                case '\n' or '\r':
                    row.Add(Taken(cell));
                    rows.Add(row);
                    row = [];
                    break;
                default:
                    cell.Append(text[i]);
                    break;
            }
        }

        if (cell.Length > 0 || row.Count > 0)
        {
            row.Add(Taken(cell));
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>
    /// The lines of a cell as one, for cells of a table have one line: lines that no sign ends are separated as the values of a cell are. An
    /// expression goes on after a space.
    /// </summary>
    /// <param name="cell">A cell of a spreadsheet.</param>
    public static string OneLine(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        string[] lines = cell.Split(['\n', '\r', '\v', '\u2028'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length < 2)
        {
            return lines.Length == 0 ? "" : cell.Trim('\n', '\r', '\v', '\u2028');
        }

        return lines[0][0] is '=' or '＝' ? string.Join(' ', lines)
            : lines.Aggregate((one, next) => one + (Ends.Contains(one[^1], StringComparison.Ordinal) || next[0] is '（' or '(' ? "" : "；") + next);
    }

    /// <summary>Writes rows for a spreadsheet.</summary>
    /// <param name="rows">Rows of cells.</param>
    public static string Write(IEnumerable<IEnumerable<string>> rows) => string.Join("\r\n", rows.Select(row => string.Join('\t', row.Select(Quoted))));

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny('\t', '\n', '\r') || cell.StartsWith('"') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    // A quotation mark that no other one closes before a tab or line end is just a character: FEEL texts begin with one.
    private static bool TryQuoted(string text, ref int position, StringBuilder cell)
    {
        StringBuilder inside = new();
        for (int i = position + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                inside.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '"')
            {
                inside.Append('"');
                i++;
            }
            else if (i + 1 == text.Length || text[i + 1] is '\t' or '\r' or '\n')
            {
                // Spreadsheets quote cells with tabs, line ends or quotation marks, some of them only the first two.
                bool wasNeeded = inside.ToString().AsSpan().ContainsAny("\t\n\r\"");
                if (!wasNeeded)
                {
                    return false;
                }

                cell.Append(inside);
                position = i;
                return true;
            }
            else
            {
                return false;
            }
        }

        return false;
    }

    private static string Taken(StringBuilder cell)
    {
        string text = cell.ToString();
        cell.Clear();
        return text;
    }
}
