namespace Platform.Runtime.Calendar;

/// <summary>Which of a matter's two clocks a deadline belongs to.</summary>
public enum DeadlineClock
{
    /// <summary>The county's own, shorter promise (承诺钟); extensions and pauses act on it.</summary>
    Promise,

    /// <summary>The period fixed by law (法定钟); only legal reasons stop it.</summary>
    Legal,
}
