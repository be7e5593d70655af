using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Tests;

/// <summary>A small county for tests, built by naming units and who holds which post.</summary>
internal sealed class TestCounty
{
    public const string Tenant = "999901";

    public static readonly DateTimeOffset Since = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, OrgUnitRow> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PersonRow> people = new(StringComparer.Ordinal);
    private readonly List<PostRow> posts = [];
    private readonly List<MembershipRow> memberships = [];
    private readonly List<DeputyRow> deputies = [];
    private int count;

    /// <summary>县委 over 联系办 and 住建局 (with 质检站 below); 城关镇 beside them.</summary>
    public static TestCounty Usual()
    {
        var county = new TestCounty();
        county.Unit("xian", "县委");
        county.Unit("lianxi", "联系办", "xian");
        county.Unit("zhujian", "住建局", "xian");
        county.Unit("zhijian", "质检站", "zhujian");
        county.Unit("zhen", "城关镇", "xian");
        county.Hold("shuji", "张国栋", "xian", "书记", "secretary", head: true, supervises: true);
        county.Hold("fushuji", "李副书记", "xian", "副书记", "deputy-secretary");
        county.Hold("lianxi", "刘建国", "lianxi", "主任", "director", head: true, supervises: true);
        county.Hold("dengji", "王晓梅", "lianxi", "登记员", "registrar");
        county.Hold("duban", "赵督办", "lianxi", "督办员", "supervisor", supervises: true);
        county.Hold("zhujian-fz", "孙负责", "zhujian", "负责人", "head", head: true, supervises: true);
        county.Hold("zhujian-cb1", "钱承办", "zhujian", "承办人", "handler");
        county.Hold("zhujian-cb2", "周承办", "zhujian", "承办人", "handler");
        county.Hold("zhijian-z", "吴站长", "zhijian", "站长", "head", head: true);
        county.Hold("zhen", "郑主任", "zhen", "综治中心主任", "head", head: true, supervises: true);
        county.Hold("jiwei", "冯监督", "xian", "监督员", "discipline");
        county.Hold("admin", "陈管理", "lianxi", "流程管理员", "process-admin");
        county.Hold("yunwei", "卫运维", "lianxi", "运维员", "operator");
        return county;
    }

    public OrgRows Rows => new()
    {
        Units = [.. units.Values],
        People = [.. people.Values],
        Posts = [.. posts],
        Memberships = [.. memberships],
        Deputies = [.. deputies],
    };

    public OrgDirectory Directory => new(Rows);

    public IReadOnlyCollection<string> Codes => people.Keys;

    public Guid UnitId(string code) => units[code].Id;

    public Guid Person(string code) => people[code].Id;

    public void Unit(string code, string name, string? parent = null) => units.Add(code, new OrgUnitRow
    {
        TenantId = Tenant, Id = NewId(), Code = code, Name = name, ShortName = name, Kind = OrgUnitKind.Department,
        ParentId = parent is null ? null : units[parent].Id, SortOrder = units.Count, IsActive = true,
    });

    public void Hold(string code, string name, string unit, string post, string? role = null, bool head = false, bool supervises = false, DateTimeOffset? until = null)
    {
        if (!people.TryGetValue(code, out var person))
        {
            people.Add(code, person = new PersonRow { TenantId = Tenant, Id = NewId(), Code = code, Name = name, IsActive = true });
        }

        var row = posts.Find(p => p.UnitId == units[unit].Id && p.Name == post);
        if (row is null)
        {
            posts.Add(row = new PostRow
            {
                TenantId = Tenant, Id = NewId(), UnitId = units[unit].Id, Name = post, Role = role, IsHead = head, Supervises = supervises, SortOrder = posts.Count,
            });
        }

        memberships.Add(new MembershipRow
        {
            TenantId = Tenant, Id = NewId(), PersonId = person.Id, PostId = row.Id, UnitId = row.UnitId,
            IsPrimary = memberships.TrueForAll(m => m.PersonId != person.Id), From = Since, Until = until,
        });
    }

    public void Leaves(string code, string post, DateTimeOffset at)
    {
        var postIds = posts.Where(p => p.Name == post).Select(p => p.Id).ToHashSet();
        foreach (var membership in memberships.Where(m => m.PersonId == people[code].Id && postIds.Contains(m.PostId)))
        {
            membership.Until = at;
        }
    }

    public void Deputy(string principal, string deputy, DateTimeOffset? until = null, string? processKeys = null) => deputies.Add(new DeputyRow
    {
        TenantId = Tenant, Id = NewId(), PrincipalId = people[principal].Id, DeputyId = people[deputy].Id, From = Since, Until = until, ProcessKeys = processKeys,
    });

    public Task SaveAsync(PlatformDatabase database) => database.WriteAsync(
        (db, _) =>
        {
            var rows = Rows;
            db.AddRange(rows.Units);
            db.AddRange(rows.People);
            db.AddRange(rows.Posts);
            db.AddRange(rows.Memberships);
            db.AddRange(rows.Deputies);
            return Task.FromResult(true);
        },
        CancellationToken.None);

    private Guid NewId() => Guid.CreateVersion7(Since.AddSeconds(count++));
}
