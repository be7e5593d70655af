using Platform.Governance.Cases;
using Platform.Kernel;
using Platform.Runtime.Instances;
using Platform.Runtime.Org;

namespace Platform.Governance.Scenarios;

/// <summary>Steps of a scenario beside the tasks: registration, operations, expectations.</summary>
public sealed class ScenarioSideSteps(CaseSetting setting, CaseService cases, ScenarioOperations operations, ScenarioRequests requests, ScenarioExpectations expectations)
{
    /// <summary>Registers a matter.</summary>
    /// <param name="stage">Cases so far.</param>
    /// <param name="step">The step.</param>
    /// <param name="ct">Gives up.</param>
    public async Task RegisterAsync(ScenarioStage stage, ScenarioStep.Register step, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(step);
        var directory = await setting.Org.GetAsync(stage.TenantId, ct);
        var now = setting.Clock.GetUtcNow();
        var words = new ScenarioWords(step.Words);
        var registered = await cases.RegisterAsync(Command(stage, step, words, directory, now), ct);
        Check(words.Text("被拒"), registered.Problem);
        if (registered.IsSuccess)
        {
            stage.Name(step.Case, registered.Value);
        }
    }

    /// <summary>Does something beside the process.</summary>
    /// <param name="stage">Cases so far.</param>
    /// <param name="step">The step.</param>
    /// <param name="ct">Gives up.</param>
    public async Task OperateAsync(ScenarioStage stage, ScenarioStep.Operate step, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(step);
        Check(step.Refused, ScenarioRequests.Knows(step.Name) ? await requests.DoAsync(stage, step, ct) : await operations.DoAsync(stage, step, ct));
    }

    /// <summary>Looks whether everything is as expected.</summary>
    /// <param name="stage">Cases so far.</param>
    /// <param name="step">The step.</param>
    /// <param name="ct">Gives up.</param>
    public Task ExpectAsync(ScenarioStage stage, ScenarioStep.Expect step, CancellationToken ct) => expectations.CheckAsync(stage, step, ct);

    /// <summary>Compares the problem that came with the one that was expected.</summary>
    /// <param name="expected">Code; null for none.</param>
    /// <param name="problem">What came; null for none.</param>
    internal static void Check(string? expected, Problem? problem)
    {
        if (expected is null && problem is not null)
        {
            throw new ScenarioFailure(problem);
        }

        if (expected is not null && problem?.Code != expected)
        {
            throw new ScenarioFailure($"应当因“{expected}”被拒，实际{(problem is null ? "成功了" : $"是“{problem.Code}”：{problem.Message}")}");
        }
    }

    private static RegisterCase Command(ScenarioStage stage, ScenarioStep.Register step, ScenarioWords words, OrgDirectory directory, DateTimeOffset now)
    {
        var village = words.Text("村");
        return new RegisterCase
        {
            TenantId = stage.TenantId,
            CommandId = Guid.CreateVersion7(now),
            By = step.Who == "群众" ? Actor.Public : Actor.Person(ScenarioPeople.Find(directory, step.Who, now)),
            Ledger = words.Text("账别"),
            Desk = words.Text("登记点"),
            Channel = words.Text("渠道") ?? "接访",
            Title = words.Required("标题"),
            Text = words.Text("正文") ?? "",
            Category = words.Text("类别") ?? "其他",
            Urgency = words.Text("紧急度"),
            Village = village,
            Town = words.Text("镇") ?? Town(directory, village),
            Place = words.Text("地址") ?? "",
            PersonName = words.Text("姓名"),
            Phone = words.Text("电话"),
            IdentityNumber = words.Text("证件"),
            Anonymous = words.Flag("匿名"),
            WantsSecrecy = words.Flag("要求保密"),
            AccusesOfficial = words.Flag("涉及干部"),
            GroupSize = words.Number("人数", 1),
            Representatives = words.Number("代表", 1),
            CrossDepartment = words.Flag("跨部门"),
            AccusedPersonIds = [.. words.List("反映人").Select(who => ScenarioPeople.Find(directory, who, now))],
            AccusedUnitIds = [.. words.List("反映单位").Select(unit => ScenarioPeople.Unit(directory, unit))],
        };
    }

    private static string? Town(OrgDirectory directory, string? village) =>
        village is not null && directory.FindUnit($"{village}-cwh") is { ParentId: { } parent } ? directory.Unit(parent)?.Code : null;
}
