using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;
using Platform.Designer.Editing;
using Platform.Designer.Tables;

namespace Platform.Designer.Deciding;

/// <summary>
/// One administrator's work on one decision file: the model as it stands, with every earlier state for undo, and the decision or function of it that
/// is before them. What the editor does not show, such as diagrams and what other programs added, stays as it was read.
/// Not safe for use by several threads; a page has its own.
/// </summary>
public sealed class DecisionSession : IDesign
{
    private readonly ChangeHistory<DecisionModel> history = new();

    /// <summary>Begins with a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="key">Id or name of a decision in it.</param>
    /// <exception cref="ArgumentException">There is no such decision; ask <see cref="Has"/> first.</exception>
    public DecisionSession(DecisionModel model, string key)
    {
        Key = key;
        Part = key;
        Show(model);
        ChangeNumber = 0;
    }

    /// <summary>Id or name of the decision for which the file is kept.</summary>
    public string Key { get; }

    /// <summary>Id or name of the decision or function that is before the person.</summary>
    public string Part { get; private set; }

    /// <summary>The model as it stands.</summary>
    public DecisionModel Current { get; private set; }

    /// <summary>The decision or function before the person, as it stands.</summary>
    public DrgElement Element { get; private set; }

    /// <summary>Its logic; null when it has none yet.</summary>
    public BoxedExpression? Logic => Element switch { Decision decision => decision.Logic, BusinessKnowledgeModel function => function.Logic, _ => null };

    /// <summary>Whether it is a decision whose logic is a table; only then <see cref="Decision"/> and <see cref="Table"/> may be read.</summary>
    public bool IsTable => Element is Decision { Logic: DecisionTable };

    /// <summary>The decision as it stands.</summary>
    public Decision Decision => Element as Decision ?? throw new InvalidOperationException($"Expected {Part} to be a decision, but it is a {Element.GetType().Name}.");

    /// <summary>The table as it stands.</summary>
    public DecisionTable Table => Decision.Logic as DecisionTable ?? throw new InvalidOperationException($"Expected {Part} to be a table, but it is not.");

    /// <summary>Counts the changes, undoing and redoing included.</summary>
    public long ChangeNumber { get; private set; }

    /// <summary>Whether there is something to undo.</summary>
    public bool CanUndo => history.CanUndo;

    /// <summary>Whether there is something to redo.</summary>
    public bool CanRedo => history.CanRedo;

    /// <summary>Whether a model has a decision of that id or name.</summary>
    /// <param name="model">The model.</param>
    /// <param name="key">Id or name.</param>
    public static bool Has(DecisionModel model, string key) => Find(model, key) is Platform.Decisions.Dmn.Model.Decision;

    /// <summary>A model with one decision.</summary>
    /// <param name="key">Id of the decision.</param>
    /// <param name="name">Its name.</param>
    /// <param name="logic">How it decides.</param>
    public static DecisionModel NewModel(string key, string name, BoxedExpression logic) => new()
    {
        Id = $"{key}-model",
        Name = name,
        Namespace = $"urn:shanzhi:decisions:{key}",
        Elements = [new Decision { Id = key, Name = name, Logic = logic }],
    };

    /// <summary>A table with one condition, one conclusion, one remark and an empty rule.</summary>
    /// <param name="key">Id of its decision.</param>
    /// <param name="input">Heading of the condition.</param>
    /// <param name="output">Heading of the conclusion.</param>
    /// <param name="basis">Heading of the remark.</param>
    public static DecisionTable NewTable(string key, string input, string output, string basis)
    {
        DecisionTable table = new()
        {
            Id = $"{key}-table",
            HitPolicy = HitPolicy.First,
            Inputs = [new InputClause { Label = input, Expression = new LiteralExpression { Text = input, TypeRef = "string" } }],
            Outputs = [new OutputClause { Label = output }],
            Annotations = [new AnnotationClause(basis)],
        };
        return table.InsertRules(0);
    }

    /// <summary>Puts another decision or function of the file before the person.</summary>
    /// <param name="part">Its id or name; an unknown one changes nothing.</param>
    public void ShowPart(string part)
    {
        if (Find(Current, part) is { } found)
        {
            (Part, Element) = (part, found);
        }
    }

    /// <summary>Takes changed logic over, with requirements for what it reads of the file. A function takes functions only.</summary>
    /// <param name="logic">The changed logic; the same one changes nothing.</param>
    public void Change(BoxedExpression logic)
    {
        if (!ReferenceEquals(logic, Logic))
        {
            Change(Element switch
            {
                Decision decision => LogicReferences.Complete(decision with { Logic = logic }, Current),
                BusinessKnowledgeModel function when logic is FunctionDefinition body => LogicReferences.Complete(function with { Logic = body }, Current),
                _ => Element,
            });
        }
    }

    /// <summary>Takes a changed decision or function over in place of the one before the person.</summary>
    /// <param name="element">The changed one, with the same id; the same one changes nothing.</param>
    public void Change(DrgElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        if (!ReferenceEquals(element, Element))
        {
            DrgElement old = Element;
            Part = Part == old.Id ? Part : element.Id ?? element.Name;
            Remember(Current with { Elements = [.. Current.Elements.Select(e => ReferenceEquals(e, old) ? element : e)] });
        }
    }

    /// <summary>Adds a decision or function to the file and puts it before the person.</summary>
    /// <param name="id">Its id, used by nothing else in the file.</param>
    /// <param name="name">Its name.</param>
    /// <param name="logic">How it decides; a boxed function makes it a function that others call.</param>
    public void Add(string id, string name, BoxedExpression logic)
    {
        Part = id;
        DrgElement added = logic is FunctionDefinition body
            ? new BusinessKnowledgeModel { Id = id, Name = name, Variable = new InformationItem { Name = name }, Logic = body }
            : new Decision { Id = id, Name = name, Logic = logic };
        Remember(Current with { Elements = [.. Current.Elements, added] });
    }

    /// <summary>Adds values that come from outside, and lets the decision before the person read them.</summary>
    /// <param name="names">Their names; those that the file has already are not added again.</param>
    public void AddInputs(IEnumerable<string> names)
    {
        List<InputData> added =
        [
            .. names.Where(name => Current.Elements.All(e => e.Name != name)).Select(name => new InputData { Id = InputId(name), Name = name, Variable = new InformationItem { Name = name } }),
        ];
        DecisionModel wider = Current with { Elements = [.. added, .. Current.Elements] };
        Decision reading = LogicReferences.Complete(Decision, wider);
        Remember(wider with { Elements = [.. wider.Elements.Select(e => ReferenceEquals(e, Element) ? reading : e)] });
    }

    /// <summary>Takes a file over in place of the present content; its decision gets this one's id.</summary>
    /// <param name="file">DMN 1.1 to 1.5.</param>
    /// <returns>Why it was not taken: it cannot be read, or holds neither a decision under this key nor exactly one; null when it was.</returns>
    public ImportRefusal? Import(byte[] file)
    {
        using MemoryStream stream = new(file, writable: false);
        DmnReadResult read = DmnReader.Read(stream);
        if (read.Model is not { } model)
        {
            return new ImportRefusal(true, read.Issues.Where(i => i.Severity == DmnIssueSeverity.Error).Select(i => i.Chinese).FirstOrDefault() ?? "");
        }

        if (Has(model, Key))
        {
            Remember(model);
            return null;
        }

        string? own = Find(Current, Key)?.Id;
        if (model.Decisions.Where(d => d.Logic is not null).ToList() is not [{ Id: { } id }] || own is null)
        {
            return new ImportRefusal(false, string.Join("、", model.Decisions.Select(d => d.Name).Take(8)));
        }

        Remember(Renamed(model, id, own));
        return null;
    }

    /// <inheritdoc />
    public void Settle(NewestWork? newest, bool withTheirs)
    {
        DecisionModel mine = Current;
        DecisionModel? theirs = newest is null ? null : Readable(newest.Theirs);
        if (theirs is not null)
        {
            Remember(theirs);
        }

        // What only one of both changed is kept of both, whoever is chosen for the rest.
        DecisionModel chosen = theirs is null ? mine
            : Common(newest!) is { } common && ModelMerge.Merge(common, mine, theirs, withTheirs).Model is var merged && Has(merged, Key) ? merged
            : withTheirs ? theirs : mine;
        if (!ReferenceEquals(chosen, Current))
        {
            Remember(chosen);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<string>? Join(NewestWork newest)
    {
        ArgumentNullException.ThrowIfNull(newest);
        if (Common(newest) is not { } common || Readable(newest.Theirs) is not { } theirs
            || ModelMerge.Merge(common, Current, theirs, withTheirs: false) is not { Conflicts.IsEmpty: true } merged || !Has(merged.Model, Key))
        {
            return null;
        }

        Remember(merged.Model);
        return merged.Taken;
    }

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

    /// <summary>The model as a DMN file.</summary>
    public byte[] ToFile() => Encoding.UTF8.GetBytes(DmnWriter.Write(Current));

    private static DecisionModel? Common(NewestWork newest) => newest.Common is { } common ? Read(common) : null;

    private DecisionModel? Readable(byte[] file) => Read(file) is { } model && Has(model, Key) ? model : null;

    private static DecisionModel? Read(byte[] file)
    {
        using MemoryStream stream = new(file, writable: false);
        return DmnReader.Read(stream).Model;
    }

    private static DrgElement? Find(DecisionModel model, string key) =>
        model.Elements.FirstOrDefault(e => e.Id == key && IsPart(e)) ?? model.Elements.FirstOrDefault(e => e.Name == key && IsPart(e));

    // The same name gets the same id whoever adds it, so that two people's files can be brought together.
    private string InputId(string name)
    {
        string id = $"input-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..10]}";
        return Current.Elements.All(e => e.Id != id) ? id : $"{id}-{Current.Elements.Count}";
    }

    private static bool IsPart(DrgElement element) => element is Platform.Decisions.Dmn.Model.Decision or BusinessKnowledgeModel;

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
        history.Remember(Current);
        Show(next);
    }

    // A part that a file does not have any more, or not yet, gives way to the decision for which the file is kept.
    [MemberNotNull(nameof(Current), nameof(Element))]
    private void Show(DecisionModel model)
    {
        Current = model;
        if (Find(model, Part) is null)
        {
            Part = Key;
        }

        Element = Find(model, Part) ?? throw new ArgumentException($"Expected a decision {Key} in the model, but found none.", nameof(model));
        ChangeNumber++;
    }
}

/// <summary>Why a file was not taken over.</summary>
/// <param name="IsUnreadable">Whether it is no decision file that can be read; otherwise it holds another choice of decisions.</param>
/// <param name="Detail">What is wrong with it; or the names of its decisions, at most eight.</param>
public sealed record ImportRefusal(bool IsUnreadable, string Detail);
