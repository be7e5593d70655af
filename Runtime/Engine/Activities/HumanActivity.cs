using Platform.Runtime.Calendar;
using Platform.Runtime.Forms;

namespace Platform.Runtime.Activities;

/// <summary>An activity that people carry out. What it declares holds unless the process says otherwise on the user task.</summary>
public abstract class HumanActivity : Activity
{
    /// <summary>Fields to fill in; may be empty.</summary>
    public virtual FormSpec Form => FormSpec.Empty;

    /// <summary>Name of the post whose holders act, such as 联系办主任; null when only the process can tell.</summary>
    public virtual string? Post => null;

    /// <summary>Role whose holders act; null when only the process can tell.</summary>
    public virtual string? Role => null;

    /// <summary>Whether deputies step in for the recused and for vacant posts.</summary>
    public virtual bool DeputiesStepIn => true;

    /// <summary>The deadline; null for none.</summary>
    public virtual DeadlineSpec? DefaultDeadline => null;

    /// <summary>Parts that a page must show beside the form, such as <c>case-header</c>, <c>opinions</c>, <c>attachments</c>.</summary>
    public virtual IReadOnlyList<string> Shows => [];

    /// <summary>
    /// Called when somebody completes the task and the form is valid, before anything is saved; may refuse, set variables
    /// and enlist effects. May be called again when another step was faster.
    /// </summary>
    /// <param name="context">What was decided and by whom.</param>
    protected internal virtual ValueTask OnCompletedAsync(TaskCompletionContext context) => ValueTask.CompletedTask;
}
