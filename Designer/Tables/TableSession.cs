using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;
using Platform.Designer.Editing;

namespace Platform.Designer.Tables;

/// <summary>
/// One administrator's work on one decision table: the model as it stands, with every earlier state for undo. What the editor
/// does not show, such as diagrams, other decisions and what other programs added, stays as it was read.
/// Not safe for use by several threads; a page has its own.
/// </summary>
public sealed class TableSession : IDesign
{
    /// <summary>States that can be undone; older ones are forgotten.</summary>
    public const int MaxUndo = 200;

    private ImmutableList<DecisionModel> earlier = [];
    private ImmutableStack<DecisionModel> undone = [];

    /// <summary>Begins with a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="key">Id or name of a decision in it whose logic is a table.</param>
    /// <exception cref="ArgumentException">There is no such decision; ask <see cref="HasTable"/> first.</exception>
    public TableSession(DecisionModel model, string key)
    {
        Key = key;
        Show(model);
        ChangeNumber = 0;
    }

    /// <summary>Id or name of the decision.</summary>
    public string Key { get; }

    /// <summary>The model as it stands.</summary>
    public DecisionModel Current { get; private set; }

    /// <summary>The decision as it stands.</summary>
    public Decision Decision { get; private set; }

    /// <summary>The table as it stands.</summary>
    public DecisionTable Table { get; private set; }

    /// <summary>Counts the changes, undoing and redoing included.</summary>
    public long ChangeNumber { get; private set; }

    /// <summary>Whether there is something to undo.</summary>
    public bool CanUndo => !earlier.IsEmpty;

    /// <summary>Whether there is something to redo.</summary>
    public bool CanRedo => !undone.IsEmpty;

    /// <summary>Whether a model has a decision of that id or name whose logic is a table.</summary>
    /// <param name="model">The model.</param>
    /// <param name="key">Id or name.</param>
    public static bool HasTable(DecisionModel model, string key) => Find(model, key)?.Logic is DecisionTable;

    /// <summary>A model with one table: one condition, one conclusion, one remark and an empty rule.</summary>
    /// <param name="key">Id of the decision.</param>
    /// <param name="name">Its name.</param>
    /// <param name="input">Heading of the condition.</param>
    /// <param name="output">Heading of the conclusion.</param>
    /// <param name="basis">Heading of the remark.</param>
    public static DecisionModel NewModel(string key, string name, string input, string output, string basis)
    {
        DecisionTable table = new()
        {
            Id = $"{key}-table",
            HitPolicy = HitPolicy.First,
            Inputs = [new InputClause { Label = input, Expression = new LiteralExpression { Text = input, TypeRef = "string" } }],
            Outputs = [new OutputClause { Label = output, TypeRef = "string" }],
            Annotations = [new AnnotationClause(basis)],
        };
        return new DecisionModel
        {
            Id = $"{key}-model",
            Name = name,
            Namespace = $"urn:shanzhi:decisions:{key}",
            Elements = [new Decision { Id = key, Name = name, Logic = table.InsertRules(0) }],
        };
    }

    /// <summary>Takes a changed table over.</summary>
    /// <param name="table">The changed table; the same one changes nothing.</param>
    public void Change(DecisionTable table)
    {
        if (!ReferenceEquals(table, Table))
        {
            Decision changed = Decision with { Logic = table };
            Remember(Current with { Elements = [.. Current.Elements.Select(e => ReferenceEquals(e, Decision) ? changed : e)] });
        }
    }

    /// <summary>Takes a file over in place of the present content; its decision gets this one's id.</summary>
    /// <param name="file">DMN 1.1 to 1.5.</param>
    /// <returns>Whether it was taken: it must be readable and hold a table under this key, or exactly one table.</returns>
    public bool Import(byte[] file)
    {
        using MemoryStream stream = new(file, writable: false);
        if (DmnReader.Read(stream).Model is not { } model)
        {
            return false;
        }

        if (HasTable(model, Key))
        {
            Remember(model);
            return true;
        }

        if (model.Decisions.Where(d => d.Logic is DecisionTable).ToList() is not [var only] || only.Id is null || Decision.Id is null)
        {
            return false;
        }

        Remember(Renamed(model, only.Id, Decision.Id));
        return true;
    }

    /// <inheritdoc />
    public void Settle(byte[]? theirs, bool withTheirs)
    {
        DecisionModel mine = Current;
        if (theirs is not null)
        {
            Import(theirs);
        }

        if (!withTheirs)
        {
            Remember(mine);
        }
    }

    /// <summary>Goes back one change.</summary>
    public void Undo()
    {
        if (CanUndo)
        {
            undone = undone.Push(Current);
            Show(earlier[^1]);
            earlier = earlier.RemoveAt(earlier.Count - 1);
        }
    }

    /// <summary>Does again what was undone last.</summary>
    public void Redo()
    {
        if (CanRedo)
        {
            earlier = earlier.Add(Current);
            Show(undone.Peek());
            undone = undone.Pop();
        }
    }

    /// <summary>The model as a DMN file.</summary>
    public byte[] ToFile() => Encoding.UTF8.GetBytes(DmnWriter.Write(Current));

    private static Decision? Find(DecisionModel model, string key) =>
        model.Decisions.FirstOrDefault(d => d.Id == key) ?? model.Decisions.FirstOrDefault(d => d.Name == key);

    // Links of diagrams and requirements are attributes that hold the id; the model is text anyway at this moment.
    private static DecisionModel Renamed(DecisionModel model, string from, string to)
    {
        string xml = DmnWriter.Write(model)
            .Replace($"id=\"{from}\"", $"id=\"{to}\"", StringComparison.Ordinal)
            .Replace($"href=\"#{from}\"", $"href=\"#{to}\"", StringComparison.Ordinal)
            .Replace($"dmnElementRef=\"{from}\"", $"dmnElementRef=\"{to}\"", StringComparison.Ordinal);
        return DmnReader.Read(xml).Model ?? throw new InvalidOperationException("Expected a renamed model to be readable, but it is not.");
    }

    private void Remember(DecisionModel next)
    {
        earlier = earlier.Count == MaxUndo ? earlier.RemoveAt(0).Add(Current) : earlier.Add(Current);
        undone = [];
        Show(next);
    }

    [MemberNotNull(nameof(Current), nameof(Decision), nameof(Table))]
    private void Show(DecisionModel model)
    {
        Current = model;
        Decision = Find(model, Key) ?? throw new ArgumentException($"Expected a decision {Key} in the model, but found none.", nameof(model));
        Table = Decision.Logic as DecisionTable ?? throw new ArgumentException($"Expected {Key} to be a table, but it is not.", nameof(model));
        ChangeNumber++;
    }
}
