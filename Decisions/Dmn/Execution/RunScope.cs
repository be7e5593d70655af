using System.Diagnostics.CodeAnalysis;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Execution;

/// <summary>Names and values that an expression sees, with those of the enclosing boxes behind them.</summary>
/// <remarks>Few names each: a walk is faster than hashing. A context box adds its entries while it is evaluated.</remarks>
internal sealed class RunScope(RunScope? parent, int capacity) : IFeelScope
{
    private string[] _names = new string[capacity];
    private FeelValue[] _values = new FeelValue[capacity];
    private int _count;

    internal static RunScope Empty { get; } = new(null, 0);

    /// <inheritdoc/>
    public IEnumerable<string> Names
    {
        get
        {
            for (var scope = this; scope is not null; scope = scope.Parent)
            {
                for (var i = 0; i < scope._count; i++)
                {
                    yield return scope._names[i];
                }
            }
        }
    }

    private RunScope? Parent => parent;

    internal void Add(string name, FeelValue value)
    {
        if (_count == _names.Length)
        {
            Array.Resize(ref _names, Math.Max(4, _count * 2));
            Array.Resize(ref _values, _names.Length);
        }

        _names[_count] = name;
        _values[_count++] = value;
    }

    /// <summary>Whether this scope itself, not one behind it, has the name.</summary>
    internal bool TryGetOwn(string name) => Array.IndexOf(_names, name, 0, _count) >= 0;

    /// <inheritdoc/>
    public bool TryGet(string name, [NotNullWhen(true)] out FeelValue? value)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            // The last one wins: a later entry hides an earlier one of the same name.
            for (var i = scope._count - 1; i >= 0; i--)
            {
                if (scope._names[i] == name)
                {
                    value = scope._values[i];
                    return true;
                }
            }
        }

        value = null;
        return false;
    }
}
