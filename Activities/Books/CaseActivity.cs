using Platform.Governance.Cases;
using Platform.Kernel;
using Platform.Runtime.Activities;

namespace Platform.Activities.Books;

/// <summary>
/// A step of a case that people carry out. What they wrote goes into the books in the transaction of the step; of the form
/// only what the process needs for its decisions becomes a variable, texts never do.
/// </summary>
/// <param name="setting">What the services of the cases work with.</param>
public abstract class CaseActivity(CaseSetting setting) : HumanActivity
{
    /// <summary>What the services of the cases work with.</summary>
    protected CaseSetting Setting { get; } = setting;

    /// <summary>Fields whose values become variables of the process.</summary>
    protected virtual IReadOnlyList<string> Variables => [];

    /// <inheritdoc />
    public override IReadOnlyList<string> Shows => ["case-header", "case-body", "opinions", "attachments"];

    /// <summary>Name of the step in the books.</summary>
    /// <param name="context">What was decided.</param>
    protected abstract string NameOf(TaskCompletionContext context);

    /// <summary>Does what belongs to the step; may refuse.</summary>
    /// <param name="work">The completion with the case.</param>
    protected abstract ValueTask WorkAsync(CaseWork work);

    /// <inheritdoc />
    protected sealed override async ValueTask OnCompletedAsync(TaskCompletionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var place = context.Place;
        var row = await Setting.FindAsync(place.TenantId, place.InstanceId, context.CancellationToken);
        if (row is null)
        {
            context.Refuse(new Problem("case.not-found", "这项任务不属于任何来件，不能在这里办理。"));
            return;
        }

        foreach (var key in context.Values.Keys.Except(Variables))
        {
            context.DropVariable(key);
        }

        var work = new CaseWork(context, row, Step(context));
        await WorkAsync(work);
        if (context.Refusal is null)
        {
            var step = work.Step;
            var sealer = Setting.Sealer;
            context.Enlist((db, _) =>
            {
                CaseBook.Record(db, sealer, step);
                return Task.CompletedTask;
            });
        }
    }

    /// <summary>A text, sealed when the case is.</summary>
    /// <param name="step">The step.</param>
    /// <param name="text">The text; null stays null.</param>
    protected string? Kept(CaseStep step, string? text)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.IsSealed ? Setting.Sealer.Seal(step.CaseId, text) : text;
    }

    private CaseStep Step(TaskCompletionContext context) => new()
    {
        TenantId = context.Place.TenantId,
        CaseId = context.Place.InstanceId,
        ElementId = context.Place.ElementId,
        Name = NameOf(context),
        Round = context.Place.Round,
        At = context.Place.Now,
        By = context.By,
        OnBehalfOf = context.OnBehalfOf,
        Outcome = context.Outcome,
        Opinion = context.Opinion,
        Values = context.Values,
        Scope = context.Place.Scope,
    };
}
