using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Execution;

/// <summary>Collects the trace of a run.</summary>
internal sealed class TraceRecorder
{
    /// <summary>Tables of one run that are recorded; a table that a loop calls would fill the memory.</summary>
    private const int MostTables = 1000;

    private readonly List<DecisionStep> _steps = [];
    private int _tableCount;
    private List<string>? _nullInputs;
    private List<TableTrace> _tables = [];

    /// <summary>A decision begins; tables from here on are its own. Gives what <see cref="End"/> must be told.</summary>
    internal List<TableTrace> Begin()
    {
        var outer = _tables;
        _tables = [];
        return outer;
    }

    internal void End(List<TableTrace> outer, string? id, string name, FeelValue value)
    {
        _steps.Add(new DecisionStep(id, name, value, _tables));
        _tables = outer;
    }

    /// <summary>False when so many tables were recorded that no more are.</summary>
    internal bool IsOpen => _tableCount < MostTables;

    internal void Add(TableTrace table)
    {
        _tableCount++;
        _tables.Add(table);
    }

    internal void NullInput(string name) => (_nullInputs ??= []).Add(name);

    // Tables of a service or function that was called from outside belong to no decision.
    internal DecisionTrace Finish(string name, FeelValue value)
    {
        if (_tables.Count > 0)
        {
            _steps.Add(new DecisionStep(null, name, value, _tables));
        }

        return new DecisionTrace(_steps, _nullInputs ?? []);
    }
}
