using Platform.Kernel;

namespace Platform.Governance.Rehearsals;

/// <summary>
/// Tries a batch of matters of the past on a version of the process, in a world of its own: each comes in when it came in, and
/// on each step that it also went through in truth the same is chosen after the same time. Where no record fits, the matter is
/// left and counted with the reason; nothing is guessed.
/// </summary>
/// <param name="worlds">Opens worlds.</param>
public sealed class WhatIfRun(RehearsalWorlds worlds)
{
    /// <summary>Tries the matters, and rests between its acts so that the county's work goes on undisturbed.</summary>
    /// <param name="ground">The county and the version.</param>
    /// <param name="cases">The matters in the order in which they came in.</param>
    /// <param name="progress">Told how many matters have begun, now and then.</param>
    /// <param name="ct">Gives up between two acts.</param>
    /// <returns>What became of them; or why the version cannot run.</returns>
    public async Task<Result<WhatIfOutcome>> RunAsync(RehearsalGround ground, IReadOnlyList<WhatIfCase> cases, Action<int> progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ground);
        ArgumentNullException.ThrowIfNull(cases);
        var start = cases.Count == 0 ? DateTimeOffset.UnixEpoch : cases[0].At.AddMinutes(-1);
        var opened = await worlds.OpenAsync(ground, start, ct);
        if (!opened.IsSuccess)
        {
            return opened.Problem!;
        }

        await using var world = opened.Value;
        return await new WhatIfReplay(world, ground, new QuietPace(TimeProvider.System)).RunAsync(cases, progress, ct);
    }
}
