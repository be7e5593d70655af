using System.Globalization;
using Platform.Decisions.Feel;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Kernel;
using Platform.Runtime.Activities;
using Platform.Runtime.Persistence;

namespace Platform.Activities.Books;

/// <summary>One completion with the case it belongs to.</summary>
/// <param name="context">What was decided.</param>
/// <param name="row">The case as it is before; not tracked.</param>
/// <param name="step">The same for the books.</param>
public sealed class CaseWork(TaskCompletionContext context, CaseRow row, CaseStep step)
{
    /// <summary>The completion.</summary>
    public TaskCompletionContext Context { get; } = context;

    /// <summary>The case as it is before.</summary>
    public CaseRow Row { get; } = row;

    /// <summary>The step for the books.</summary>
    public CaseStep Step { get; } = step;

    /// <summary>The instant of the step.</summary>
    public DateTimeOffset Now => Step.At;

    /// <summary>The outcome chosen.</summary>
    public string Outcome => Step.Outcome;

    /// <summary>A whole number among the variables; 0 when there is none.</summary>
    /// <param name="variable">Name of the variable.</param>
    public int Count(string variable) => Context.GetVariable(variable) is FeelNumber number && number.TryToInt64(out var whole) ? (int)whole : 0;

    /// <summary>Changes the case in the transaction of the step.</summary>
    /// <param name="change">What to change.</param>
    public void Change(Action<CaseRow> change) =>
        Context.Enlist((db, ct) => CaseBook.ChangeAsync(db, Step.TenantId, Step.CaseId, change, ct));

    /// <summary>Adds a row in the transaction of the step.</summary>
    /// <typeparam name="T">Type of the row.</typeparam>
    /// <param name="make">Makes the row; given a new id.</param>
    public void Add<T>(Func<Guid, T> make)
        where T : class => Context.Enlist((db, _) =>
    {
        db.Add(make(Guid.CreateVersion7(Now)));
        return Task.CompletedTask;
    });

    /// <summary>Does something to the database in the transaction of the step.</summary>
    /// <param name="effect">What to do.</param>
    public void Enlist(Func<PlatformDb, CancellationToken, Task> effect) => Context.Enlist(effect);

    /// <summary>Sets a variable of the process.</summary>
    /// <param name="name">Name.</param>
    /// <param name="value">Value.</param>
    public void Set(string name, FeelValue value) => Context.SetVariable(name, value);

    /// <summary>Sets a variable of the process to an instant; to null when there is none.</summary>
    /// <param name="name">Name.</param>
    /// <param name="value">Value.</param>
    public void Set(string name, DateTimeOffset? value) => Context.SetVariable(name, value is { } instant ? FeelValue.Of(instant) : FeelValue.Null);

    /// <summary>Sets a variable of the process to a whole number.</summary>
    /// <param name="name">Name.</param>
    /// <param name="value">Value.</param>
    public void Set(string name, int value) => Context.SetVariable(name, FeelValue.Of((long)value));

    /// <summary>Refuses the completion.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="message">Sentence for the official.</param>
    public void Refuse(string code, string message) => Context.Refuse(new Problem(code, message));

    /// <summary>A date as officials write it.</summary>
    /// <param name="instant">The instant.</param>
    public static string Date(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
