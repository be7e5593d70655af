using System.Globalization;
using Platform.Runtime.Persistence;
using Posts = Platform.Governance.Demo.CountyPlan.Posts;

namespace Platform.Governance.Demo;

/// <summary>
/// The invented county 清源县: 26 departments, 11 towns, 150 villages, their posts and the people who hold them.
/// The same tenant and instant give the same rows, ids included.
/// </summary>
public sealed class QingyuanCounty
{
    private const long Seed = 999901;
    private readonly SeededDraw draw = new(Seed);
    private readonly DateTimeOffset since;
    private readonly string tenant;
    private readonly Dictionary<string, Guid> unitIds = new(StringComparer.Ordinal);
    private readonly List<OrgUnitRow> units = [];
    private readonly List<PersonRow> people = [];
    private readonly List<PostRow> posts = [];
    private readonly List<MembershipRow> memberships = [];
    private readonly List<DeputyRow> deputies = [];
    private readonly List<VillageInfo> villages = [];

    private QingyuanCounty(string tenant, DateTimeOffset since)
    {
        this.tenant = tenant;
        this.since = since;
    }

    /// <summary>Name of the county.</summary>
    public static string Name => "清源县";

    /// <summary>Division code of the county, invented.</summary>
    public static string Division => "999901";

    /// <summary>Units, parents before children.</summary>
    public IReadOnlyList<OrgUnitRow> Units => units;

    /// <summary>People.</summary>
    public IReadOnlyList<PersonRow> People => people;

    /// <summary>Posts.</summary>
    public IReadOnlyList<PostRow> PostRows => posts;

    /// <summary>Who holds which post.</summary>
    public IReadOnlyList<MembershipRow> Memberships => memberships;

    /// <summary>Standing deputies: the deputy secretary for the secretary, in every Party committee.</summary>
    public IReadOnlyList<DeputyRow> Deputies => deputies;

    /// <summary>Villages with the town they belong to.</summary>
    public IReadOnlyList<VillageInfo> Villages => villages;

    /// <summary>Codes of officials who may be accused in synthetic complaints: handlers of departments other than the discipline inspection.</summary>
    public IReadOnlyList<string> Accusable =>
    [
        .. posts.Where(post => post.Name == Posts.Handler && units.Exists(unit => unit.Id == post.UnitId && unit.Kind == OrgUnitKind.Department && unit.Code != CountyPlan.Discipline))
            .Select(post => memberships.First(row => row.PostId == post.Id).PersonId).Select(id => people.First(person => person.Id == id).Code),
    ];

    /// <summary>Sign-in codes with name and what the person does, for the page that greets a newcomer.</summary>
    public static IReadOnlyList<(string Code, string Name, string Title)> SignIns { get; } =
    [
        .. CountyPlan.SignIns.Select(pair => (pair.Value.Code, pair.Value.Name, Title(pair.Key.Unit, pair.Key.Post))),
    ];

    /// <summary>Builds the county.</summary>
    /// <param name="tenant">Region that owns the rows.</param>
    /// <param name="since">Since when posts are held; also the time part of the ids.</param>
    public static QingyuanCounty Build(string tenant, DateTimeOffset since)
    {
        var county = new QingyuanCounty(tenant, since);
        county.AddCountyBodies();
        for (var town = 0; town < CountyPlan.Towns.Count; town++)
        {
            county.AddTown(town);
        }

        county.AddVillages();
        return county;
    }

    private void AddCountyBodies()
    {
        Unit(CountyPlan.Committee, "中共清源县委员会", "县委", OrgHierarchy.Party, OrgUnitKind.County, null);
        Unit(CountyPlan.Government, "清源县人民政府", "县政府", OrgHierarchy.Government, OrgUnitKind.County, null);
        Unit(CountyPlan.Liaison, "清源县联系群众工作办公室", "联系办", OrgHierarchy.Party, OrgUnitKind.Office, CountyPlan.Committee);
        Committee(CountyPlan.Committee);
        Desk(CountyPlan.Liaison, registrars: 2, supervisors: 2, visitors: 2);
        foreach (var (code, name, shortName, party) in CountyPlan.Departments)
        {
            Unit(code, name, shortName, party ? OrgHierarchy.Party : OrgHierarchy.Government, OrgUnitKind.Department, party ? CountyPlan.Committee : CountyPlan.Government);
            Handling(code, handlers: draw.Between(2, 4));
        }

        Hold(CountyPlan.Discipline, Posts.Inspector, role: "discipline", supervises: true);
        Hold("bm-zhengshu", "流程管理员", role: "process-admin");
        Hold("bm-zhengshu", "流程审核员", role: "process-admin");
        Hold("bm-zhengshu", "运维员", role: "operator");
    }

    private void AddTown(int index)
    {
        var name = CountyPlan.Towns[index];
        var town = TownCode(index);
        Unit($"{town}-dw", $"中共{name}委员会", $"{name}党委", OrgHierarchy.Party, OrgUnitKind.Town, CountyPlan.Committee);
        Unit(town, $"{name}人民政府", name, OrgHierarchy.Government, OrgUnitKind.Town, CountyPlan.Government);
        Unit($"{town}-zzzx", $"{name}综治中心", $"{name}综治中心", OrgHierarchy.Party, OrgUnitKind.Office, $"{town}-dw");
        Committee($"{town}-dw");
        Hold(town, "镇长", head: true, supervises: true);
        Desk($"{town}-zzzx", registrars: 1, supervisors: 1, visitors: 1);
        foreach (var (code, station) in CountyPlan.Stations)
        {
            Unit($"{town}-{code}", $"{name}{station}", $"{name}{station}", OrgHierarchy.Government, OrgUnitKind.Office, town);
            Handling($"{town}-{code}", handlers: 2);
        }
    }

    private void AddVillages()
    {
        for (var index = 0; index < CountyPlan.Villages; index++)
        {
            var town = index % CountyPlan.Towns.Count;
            var code = string.Create(CultureInfo.InvariantCulture, $"c{index + 1:D3}");
            var name = CountyPlan.VillageHeads[index % 15] + CountyPlan.VillageTails[index / 15] + "村";
            villages.Add(new VillageInfo(code, name, TownCode(town), CountyPlan.Towns[town]));
            AddVillage(code, $"{CountyPlan.Towns[town]}{name}", TownCode(town));
        }
    }

    private void AddVillage(string code, string name, string town)
    {
        Unit($"{code}-dzb", $"中共{name}支部委员会", $"{name}党支部", OrgHierarchy.Party, OrgUnitKind.Village, $"{town}-dw");
        Unit($"{code}-cwh", $"{name}村民委员会", $"{name}委会", OrgHierarchy.Government, OrgUnitKind.Village, town);
        Unit($"{code}-djpt", $"{name}“三本账”登记受理平台", $"{name}登记平台", OrgHierarchy.Party, OrgUnitKind.Office, $"{code}-dzb");
        Committee($"{code}-dzb");
        var clerk = Hold($"{code}-djpt", Posts.Registrar, role: "registrar");
        var liaison = Hold($"{code}-djpt", Posts.Visitor, role: "visitor");
        var member = Hold($"{code}-cwh", Posts.Handler, role: "handler");
        Hold($"{code}-cwh", Posts.Head, head: true, supervises: true, role: "head");
        Also(liaison, $"{code}-cwh", Posts.Receiver, "receiver");
        Also(clerk, $"{code}-djpt", Posts.Director, "director");
        Also(member, $"{code}-djpt", Posts.Supervisor, "supervisor");
    }

    private void Committee(string unit)
    {
        var secretary = Hold(unit, Posts.Secretary, head: true, supervises: true, role: "secretary");
        var deputy = Hold(unit, Posts.DeputySecretary, supervises: true, role: "deputy-secretary");
        Hold(unit, Posts.Leader, supervises: true, role: "leader");
        deputies.Add(new DeputyRow
        {
            TenantId = tenant, Id = NewId(), PrincipalId = secretary, DeputyId = deputy, From = since, Reason = "书记外出、空缺或者回避时代行",
        });
    }

    private void Desk(string unit, int registrars, int supervisors, int visitors)
    {
        Hold(unit, Posts.Director, head: true, supervises: true, role: "director");
        Repeat(registrars, () => Hold(unit, Posts.Registrar, role: "registrar"));
        Repeat(supervisors, () => Hold(unit, Posts.Supervisor, supervises: true, role: "supervisor"));
        Repeat(visitors, () => Hold(unit, Posts.Visitor, role: "visitor"));
    }

    private void Handling(string unit, int handlers)
    {
        Hold(unit, Posts.Head, head: true, supervises: true, role: "head");
        Hold(unit, Posts.Receiver, role: "receiver");
        Repeat(handlers, () => Hold(unit, Posts.Handler, role: "handler"));
    }

    private void Unit(string code, string name, string shortName, OrgHierarchy hierarchy, OrgUnitKind kind, string? parent)
    {
        var id = NewId();
        unitIds.Add(code, id);
        units.Add(new OrgUnitRow
        {
            TenantId = tenant, Id = id, Code = code, Name = name, ShortName = shortName, Hierarchy = hierarchy, Kind = kind,
            ParentId = parent is null ? null : unitIds[parent], SortOrder = units.Count, IsActive = true,
        });
    }

    private Guid Hold(string unit, string post, bool head = false, bool supervises = false, string? role = null)
    {
        var taken = posts.Exists(row => row.UnitId == unitIds[unit] && row.Name == post);
        var person = CountyPlan.SignIns.TryGetValue((unit, post), out var known) && !taken
            ? Person(known.Code, known.Name)
            : Person(string.Create(CultureInfo.InvariantCulture, $"p{people.Count + 1:D4}"), SyntheticPeople.Name(draw));
        Occupy(person, unit, post, role, head, supervises, primary: true);
        return person;
    }

    private void Also(Guid person, string unit, string post, string role) =>
        Occupy(person, unit, post, role, head: false, supervises: false, primary: false);

    private void Occupy(Guid person, string unit, string post, string? role, bool head, bool supervises, bool primary)
    {
        var row = new PostRow
        {
            TenantId = tenant, Id = NewId(), UnitId = unitIds[unit], Name = post, Role = role, IsHead = head, Supervises = supervises, SortOrder = posts.Count,
        };
        posts.Add(row);
        memberships.Add(new MembershipRow
        {
            TenantId = tenant, Id = NewId(), PersonId = person, PostId = row.Id, UnitId = row.UnitId, IsPrimary = primary, From = since,
        });
    }

    private Guid Person(string code, string name)
    {
        var row = new PersonRow { TenantId = tenant, Id = NewId(), Code = code, Name = name, Phone = SyntheticPeople.Phone(draw), IsActive = true };
        people.Add(row);
        return row.Id;
    }

    /// <summary>A version 7 id whose random part comes from the draw, so that two builds agree.</summary>
    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        for (var place = 0; place < bytes.Length; place++)
        {
            bytes[place] = (byte)draw.Below(256);
        }

        var milliseconds = since.ToUnixTimeMilliseconds();
        for (var place = 5; place >= 0; place--, milliseconds >>= 8)
        {
            bytes[place] = (byte)milliseconds;
        }

        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static string TownCode(int index) => string.Create(CultureInfo.InvariantCulture, $"z{index + 1:D2}");

    private static string Title(string unit, string post) => unit switch
    {
        CountyPlan.Liaison => "联系办" + post,
        CountyPlan.Committee => "县委" + post,
        "z01-zzzx" => "城关镇综治中心" + post,
        _ => CountyPlan.Departments.First(department => department.Code == unit).Short + post,
    };

    private static void Repeat(int times, Action action)
    {
        for (var round = 0; round < times; round++)
        {
            action();
        }
    }
}

/// <summary>A village of the county.</summary>
/// <param name="Code">Code; units are <c>{code}-dzb</c>, <c>{code}-cwh</c>, <c>{code}-djpt</c>.</param>
/// <param name="Name">Name of the village.</param>
/// <param name="TownCode">Code of the town's government.</param>
/// <param name="TownName">Name of the town.</param>
public sealed record VillageInfo(string Code, string Name, string TownCode, string TownName);
