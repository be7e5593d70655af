using Platform.Governance.Rehearsals;
using Platform.Governance.Scenarios;
using Platform.Kernel;
using Platform.Runtime.Forms;

namespace Platform.Host.Pages.Admin.Rehearsing;

/// <summary>A rehearsal laid out for a page.</summary>
public sealed record RehearsalWork
{
    /// <summary>The rehearsal; the page disposes of it.</summary>
    public required RehearsalSession Session { get; init; }

    /// <summary>What it stands on.</summary>
    public required RehearsalGround Ground { get; init; }

    /// <summary>Name of the process.</summary>
    public required string Name { get; init; }

    /// <summary>Its BPMN file.</summary>
    public required ReadOnlyMemory<byte> Bpmn { get; init; }

    /// <summary>Whether it begins with a matter that comes in; otherwise somebody starts it.</summary>
    public required bool CarriesCases { get; init; }

    /// <summary>Categories of matters.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The form with which it is started; empty when it has none.</summary>
    public FormSpec StartForm { get; init; } = FormSpec.Empty;

    /// <summary>Matters of the county to begin with; none for a process that somebody starts.</summary>
    public IReadOnlyList<SampleMatter> Matters { get; init; } = [];

    /// <summary>The scenarios beside it, by file.</summary>
    public IReadOnlyList<(string File, Result<Scenario> Scenario)> Scenarios { get; init; } = [];
}
