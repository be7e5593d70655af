using System.Runtime.CompilerServices;

namespace Platform.Decisions.Feel;

/// <summary>
/// One budget and one list of warnings, shared by everything that is evaluated for one answer: the expressions of a
/// decision model, and the functions that call each other. Not safe for several threads at once.
/// </summary>
/// <param name="options">Clock and budget; null for the defaults.</param>
public sealed class FeelSession(FeelOptions? options = null)
{
    /// <summary>Warnings beyond this number repeat what the first ones said.</summary>
    private const int MostWarnings = 100;

    /// <summary>Information beyond this number would leave no room for what went wrong.</summary>
    private const int MostInformation = MostWarnings / 2;

    /// <summary>So many values are walked over in the time of one step.</summary>
    private const int WeightPerStep = 16;

    /// <summary>Longest path of keys into nested contexts.</summary>
    internal const int DeepestPath = 1_000;

    /// <summary>The stack and the clock are looked at once in so many steps; a power of two.</summary>
    private const int CheckEvery = 16;

    private readonly FeelOptions _options = options ?? FeelOptions.Default;
    private readonly long _started = options?.Budget is { Time: not null, Clock: { } clock } ? clock.GetTimestamp() : 0;
    private List<FeelWarning>? _warnings;
    private long _stepsLeft = Math.Max(1, (options ?? FeelOptions.Default).Budget.Steps);
    private int _depth;

    /// <summary>What was reported so far.</summary>
    public IReadOnlyList<FeelWarning> Warnings => _warnings is null ? [] : _warnings;

    /// <summary>Clock and budget.</summary>
    public FeelOptions Options => _options;

    /// <summary>Whether the budget is used up; everything evaluated from here on is null.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Steps used so far.</summary>
    public long StepsUsed => Math.Max(1, _options.Budget.Steps) - _stepsLeft;

    internal int CollectionSize => _options.Budget.CollectionSize;

    /// <summary>How many values one value may consist of.</summary>
    internal long LargestWeight => 4L * CollectionSize;

    /// <summary>Counts one step; false when the evaluation must end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Step(int start, int length) => (--_stepsLeft & (CheckEvery - 1)) != 0 || MayContinue(start, length);

    /// <summary>Counts many steps at once, for built-in functions whose work grows with their arguments.</summary>
    internal bool Spend(long steps)
    {
        _stepsLeft -= steps;
        return MayContinue(0, 0);
    }

    /// <summary>Counts work that .NET does in one go on values of this weight; small values are free.</summary>
    internal bool SpendOn(long weight) => weight < WeightPerStep || Spend(weight / WeightPerStep);

    /// <summary>Enters a function call; false when calls are nested too deeply. Every true needs a <see cref="Leave"/>.</summary>
    internal bool Enter(int start, int length)
    {
        if (_depth >= _options.Budget.Depth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Stop(start, length, FeelMessage.Depth());
            return false;
        }
        _depth++;
        return true;
    }

    internal void Leave() => _depth--;

    /// <summary>Reports why a part is null, and is that null.</summary>
    internal FeelValue Warn(int start, int length, in FeelMessage message)
    {
        _warnings ??= [];
        if (!IsStopped && _warnings.Count < (message.Severity == FeelSeverity.Information ? MostInformation : MostWarnings))
        {
            _warnings.Add(FeelWarning.At(start, length, message));
        }
        return FeelNull.Instance;
    }

    /// <summary>A value as it is, or null with a warning when it has grown beyond the budget.</summary>
    internal FeelValue Sized(FeelValue value, int start, int length)
    {
        var tooLarge = value switch
        {
            FeelString text => text.Value.Length > CollectionSize,
            FeelList list => list.Items.Count > CollectionSize || list.Weight > LargestWeight || list.Height > FeelValue.DeepestNesting / 2,
            FeelContext context => context.Weight > LargestWeight || context.Height > FeelValue.DeepestNesting / 2,
            _ => false,
        };
        return tooLarge ? Warn(start, length, FeelMessage.Size()) : value;
    }

    private bool MayContinue(int start, int length)
    {
        if (IsStopped)
        {
            return false;
        }
        if (_stepsLeft <= 0)
        {
            return Stop(start, length, FeelMessage.Steps());
        }
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Stop(start, length, FeelMessage.Depth());
        }
        return _options.Budget is not { Time: { } limit, Clock: { } clock } || clock.GetElapsedTime(_started) <= limit
            || Stop(start, length, FeelMessage.Time());
    }

    private bool Stop(int start, int length, in FeelMessage message)
    {
        if (!IsStopped)
        {
            IsStopped = true;
            _stepsLeft = 0;
            _warnings ??= [];
            _warnings.Add(FeelWarning.At(start, length, message));
        }
        return false;
    }
}
