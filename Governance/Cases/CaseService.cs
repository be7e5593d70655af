using Microsoft.EntityFrameworkCore;
using Platform.Governance.Numbering;
using Platform.Governance.Rows;
using Platform.Governance.Submissions;
using Platform.Kernel;
using Platform.Runtime.Instances;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Cases;

/// <summary>Registers cases. The row of the case and the start of its process are one transaction.</summary>
public sealed class CaseService(CaseSetting setting, InstanceService instances, CaseNumbers numbers, CaseDecisions decisions, CaseFiles files)
{
    private const int LongestTitle = 200;
    private const int LongestText = 5_000;
    private const int MostRepresentatives = 5;

    /// <summary>Registers a matter and starts its process.</summary>
    /// <param name="command">What came in.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The case; or <c>case.title</c>, <c>case.text</c>, <c>case.group</c>, <c>case.unknown-ledger</c>, <c>case.no-desk</c>, or why the process refused to start.</returns>
    public async Task<Result<Registered>> RegisterAsync(RegisterCase command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (Fault(command) is { } fault)
        {
            return fault;
        }

        if (await RepeatedAsync(command, ct) is { } before)
        {
            return before;
        }

        var directory = await setting.Org.GetAsync(command.TenantId, ct);
        var now = setting.Clock.GetUtcNow();
        if (FindDesk(directory, command, now) is not { } desk)
        {
            return CaseProblems.NoDesk;
        }

        var exclusions = AccusedRule.Exclusions(directory, command.AccusedPersonIds, command.AccusedUnitIds, now);
        var excludedUnits = exclusions.Where(item => item.Kind == AccessSubjectKind.Unit).Select(item => item.Id).ToHashSet();
        var cleared = AccusedRule.Desk(directory, desk, excludedUnits, now);
        var row = await RowAsync(command, directory, cleared ?? desk, isStub: cleared is null, now, ct);
        return await StartAsync(command, row, directory, cleared, exclusions, ct);
    }

    private async Task<Result<Registered>> StartAsync(
        RegisterCase command,
        CaseRow row,
        OrgDirectory directory,
        OrgUnitRow? cleared,
        IReadOnlyList<(AccessSubjectKind Kind, Guid Id, string Reason)> exclusions,
        CancellationToken ct)
    {
        var desk = directory.Unit(row.DeskUnitId)!;
        var people = exclusions.Where(item => item.Kind == AccessSubjectKind.Person).Select(item => item.Id).ToHashSet();
        var started = await instances.StartAsync(
            new StartInstance
            {
                TenantId = row.TenantId,
                ProcessKey = setting.Options.ProcessKey,
                BusinessKey = row.Number,
                InstanceId = row.Id,
                CommandId = command.CommandId,
                Actor = command.By,
                Variables = CaseVariables.Start(row, directory, desk, setting.Options, cleared is null, SecretaryStatus(directory, desk, people, row.RegisteredAt)),
                Access = new InstanceAccess(
                    row.Ledger == Ledgers.Complaints || command.WantsSecrecy ? InformationScope.Sealed : InformationScope.Internal,
                    row.DeskUnitId,
                    // Everybody at the county's desk belongs to the excluded committee; the stub they forward holds no content.
                    [.. exclusions.Where(item => cleared is not null || item.Kind == AccessSubjectKind.Person).Select(Exclude)]),
                Additions = new StepAdditions
                {
                    Enlisted = (db, _) =>
                    {
                        db.Add(row);
                        files.Add(db, row, command, isStub: cleared is null);
                        return Task.CompletedTask;
                    },
                },
            },
            ct);
        return started.Map(_ => new Registered(row.Id, row.Number, row.QueryCode));
    }

    private async Task<CaseRow> RowAsync(RegisterCase command, OrgDirectory directory, OrgUnitRow desk, bool isStub, DateTimeOffset now, CancellationToken ct)
    {
        var text = command.Title + "\n" + command.Text;
        var ledger = command.Ledger ?? (await decisions.SuggestLedgerAsync(command.TenantId, text, command.AccusesOfficial, ct)).Ledger;
        var id = Guid.CreateVersion7(now);
        var isSealed = ledger == Ledgers.Complaints || command.WantsSecrecy;
        var level = Desks.Level(directory, desk);
        var origin = isSealed ? null : command.Origin;
        var number = await numbers.ReserveAsync(
            new NumberRequest
            {
                TenantId = command.TenantId, Division = setting.Options.Division, Level = level, Ledger = ledger,
                Year = (await setting.Calendars.GetAsync(command.TenantId, ct)).DateOf(now).Year, CaseId = id, At = now, IsSealed = isSealed, PartOf = origin?.Number,
            },
            ct);
        var row = new CaseRow
        {
            TenantId = command.TenantId, Id = id, Number = number, QueryCode = QueryCodes.New(), CommandId = command.CommandId,
            Ledger = ledger, Level = level, Channel = command.Channel, Category = command.Category,
            Urgency = command.Urgency ?? await decisions.SuggestUrgencyAsync(command.TenantId, command, ct),
            Stage = "待建账", IsOpen = true, IsBooked = true, ArrivedAt = command.ArrivedAt ?? now, RegisteredAt = now, RegisteredById = command.By.PersonId,
            DeskUnitId = desk.Id, Town = command.Town ?? "", Village = command.Village ?? "", GroupSize = command.GroupSize,
            CrossDepartment = command.CrossDepartment, MayPublish = command.MayPublish, RepeatOrdinal = 1, RowVersion = 1,
            ParentCaseId = origin?.CaseId, ParentRelation = origin?.Relation,
            Place = "", Title = "（无内容存根）", Body = "",
        };
        if (!isStub)
        {
            Fill(row, command, isSealed);
        }

        return row;
    }

    /// <summary>Texts and the citizen. Those of a stub are never stored.</summary>
    private void Fill(CaseRow row, RegisterCase command, bool isSealed)
    {
        var sealer = setting.Sealer;
        row.Title = isSealed ? sealer.Seal(row.Id, command.Title) : command.Title;
        row.Body = isSealed ? sealer.Seal(row.Id, command.Text) : command.Text;
        row.Place = sealer.Seal(row.Id, command.Place);
        row.ProxyName = sealer.Seal(row.Id, command.ProxyName);
        if (command.Anonymous)
        {
            return;
        }

        row.PetitionerName = sealer.Seal(row.Id, command.PersonName);
        row.Phone = sealer.Seal(row.Id, command.Phone);
        row.IdentityNumber = sealer.Seal(row.Id, command.IdentityNumber);
        row.IdentityKey = sealer.IdentityKey(command.IdentityNumber, command.Phone);
        row.NameKey = isSealed ? null : sealer.NameKey(command.PersonName);
        row.HasContact = !string.IsNullOrWhiteSpace(command.Phone);
    }

    private async Task<Registered?> RepeatedAsync(RegisterCase command, CancellationToken ct)
    {
        await using PlatformDb db = setting.Database.CreateDbContext();
        return await db.Set<CaseRow>().Where(row => row.TenantId == command.TenantId && row.CommandId == command.CommandId)
            .Select(row => new Registered(row.Id, row.Number, row.QueryCode)).FirstOrDefaultAsync(ct);
    }

    private OrgUnitRow? FindDesk(OrgDirectory directory, RegisterCase command, DateTimeOffset now) => command switch
    {
        { By.PersonId: { } person } => Desks.At(directory, person, now),
        { Desk: { } code } => directory.FindUnit(code),
        _ => directory.FindUnit(setting.Options.CountyDesk),
    };

    private static string SecretaryStatus(OrgDirectory directory, OrgUnitRow desk, HashSet<Guid> excludedPeople, DateTimeOffset now)
    {
        var holders = directory.HeadsOf(Desks.Committee(directory, desk).Id, now).ToList();
        return holders.Count == 0 ? "空缺" : holders.TrueForAll(held => excludedPeople.Contains(held.Person.Id)) ? "回避" : "在岗";
    }

    private static AccessExclusion Exclude((AccessSubjectKind Kind, Guid Id, string Reason) item) => new(item.Kind, item.Id, item.Reason);

    private static Problem? Fault(RegisterCase command) => command switch
    {
        { Title.Length: 0 or > LongestTitle } => CaseProblems.Title,
        { Text.Length: > LongestText } => CaseProblems.Text,
        { GroupSize: < 1 } or { Representatives: < 1 or > MostRepresentatives } => CaseProblems.Group,
        { Ledger: { } ledger } when !Ledgers.IsKnown(ledger) => CaseProblems.UnknownLedger(ledger),
        _ => null,
    };
}
