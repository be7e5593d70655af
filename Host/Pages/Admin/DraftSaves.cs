using Microsoft.Extensions.Localization;
using Platform.Designer.Editing;
using Platform.Host.Texts;
using Platform.Kernel;

namespace Platform.Host.Pages.Admin;

/// <summary>Answers the editors in words when they save: somebody who was faster is a choice for a person, everything else a refusal, also a store that broke.</summary>
/// <param name="texts">Texts of the interface.</param>
/// <param name="logger">Keeps what broke.</param>
public sealed partial class DraftSaves(IStringLocalizer<Ui> texts, ILogger<DraftSaves> logger)
{
    /// <summary>Saves.</summary>
    /// <param name="save">Saves and gives the problem that was met; null for none.</param>
    public async Task<SaveAnswer> TryAsync(Func<Task<Problem?>> save)
    {
        ArgumentNullException.ThrowIfNull(save);
        try
        {
            return Answer(await save());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The work stands only on the page now: the page must go on, say so, and try again with the next change.
            Broken(logger, e);
            return new SaveAnswer(SaveOutcome.Refused, texts["Design.NotSaved"]);
        }
    }

    private static SaveAnswer Answer(Problem? problem) => problem switch
    {
        null => SaveAnswer.Kept,
        { Code: "draft.stale" or "draft.not-found" or "draft.overtaken" } => new SaveAnswer(SaveOutcome.Overtaken, problem.Message),
        _ => new SaveAnswer(SaveOutcome.Refused, problem.Message),
    };

    [LoggerMessage(EventId = 5002, Level = LogLevel.Error, Message = "A draft could not be kept.")]
    private static partial void Broken(ILogger logger, Exception exception);
}
