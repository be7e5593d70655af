using Platform.Kernel.Layout;
using Platform.Kernel.Model;
using Platform.Kernel.Xml;

namespace Platform.Designer.Editing;

/// <summary>
/// One administrator's work on one process: the model as it stands, with every earlier state for undo. Models are immutable,
/// so a state costs what it differs in. Not safe for use by several threads; a page has its own.
/// </summary>
public sealed class DesignSession : IDesign
{
    private readonly string processId;
    private readonly ChangeHistory<Definitions> history = new();

    /// <summary>Begins with a model. One without a drawing gets one.</summary>
    /// <param name="definitions">The model.</param>
    /// <param name="processId">Id of the process in it that is worked on; it must be there.</param>
    public DesignSession(Definitions definitions, string processId)
    {
        this.processId = processId;
        Current = DiagramLayout.Arrange(definitions);
        Process = Find(Current);
    }

    /// <summary>The model as it stands.</summary>
    public Definitions Current { get; private set; }

    /// <summary>The process as it stands.</summary>
    public ProcessDefinition Process { get; private set; }

    /// <summary>Counts the changes, undoing and redoing included; tells whether something is not saved yet.</summary>
    public long ChangeNumber { get; private set; }

    /// <summary>Whether there is something to undo.</summary>
    public bool CanUndo => history.CanUndo;

    /// <summary>Whether there is something to redo.</summary>
    public bool CanRedo => history.CanRedo;

    /// <summary>An empty process: a start, one step, and an end.</summary>
    /// <param name="processId">Id of the process.</param>
    /// <param name="name">Its name.</param>
    /// <param name="firstStep">Name of the step.</param>
    public static Definitions NewProcess(string processId, string name, string firstStep) => DiagramLayout.Arrange(new Definitions
    {
        Id = $"{processId}-definitions",
        TargetNamespace = "urn:shanzhi:workflows",
        RootElements =
        [
            new ProcessDefinition
            {
                Id = processId,
                Name = name,
                IsExecutable = true,
                FlowElements =
                [
                    new StartEvent { Id = "Start_1", ListedOutgoing = ["Flow_1"] },
                    new UserTask { Id = "Step_1", Name = firstStep, ListedIncoming = ["Flow_1"], ListedOutgoing = ["Flow_2"] },
                    new EndEvent { Id = "End_1", ListedIncoming = ["Flow_2"] },
                    new SequenceFlow { Id = "Flow_1", SourceRef = "Start_1", TargetRef = "Step_1" },
                    new SequenceFlow { Id = "Flow_2", SourceRef = "Step_1", TargetRef = "End_1" },
                ],
            },
        ],
    });

    /// <summary>Takes a changed process over. When elements or flows came or went, the drawing is made anew; otherwise it stays.</summary>
    /// <param name="process">The changed process.</param>
    public void Change(ProcessDefinition process)
    {
        if (ReferenceEquals(process, Process))
        {
            return;
        }

        Definitions changed = Current with { RootElements = [.. Current.RootElements.Select(r => ReferenceEquals(r, Process) ? process : r)] };
        Remember(Shape(process).SetEquals(Shape(Process)) ? changed : DiagramLayout.Redraw(changed));
    }

    /// <summary>Takes a whole model over.</summary>
    /// <param name="definitions">The model; must hold the process.</param>
    public void Change(Definitions definitions) => Remember(definitions);

    /// <summary>Takes a file over, as a canvas or another program wrote it. What such programs leave out, because they do not know it, stays.</summary>
    /// <param name="file">BPMN 2.0 XML.</param>
    /// <returns>Whether it was taken: it must be readable and hold the process.</returns>
    public bool Take(ReadOnlySpan<byte> file)
    {
        if (BpmnReader.Read(file).Definitions is not { } drawn || drawn.Processes.All(p => p.Id != processId))
        {
            return false;
        }

        Remember(DiagramLayout.Arrange(Unknown.CarryOver(Current, drawn)));
        return true;
    }

    /// <summary>
    /// Takes a file of another program or region over in place of the present content; its process gets this one's id. Drawing
    /// programs mark processes as not to be run; whoever imports one here wants it to run.
    /// </summary>
    /// <param name="file">BPMN 2.0 XML.</param>
    /// <returns>Whether it was taken: it must be readable and hold a process.</returns>
    public bool Import(ReadOnlySpan<byte> file)
    {
        if (BpmnReader.Read(file).Definitions is not { } model || Importable(model, processId) is not { Id: { } id } process)
        {
            return false;
        }

        Definitions running = model with { RootElements = [.. model.RootElements.Select(r => ReferenceEquals(r, process) ? process with { IsExecutable = true } : r)] };
        Remember(DiagramLayout.Arrange(id == processId ? running : Renamed(running, id, processId)));
        return true;
    }

    /// <summary>The process that <see cref="Import"/> would take out of a file; null for none.</summary>
    /// <param name="file">BPMN 2.0 XML.</param>
    /// <param name="processId">Id of the process that is worked on.</param>
    public static ProcessDefinition? ProcessToImport(ReadOnlySpan<byte> file, string? processId) =>
        BpmnReader.Read(file).Definitions is { } model ? Importable(model, processId) : null;

    /// <inheritdoc />
    public void Settle(NewestWork? newest, bool withTheirs)
    {
        Definitions mine = Current;
        if (newest is not null)
        {
            Take(newest.Theirs);
        }

        if (!withTheirs)
        {
            Change(mine);
        }
    }

    /// <inheritdoc />
    /// <remarks>Steps and flows depend on each other; bringing two drawings together is left to a person.</remarks>
    public IReadOnlyList<string>? Join(NewestWork newest) => null;

    /// <summary>Goes back one change.</summary>
    public void Undo()
    {
        if (CanUndo)
        {
            Show(history.Undo(Current));
        }
    }

    /// <summary>Does again what was undone last.</summary>
    public void Redo()
    {
        if (CanRedo)
        {
            Show(history.Redo(Current));
        }
    }

    /// <summary>The model as a BPMN file.</summary>
    public byte[] ToFile() => ToFile(Current);

    /// <summary>A model as a BPMN file.</summary>
    /// <param name="model">The model.</param>
    public static byte[] ToFile(Definitions model)
    {
        using MemoryStream stream = new();
        BpmnWriter.Write(model, stream);
        return stream.ToArray();
    }

    /// <summary>The same process when it is there; of several others the one with the most in it, for the rest are often empty pools.</summary>
    private static ProcessDefinition? Importable(Definitions model, string? processId) =>
        model.Processes.Where(p => p.Id is not null).OrderBy(p => p.Id == processId ? 0 : 1).ThenByDescending(p => p.FlowElements.Length).FirstOrDefault();

    private static Definitions Renamed(Definitions model, string from, string to) => model with
    {
        RootElements =
        [
            .. model.RootElements.Select(r => r switch
            {
                ProcessDefinition process when process.Id == from => process with { Id = to },
                Collaboration talk => talk with { Participants = [.. talk.Participants.Select(p => p.ProcessRef == from ? p with { ProcessRef = to } : p)] },
                _ => r,
            }),
        ],
        Diagrams = [.. model.Diagrams.Select(d => d.Plane?.BpmnElement == from ? d with { Plane = d.Plane with { BpmnElement = to } } : d)],
    };

    private static HashSet<string> Shape(ProcessDefinition process) => [.. Lines(process.FlowElements)];

    private static IEnumerable<string> Lines(IEnumerable<FlowElement> elements) => elements.SelectMany(e => e switch
    {
        SequenceFlow flow => [$"{flow.Id}:{flow.SourceRef}>{flow.TargetRef}"],
        SubProcess sub => Lines(sub.FlowElements).Prepend(sub.Id),
        _ => (IEnumerable<string>)[e.Id],
    });

    private void Remember(Definitions next)
    {
        history.Remember(Current);
        Show(next);
    }

    private void Show(Definitions model)
    {
        Current = model;
        Process = Find(model);
        ChangeNumber++;
    }

    private ProcessDefinition Find(Definitions model) => model.Processes.FirstOrDefault(p => p.Id == processId)
        ?? throw new ArgumentException($"Expected a process {processId} in the model, but found none.", nameof(model));
}
