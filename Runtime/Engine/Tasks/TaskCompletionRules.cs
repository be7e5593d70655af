using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Runtime.Definitions;
using Platform.Runtime.Forms;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Tasks;

/// <summary>Decides whether a completion can be accepted as it stands. Pure.</summary>
internal static class TaskCompletionRules
{
    private const int LongestOpinion = 4_000;

    /// <summary>Why the task's state does not allow a completion; null when it does.</summary>
    public static Problem? Refusal(TaskRow task, CompleteTask command) => task.Status switch
    {
        UserTaskStatus.Completed => new Problem("task.already-completed", $"“{task.Title}”已经办结，无需再次提交。"),
        UserTaskStatus.Returned or UserTaskStatus.Withdrawn or UserTaskStatus.Cancelled =>
            new Problem("task.closed", $"“{task.Title}”已经不需要办理：流程已退回、撤回或结束。"),
        UserTaskStatus.Open => command.RowVersion is { } seen && seen != task.RowVersion
            ? new Problem("task.stale", $"“{task.Title}”在您打开之后有了变化，请刷新后再提交。")
            : null,
        _ => new Problem("task.not-open", $"“{task.Title}”目前不能办理：正在等待他人处理或已暂停。"),
    };

    /// <summary>Why outcome or opinion cannot be accepted; null when they can.</summary>
    public static Problem? Refusal(UserTaskSpec spec, CompleteTask command)
    {
        var outcome = spec.Outcome(command.Outcome);
        if (outcome is null && !spec.Outcomes.IsEmpty)
        {
            return new Problem("task.unknown-outcome", command.Outcome.Length == 0
                ? $"请选择“{spec.Title}”的办理结果。"
                : $"“{spec.Title}”没有“{command.Outcome}”这一办理结果。");
        }

        if (outcome is { NeedsOpinion: true } && string.IsNullOrWhiteSpace(command.Opinion))
        {
            return new Problem("task.opinion-required", $"选择“{outcome.Text}”时请填写意见。");
        }

        return command.Opinion is { Length: > LongestOpinion } tooLong
            ? new Problem("task.opinion-too-long", $"意见最多 {LongestOpinion} 个字，现有 {tooLong.Length} 个字。")
            : null;
    }

    /// <summary>The checked form, or <c>form.invalid</c> with one detail per field.</summary>
    public static Result<ImmutableDictionary<string, FeelValue>> Check(
        FormSpec form, CompleteTask command, IFeelScope variables, DateTimeOffset now)
    {
        var chosen = new Dictionary<string, FeelValue>(StringComparer.Ordinal) { ["outcome"] = FeelValue.Of(command.Outcome) };
        var answer = FormCheck.Check(form, command.Values, new FeelScope(chosen, variables), now);
        return answer.IsValid ? answer.Values : answer.ToProblem();
    }
}
