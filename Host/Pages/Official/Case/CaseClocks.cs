using Platform.Governance.Cases;
using Platform.Host.Components;

namespace Platform.Host.Pages.Official.Case;

/// <summary>The chips of a case's two clocks.</summary>
internal static class CaseClocks
{
    /// <summary>The county's promise; null before acceptance, and when the case is over.</summary>
    public static ChipView? Promise(CaseDetail detail, DeadlineWords words, DateTimeOffset now) => detail switch
    {
        { ClosedAt: not null } => null,
        { PausedSince: not null } => words.Paused(),
        _ => words.Running(detail.Entry.PromiseDueAt, now),
    };

    /// <summary>The period fixed by law; null where the law sets none, and when the case is over.</summary>
    public static ChipView? Legal(CaseDetail detail, DeadlineWords words, DateTimeOffset now) =>
        detail.ClosedAt is null ? words.Running(detail.Entry.LegalDueAt, now) : null;
}
