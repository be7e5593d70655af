namespace Platform.Governance.Rehearsals;

/// <summary>How a version of a process dealt with matters of the past. Counts posts, never people.</summary>
public sealed record WhatIfOutcome
{
    /// <summary>Matters that were tried.</summary>
    public required int Cases { get; init; }

    /// <summary>Matters that came to an end.</summary>
    public required int Ended { get; init; }

    /// <summary>Matters that are as far as they were in truth, and go on.</summary>
    public required int Underway { get; init; }

    /// <summary>Tasks done.</summary>
    public required int Tasks { get; init; }

    /// <summary>Tasks done that had a deadline.</summary>
    public required int Timed { get; init; }

    /// <summary>Of those, how many were done too late.</summary>
    public required int Overdue { get; init; }

    /// <summary>Tasks done by post.</summary>
    public required IReadOnlyDictionary<string, int> Load { get; init; }

    /// <summary>How many matters took which way, written as the names of its steps.</summary>
    public required IReadOnlyDictionary<string, int> Paths { get; init; }

    /// <summary>How many matters could not be followed to where they were in truth, by reason.</summary>
    public required IReadOnlyDictionary<string, int> NotReplayed { get; init; }

    /// <summary>Matters that could not be followed.</summary>
    public int Lost => NotReplayed.Values.Sum();

    /// <summary>Share of timed tasks that were late, from 0 to 1; null without any.</summary>
    public double? OverdueRate => Timed == 0 ? null : (double)Overdue / Timed;
}
