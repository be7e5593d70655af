using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Governance.Cases;
using Platform.Runtime.Tasks;

namespace Platform.Governance.Rehearsals;

/// <summary>A matter of the past without its words: how it began and what was chosen on its way.</summary>
/// <param name="Beginning">How it begins again.</param>
/// <param name="At">When it came in.</param>
/// <param name="IsOver">Whether it has ended.</param>
/// <param name="Acts">What was done on its tasks, in order.</param>
public sealed record WhatIfCase(WhatIfBeginning Beginning, DateTimeOffset At, bool IsOver, IReadOnlyList<RecordedAct> Acts);

/// <summary>How a matter of the past begins again. A closed union.</summary>
public abstract record WhatIfBeginning
{
    private WhatIfBeginning()
    {
    }

    /// <summary>It is registered.</summary>
    /// <param name="Order">How; its title, text and person stand for nothing.</param>
    public sealed record Registered(RegisterCase Order) : WhatIfBeginning;

    /// <summary>Somebody starts it by hand.</summary>
    /// <param name="By">Who.</param>
    /// <param name="Values">What is chosen in the start form.</param>
    public sealed record Started(Guid By, ImmutableDictionary<string, FeelValue> Values) : WhatIfBeginning;

    /// <summary>It cannot begin again, because nothing is recorded of who began it.</summary>
    public sealed record Unknown : WhatIfBeginning;
}

/// <summary>Which matters of the past are tried.</summary>
/// <param name="From">Beginning of the period.</param>
/// <param name="Until">Its end, not included.</param>
/// <param name="Count">How many matters began in it.</param>
public sealed record WhatIfPeriod(DateTimeOffset From, DateTimeOffset Until, int Count);
