using System.Collections.Immutable;
using Platform.Decisions.Feel;

namespace Platform.Governance.Scenarios;

/// <summary>A rehearsal: who does what at which time, and what must have become of it. Written in YAML with Chinese words, so that officials can read it.</summary>
public sealed record Scenario
{
    /// <summary>Name (剧本).</summary>
    public required string Name { get; init; }

    /// <summary>What it shows (说明).</summary>
    public string Purpose { get; init; } = "";

    /// <summary>When it begins, Beijing time (开始).</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Its steps in order (步骤).</summary>
    public required IReadOnlyList<ScenarioStep> Steps { get; init; }
}

/// <summary>One step. A closed union.</summary>
public abstract record ScenarioStep
{
    private ScenarioStep()
    {
    }

    /// <summary>Line in the file, from 1.</summary>
    public int Line { get; init; }

    /// <summary>Name of the case in the scenario (件); 甲 when the file says nothing.</summary>
    public string Case { get; init; } = "甲";

    /// <summary>登记: somebody registers a matter; the words are those of the registration form.</summary>
    /// <param name="Who">Sign-in code, or 单位代码/岗位; 群众 for a citizen.</param>
    /// <param name="Words">The fields.</param>
    public sealed record Register(string Who, ImmutableDictionary<string, FeelValue> Words) : ScenarioStep;

    /// <summary>办理: somebody completes an open task.</summary>
    /// <param name="Task">Name of the task, its number aside.</param>
    /// <param name="Who">Who; null for whoever may.</param>
    /// <param name="Outcome">Outcome.</param>
    /// <param name="Form">Values of the form.</param>
    /// <param name="Opinion">Opinion; null for none.</param>
    /// <param name="Refused">Code of the problem that must come instead; null when it must succeed.</param>
    public sealed record Complete(string Task, string? Who, string Outcome, ImmutableDictionary<string, FeelValue> Form, string? Opinion, string? Refused) : ScenarioStep
    {
        /// <summary>Code of the unit for which the task is done, when several tasks of the name are open (单位); null when the name is enough.</summary>
        public string? Unit { get; init; }
    }

    /// <summary>签收: somebody signs for an open task.</summary>
    /// <param name="Task">Name of the task, its number aside.</param>
    /// <param name="Who">Who.</param>
    /// <param name="Unit">Code of the unit for which the task is done; null when the name is enough.</param>
    public sealed record Claim(string Task, string Who, string? Unit) : ScenarioStep;

    /// <summary>退签: whoever signed for a task gives it back to those who may.</summary>
    /// <param name="Task">Name of the task, its number aside.</param>
    /// <param name="Who">Who.</param>
    /// <param name="Unit">Code of the unit for which the task is done; null when the name is enough.</param>
    public sealed record Release(string Task, string Who, string? Unit) : ScenarioStep;

    /// <summary>发起: somebody starts a process by hand, as its page does; for processes that carry no cases.</summary>
    /// <param name="Who">Who.</param>
    /// <param name="Form">What is entered in the start form.</param>
    /// <param name="Refused">Code of the problem that must come instead; null when it must succeed.</param>
    public sealed record Start(string Who, ImmutableDictionary<string, FeelValue> Form, string? Refused = null) : ScenarioStep
    {
        /// <summary>Key of the process (流程); null for the one that is rehearsed, or the only one that the person may start.</summary>
        public string? Process { get; init; }
    }

    /// <summary>到: the clock moves to an instant; what falls due on the way happens on the way.</summary>
    /// <param name="At">The instant.</param>
    public sealed record MoveTo(DateTimeOffset At) : ScenarioStep;

    /// <summary>过: the clock moves on by working days, days, hours or minutes.</summary>
    /// <param name="Amount">How many.</param>
    /// <param name="Unit">个工作日, 日, 小时 or 分钟.</param>
    public sealed record Pass(int Amount, string Unit) : ScenarioStep
    {
        /// <summary>So many working days.</summary>
        /// <param name="amount">How many.</param>
        public static Pass WorkingDays(int amount) => new(amount, "个工作日");
    }

    /// <summary>延期, 暂停, 恢复, 回避, 挂账申请, 挂账决定, 分案, 撤回, 评价, 群众撤回, 复查, 复查意见, 关联, 岗位: an operation beside the tasks.</summary>
    /// <param name="Name">Which.</param>
    /// <param name="Words">Its words.</param>
    /// <param name="Refused">Code of the problem that must come instead; null when it must succeed.</param>
    public sealed record Operate(string Name, ImmutableDictionary<string, FeelValue> Words, string? Refused) : ScenarioStep;

    /// <summary>期望: what must be so now.</summary>
    /// <param name="Words">What to look at, and what must be seen.</param>
    public sealed record Expect(ImmutableDictionary<string, FeelValue> Words) : ScenarioStep;
}
