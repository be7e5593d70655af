using System.Text;
using Platform.Governance;
using Platform.Governance.Rehearsals;
using Platform.Governance.Scenarios;
using Platform.Host.Accounts;
using Platform.Kernel;
using Platform.Kernel.Xml;
using Platform.Runtime.Access;
using Platform.Runtime.Calendar;
using Platform.Runtime.Definitions.Drafts;

namespace Platform.Host.Pages.Admin.Rehearsing;

/// <summary>Opens rehearsals of drafts and keeps what is worth keeping of them.</summary>
/// <param name="files">Files of drafts.</param>
/// <param name="grounds">Copies the county.</param>
/// <param name="worlds">Opens worlds.</param>
/// <param name="samples">Matters of the county.</param>
/// <param name="options">Which process carries cases.</param>
public sealed class RehearsalDesk(DraftFiles files, RehearsalGrounds grounds, RehearsalWorlds worlds, SampleMatters samples, GovernanceOptions options)
{
    private const string BookingForm = "register.form.json";
    private const string CategoryField = "category";

    private static readonly TimeSpan Opening = new(9, 0, 0);

    /// <summary>Opens a rehearsal of the draft of a process, at nine o'clock of the next working day.</summary>
    /// <param name="viewer">The administrator who rehearses.</param>
    /// <param name="key">Process id.</param>
    /// <param name="calendar">The county's calendar.</param>
    /// <param name="now">The present.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The rehearsal; null when there is no such process; the problem when it cannot run.</returns>
    public async Task<Result<RehearsalWork>?> OpenAsync(Viewer viewer, string key, WorkCalendar calendar, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(calendar);
        if (await files.AllAsync(viewer.TenantId, key, ct) is not { } all || ProcessFile(all, key) is not { } bpmn)
        {
            return null;
        }

        var ground = await grounds.ReadAsync(viewer.TenantId, key, all, ct);
        var session = new RehearsalSession(worlds, ground, NextMorning(calendar, now), TimeProvider.System);
        var process = await session.ProcessAsync(ct);
        if (!process.IsSuccess)
        {
            await session.DisposeAsync();
            return process.Problem!;
        }

        return new RehearsalWork
        {
            Session = session,
            Ground = ground,
            Name = process.Value.Name,
            Bpmn = bpmn,
            CarriesCases = key == options.ProcessKey,
            Categories = [.. process.Value.Forms.GetValueOrDefault(BookingForm)?.Field(CategoryField)?.Options.Select(option => option.Value) ?? []],
            StartForm = Runtime.Definitions.StartForm.Of(process.Value),
            Matters = key == options.ProcessKey ? await samples.ReadAsync(viewer, key, ct) : [],
            Scenarios = RehearsalSuite.In(all),
        };
    }

    /// <summary>Keeps what was done as a scenario of the draft.</summary>
    /// <param name="person">Who keeps it.</param>
    /// <param name="work">The rehearsal.</param>
    /// <param name="name">Name of the scenario; must not be empty.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The rehearsal with the scenarios as they are now; or why it was not kept.</returns>
    public async Task<Result<RehearsalWork>> KeepAsync(SignedInPerson person, RehearsalWork work, string name, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(work);
        var text = ScenarioWriter.Write(RehearsalSuite.Record(name.Trim(), work.Session.Start, work.Session.Acts));
        return await SaveAsync(person, work, FileName(name), Encoding.UTF8.GetBytes(text), ct);
    }

    /// <summary>Takes a scenario of the draft away.</summary>
    /// <param name="person">Who takes it away.</param>
    /// <param name="work">The rehearsal.</param>
    /// <param name="file">Name of its file.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Result<RehearsalWork>> RemoveAsync(SignedInPerson person, RehearsalWork work, string file, CancellationToken ct) => SaveAsync(person, work, file, null, ct);

    private async Task<Result<RehearsalWork>> SaveAsync(SignedInPerson person, RehearsalWork work, string file, byte[]? content, CancellationToken ct)
    {
        var refused = await files.SaveAsync(
            new SaveDraftFile { TenantId = person.TenantId, Key = work.Ground.ProcessKey, Name = file, Content = content, By = person.PersonId }, ct);
        if (refused is not null)
        {
            return refused;
        }

        var all = await files.AllAsync(person.TenantId, work.Ground.ProcessKey, ct) ?? work.Ground.Files;
        return work with { Ground = work.Ground.With(all), Scenarios = RehearsalSuite.In(all) };
    }

    private static string FileName(string name)
    {
        var plain = string.Concat(name.Trim().Where(c => char.IsLetterOrDigit(c) || c is '-' or '_'));
        return (plain.Length == 0 ? "scenario" : plain[..Math.Min(plain.Length, 60)]) + RehearsalSuite.FileEnding;
    }

    private static ReadOnlyMemory<byte>? ProcessFile(IReadOnlyDictionary<string, byte[]> files, string key)
    {
        foreach (var (_, content) in files.Where(file => file.Key.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase)))
        {
            if (BpmnReader.Read(content.AsSpan()).Definitions?.Processes.Any(process => process.Id == key) == true)
            {
                return content;
            }
        }

        return null;
    }

    private static DateTimeOffset NextMorning(WorkCalendar calendar, DateTimeOffset now) =>
        calendar.At(calendar.NextWorkingDay(calendar.DateOf(now).AddDays(1)), TimeOnly.FromTimeSpan(Opening));
}
