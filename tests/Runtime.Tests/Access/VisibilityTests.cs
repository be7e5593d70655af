using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Execution;
using Platform.Runtime.Access;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;
using Platform.Testing;

namespace Platform.Runtime.Tests.Access;

/// <summary>Compares every query of the read path with a plain restatement of the rule, for random matters and all people of a county.</summary>
public sealed class VisibilityTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_matter_exists_exactly_for_those_who_may_know_of_it(DatabaseKind kind)
    {
        // given a county with deputies, and three hundred random matters
        var county = TestCounty.Usual();
        county.Deputy("shuji", "fushuji");
        county.Deputy("lianxi", "duban", processKeys: "petition");
        await using var database = await TestDatabase.CreateAsync(kind);
        await county.SaveAsync(database.Database);
        var matters = Matters(county).Sample(300, 30).ToList();
        await SaveAsync(database.Database, county, matters);
        var viewers = new Viewers(new OrgCache(database.Database), new AccessOptions(), new ManualClock(Now));
        await using var db = database.Database.CreateDbContext();

        foreach (var code in county.Codes)
        {
            // when
            var viewer = await viewers.ForPersonAsync(TestCounty.Tenant, county.Person(code), default);
            var seen = await Visibility.Instances(db, viewer).Select(i => i.Id).ToListAsync();
            var tasks = await Visibility.Tasks(db, viewer).Select(t => t.InstanceId).ToListAsync();

            // then
            var expected = matters.Where(m => MayKnow(county, code, m)).Select(m => m.Row.Id).ToList();
            seen.ShouldBe(expected, ignoreOrder: true, customMessage: code);
            tasks.ShouldBe(expected, ignoreOrder: true, customMessage: code);
        }
    }

    [Fact]
    public async Task An_official_who_joins_the_accused_unit_loses_sight_at_once()
    {
        // given
        var county = TestCounty.Usual();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await county.SaveAsync(database.Database);
        var org = new OrgCache(database.Database);
        var viewers = new Viewers(org, new AccessOptions(), new ManualClock(Now));
        var matter = new Matter(Row(county, InformationScope.Internal, "lianxi", "petition", 1), ["dengji"], [], ["zhujian"]);
        await SaveAsync(database.Database, county, [matter]);
        (await CountAsync(database, viewers, county.Person("dengji"))).ShouldBe(1);

        // when she is given a part-time post in the accused bureau's station
        await database.Database.WriteAsync(
            (db, _) =>
            {
                var post = new PostRow { TenantId = TestCounty.Tenant, Id = Guid.CreateVersion7(Now), UnitId = county.UnitId("zhijian"), Name = "兼职" };
                db.Add(post);
                db.Add(new MembershipRow { TenantId = TestCounty.Tenant, Id = Guid.CreateVersion7(Now), PersonId = county.Person("dengji"), PostId = post.Id, UnitId = post.UnitId });
                return Task.FromResult(true);
            },
            default);
        org.Invalidate(TestCounty.Tenant);

        // then
        (await CountAsync(database, viewers, county.Person("dengji"))).ShouldBe(0);
    }

    [Fact]
    public async Task Operators_learn_that_a_sealed_matter_runs_and_nothing_of_it()
    {
        var county = TestCounty.Usual();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await county.SaveAsync(database.Database);
        await SaveAsync(database.Database, county, [new Matter(Row(county, InformationScope.Sealed, "lianxi", "petition", 1), ["dengji"], [], [])]);
        var viewers = new Viewers(new OrgCache(database.Database), new AccessOptions(), new ManualClock(Now));
        var query = new OperationsQuery(database.Database);

        var seen = await query.InstancesAsync(await viewers.ForPersonAsync(TestCounty.Tenant, county.Person("yunwei"), default), null, 10, default);
        var hidden = await query.InstancesAsync(await viewers.ForPersonAsync(TestCounty.Tenant, county.Person("zhujian-fz"), default), null, 10, default);

        seen.ShouldHaveSingleItem().BusinessKey.ShouldBeNull();
        hidden.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_operator_who_is_accused_does_not_even_learn_that_the_matter_runs()
    {
        var county = TestCounty.Usual();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await county.SaveAsync(database.Database);
        var matter = new Matter(Row(county, InformationScope.Sealed, "lianxi", "petition", 1), ["dengji"], ["yunwei"], []);
        await SaveAsync(database.Database, county, [matter]);
        await database.Database.WriteAsync(
            (db, _) =>
            {
                db.Add(new JobRow { TenantId = TestCounty.Tenant, Id = Guid.CreateVersion7(Now), InstanceId = matter.Row.Id, Kind = "test", DueAt = Now, Payload = [] });
                db.Add(new IncidentRow { TenantId = TestCounty.Tenant, Id = Guid.CreateVersion7(Now), InstanceId = matter.Row.Id, ElementId = "Step_1", Code = "test.stuck", Message = "stuck", RaisedAt = Now });
                return Task.FromResult(true);
            },
            default);
        var operatorOfCounty = await new Viewers(new OrgCache(database.Database), new AccessOptions(), new ManualClock(Now)).ForPersonAsync(TestCounty.Tenant, county.Person("yunwei"), default);
        var query = new OperationsQuery(database.Database);

        (await query.InstancesAsync(operatorOfCounty, null, 10, default)).ShouldBeEmpty();
        (await query.JobsAsync(operatorOfCounty, 10, default)).ShouldBeEmpty();
        (await query.IncidentsAsync(operatorOfCounty, 10, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_without_a_person_sees_anything_and_nobody_sees_another_county()
    {
        var county = TestCounty.Usual();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await county.SaveAsync(database.Database);
        await SaveAsync(database.Database, county, [new Matter(Row(county, InformationScope.Public, "lianxi", "petition", 1), ["dengji"], [], [])]);
        await using var db = database.Database.CreateDbContext();

        (await Visibility.Instances(db, new Viewer { TenantId = TestCounty.Tenant, Rights = (ViewerRights)63 }).CountAsync()).ShouldBe(0);
        (await Visibility.Instances(db, new Viewer { TenantId = "999902", PersonId = county.Person("dengji"), Rights = (ViewerRights)63 }).CountAsync()).ShouldBe(0);
    }

    /// <summary>The rule of the read path, said again without a database.</summary>
    private static bool MayKnow(TestCounty county, string code, Matter matter)
    {
        var directory = county.Directory;
        var person = county.Person(code);
        var posts = directory.PostsOf(person, Now).ToList();
        var belongs = posts.SelectMany(p => directory.Ancestors(p.Unit.Id).Select(a => a.Code).Append(p.Unit.Code)).ToHashSet();
        if (matter.AccusedPeople.Contains(code) || matter.AccusedUnits.Any(belongs.Contains))
        {
            return false;
        }

        var roles = posts.Select(p => p.Post.Role).ToHashSet();
        var readsSealed = roles.Overlaps(["discipline", "secretary", "deputy-secretary", "leader", "director", "registrar"]);
        var readsRestricted = roles.Overlaps(["discipline", "secretary", "deputy-secretary", "leader", "director", "supervisor"]);
        var takesPart = matter.Participants.Contains(code)
            || (code == "fushuji" && matter.Participants.Contains("shuji"))
            || (code == "duban" && matter.Participants.Contains("lianxi") && matter.Row.ProcessKey == "petition");
        var owner = matter.Row.OwnerUnitId is { } id ? directory.Unit(id)!.Code : null;
        var owns = owner is not null && posts.Any(p => p.Unit.Code == owner);
        var supervises = owner is not null && posts.Where(p => p.Post.Supervises || p.Post.IsHead)
            .Any(p => p.Unit.Code == owner || directory.Ancestors(matter.Row.OwnerUnitId!.Value).Any(a => a.Id == p.Unit.Id));
        return matter.Row.Scope switch
        {
            InformationScope.Public or InformationScope.Internal => takesPart || owns || supervises || roles.Contains("discipline"),
            InformationScope.Restricted => takesPart || (supervises && readsRestricted) || roles.Contains("discipline"),
            _ => takesPart && readsSealed,
        };
    }

    private static Gen<Matter> Matters(TestCounty county)
    {
        var codes = county.Codes.ToArray();
        string[] units = ["xian", "lianxi", "zhujian", "zhijian", "zhen"];
        return from scope in Gen.Elements(Enum.GetValues<InformationScope>())
               from owner in Gen.Elements<string?>([.. units, null])
               from key in Gen.Elements("petition", "vote")
               from number in Gen.Choose(1, int.MaxValue)
               from participants in Gen.ListOf(Gen.Elements(codes), 3)
               from accused in Gen.Frequency((3, Gen.Constant(Array.Empty<string>())), (1, Gen.Elements(codes).Select(c => new[] { c })))
               from accusedUnits in Gen.Frequency((4, Gen.Constant(Array.Empty<string>())), (1, Gen.Elements(units).Select(u => new[] { u })))
               select new Matter(Row(county, scope, owner, key, number), [.. participants.Distinct()], accused, accusedUnits);
    }

    private static InstanceRow Row(TestCounty county, InformationScope scope, string? owner, string key, int number) => new()
    {
        TenantId = TestCounty.Tenant,
        Id = Guid.CreateVersion7(Now),
        DefinitionId = Guid.CreateVersion7(Now),
        ProcessKey = key,
        Version = 1,
        BusinessKey = $"{number}",
        Status = InstanceStatus.Running,
        State = [],
        LastHash = new byte[32],
        Scope = scope,
        OwnerUnitId = owner is null ? null : county.UnitId(owner),
        StartedAt = Now,
    };

    private static Task SaveAsync(PlatformDatabase database, TestCounty county, IReadOnlyCollection<Matter> matters) => database.WriteAsync(
        (db, _) =>
        {
            foreach (var matter in matters)
            {
                db.Add(matter.Row);
                db.Add(new TaskRow
                {
                    TenantId = TestCounty.Tenant, Id = Guid.CreateVersion7(Now), InstanceId = matter.Row.Id, ElementId = "t",
                    DefinitionId = matter.Row.DefinitionId, Title = "办理", CreatedAt = Now, SortAt = Now,
                });
                db.AddRange(matter.Participants.Select(p => new ParticipantRow { TenantId = TestCounty.Tenant, InstanceId = matter.Row.Id, PersonId = county.Person(p), Since = Now }));
                db.AddRange(matter.AccusedPeople.Select(p => Exclusion(matter, AccessSubjectKind.Person, county.Person(p))));
                db.AddRange(matter.AccusedUnits.Select(u => Exclusion(matter, AccessSubjectKind.Unit, county.UnitId(u))));
            }

            return Task.FromResult(true);
        },
        default);

    private static AccessExclusionRow Exclusion(Matter matter, AccessSubjectKind kind, Guid subject) => new()
    {
        TenantId = TestCounty.Tenant, InstanceId = matter.Row.Id, SubjectKind = kind, SubjectId = subject, Reason = "被反映", At = Now,
    };

    private static async Task<int> CountAsync(TestDatabase database, Viewers viewers, Guid person)
    {
        await using var db = database.Database.CreateDbContext();
        return await Visibility.Instances(db, await viewers.ForPersonAsync(TestCounty.Tenant, person, default)).CountAsync();
    }

    private sealed record Matter(
        InstanceRow Row, IReadOnlyList<string> Participants, IReadOnlyList<string> AccusedPeople, IReadOnlyList<string> AccusedUnits);
}
