using System.Text.Json;

namespace Platform.Governance.Demo;

/// <summary>
/// The memory of a run of the year in a file, one note a line: before a completion and after every act. A run whose process was
/// killed goes on from it; a last line that was cut off does not count.
/// </summary>
public sealed class YearJournal : IDisposable
{
    private readonly FileStream file;

    private YearJournal(FileStream file, List<YearNote> notes)
    {
        this.file = file;
        Notes = notes;
    }

    /// <summary>What earlier runs wrote, oldest first.</summary>
    internal IReadOnlyList<YearNote> Notes { get; }

    /// <summary>Opens the journal of a run, creating the file when it is not there.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="IOException">Another run holds the file.</exception>
    public static YearJournal Open(string path)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        var content = new byte[file.Length];
        file.ReadExactly(content);
        List<YearNote> notes = [];
        var whole = 0;
        for (int end; (end = content.AsSpan(whole).IndexOf((byte)'\n')) >= 0; whole += end + 1)
        {
            notes.Add(JsonSerializer.Deserialize(content.AsSpan(whole, end), YearJson.Default.YearNote)!);
        }

        file.SetLength(whole);
        file.Position = whole;
        return new YearJournal(file, notes);
    }

    /// <inheritdoc />
    public void Dispose() => file.Dispose();

    /// <summary>Adds a note; it outlives the process, though not the machine.</summary>
    internal void Add(YearNote note) => file.Write([.. JsonSerializer.SerializeToUtf8Bytes(note, YearJson.Default.YearNote), (byte)'\n']);
}
