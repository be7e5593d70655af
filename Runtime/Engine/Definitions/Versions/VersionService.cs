using Platform.Kernel;

namespace Platform.Runtime.Definitions.Versions;

/// <summary>Goes back to an old version by publishing it again as the newest.</summary>
public sealed class VersionService(VersionQuery versions, DefinitionService definitions, PublishPolicy policy)
{
    /// <summary>Publishes an old version again.</summary>
    /// <param name="order">The order.</param>
    /// <param name="ct">Gives up; a commit under way is not undone.</param>
    /// <returns>The new version, or <c>draft.no-note</c>, <c>definition.not-found</c>, <c>publish.needs-approval</c>, or what <see cref="DefinitionService.DeployAsync"/> refuses.</returns>
    public async Task<Result<DeployOutcome>> RollBackAsync(RollBack order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        return await policy.NeedsSecondPersonAsync(order.TenantId, ct) ? NeedsApproval : await RollBackApprovedAsync(order, ct);
    }

    /// <summary>What a county that wants two people answers to one.</summary>
    public static Problem NeedsApproval => new("publish.needs-approval", "本地规定发布流程须由另一位管理员批准，请先提交发布申请。");

    internal async Task<Result<DeployOutcome>> RollBackApprovedAsync(RollBack order, CancellationToken ct)
    {
        var ready = await ReadyAsync(order, ct);
        return ready.IsSuccess
            ? await definitions.DeployAsync(
                new Deploy { TenantId = order.TenantId, Name = ready.Value.Name, Files = ready.Value.Files, By = order.By, Note = order.Note.Trim(), AsNewVersion = true },
                ct)
            : ready.Problem!;
    }

    internal async Task<Result<VersionFiles>> ReadyAsync(RollBack order, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(order.Note))
        {
            return new Problem("draft.no-note", "请写明为什么退回这个版本。");
        }

        return await versions.FilesAsync(order.TenantId, order.DefinitionId, ct) is { } files
            ? files
            : new Problem("definition.not-found", "没有找到这个流程版本。");
    }
}
