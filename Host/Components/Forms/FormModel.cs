using System.Collections.Immutable;
using System.Globalization;
using Platform.Decisions.Feel;
using Platform.Runtime.Forms;

namespace Platform.Host.Components.Forms;

/// <summary>A form while somebody fills it in: what was entered, what is shown for it, what is wrong with it.</summary>
/// <param name="spec">The form.</param>
/// <param name="values">What it begins with.</param>
/// <param name="variables">Process variables that its rules may read.</param>
/// <param name="now">The instant that its rules see.</param>
public sealed class FormModel(FormSpec spec, IReadOnlyDictionary<string, FeelValue> values, IFeelScope variables, DateTimeOffset now)
{
    private static readonly TimeSpan County = TimeSpan.FromHours(8);
    private readonly Dictionary<string, FeelValue> _values = Calculated(spec, new(values, StringComparer.Ordinal), variables, now);
    private readonly Dictionary<string, FieldSpec> _arriving = new(StringComparer.Ordinal);
    private string? _outcome;

    /// <summary>The form.</summary>
    public FormSpec Spec => spec;

    /// <summary>What is wrong, by field; empty until somebody tried to hand the form in.</summary>
    public ImmutableArray<FieldProblem> Problems { get; private set; } = [];

    /// <summary>Keys of the fields to show for what was entered.</summary>
    public ImmutableHashSet<string> Visible => FormCheck.VisibleFields(spec, Seen(), variables, now);

    /// <summary>Keys of the fields that must be filled for what was entered.</summary>
    public ImmutableHashSet<string> Required => FormCheck.RequiredFields(spec, Seen(), variables, now);

    /// <summary>The value of a field, or FEEL's null.</summary>
    /// <param name="key">Key of the field.</param>
    public FeelValue Value(string key) => _values.GetValueOrDefault(key) ?? FeelValue.Null;

    /// <summary>The value of a field as the text of its input.</summary>
    /// <param name="field">The field.</param>
    public string Text(FieldSpec field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Value(field.Key) switch
        {
            FeelNull => "",
            FeelString text => text.Value,
            FeelDate day => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}"),
            FeelDateTime instant when instant.TryToDateTimeOffset(County, out var at) => at.ToOffset(County).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            var other => other.ToString()?.Trim('"') ?? "",
        };
    }

    /// <summary>The items of a field that holds several.</summary>
    /// <param name="field">The field.</param>
    public IReadOnlyList<string> Items(FieldSpec field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Value(field.Key) switch
        {
            FeelList list => [.. list.Items.OfType<FeelString>().Select(item => item.Value)],
            FeelString text => [text.Value],
            _ => [],
        };
    }

    /// <summary>Takes over what was entered; a text that does not read as the field's type is kept as it is and refused later.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">What was entered; null or empty clears the field.</param>
    public void Enter(FieldSpec field, string? text)
    {
        ArgumentNullException.ThrowIfNull(field);
        FeelValue raw = string.IsNullOrEmpty(text) ? FeelValue.Null : field.Type == FieldType.DateTime ? Instant(text) : new FeelString(text);
        var typed = FieldValues.Typed(field, raw, out var problem);
        Set(field, problem is null ? typed : raw);
    }

    /// <summary>Takes over several items.</summary>
    /// <param name="field">A field that holds several.</param>
    /// <param name="items">The items; none clears the field.</param>
    public void Enter(FieldSpec field, IEnumerable<string> items)
    {
        ArgumentNullException.ThrowIfNull(field);
        var list = items.Select(item => (FeelValue)new FeelString(item)).ToList();
        Set(field, list.Count == 0 ? FeelValue.Null : FeelValue.Of(list));
    }

    /// <summary>The outcome chosen beside the form; rules may ask for it.</summary>
    /// <param name="outcome">Value of the outcome; null for none yet.</param>
    public void Choose(string? outcome)
    {
        _outcome = outcome;
        Problems = [];
    }

    /// <summary>Checks everything, so that a person learns what is wrong before anything is sent.</summary>
    /// <returns>Whether the form may be handed in.</returns>
    public bool Check()
    {
        var found = FormCheck.Check(spec, Entered(), OutcomeScope(), now).Problems.Where(problem => !_arriving.ContainsKey(problem.Key));
        Problems = [.. found, .. _arriving.Values.Select(field => new FieldProblem(field.Key, "attachment.arriving", $"“{field.Label}”的文件还在上传，请等上传完再提交。"))];
        return Problems.IsEmpty;
    }

    /// <summary>Says whether files of a field are on their way. Until they have come, the form is not handed in.</summary>
    /// <param name="field">A field that holds files.</param>
    /// <param name="isArriving">Whether they are.</param>
    public void Await(FieldSpec field, bool isArriving)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (!isArriving)
        {
            _arriving.Remove(field.Key);
            Problems = Problems.RemoveAll(problem => problem.Key == field.Key);
        }
        else
        {
            _arriving[field.Key] = field;
        }
    }

    /// <summary>Shows problems that the engine found.</summary>
    /// <param name="problems">By field.</param>
    public void Show(IEnumerable<FieldProblem> problems) => Problems = [.. problems];

    /// <summary>What was entered, by field; fields that are not shown are left out.</summary>
    public ImmutableDictionary<string, FeelValue> Entered()
    {
        var visible = Visible;
        return spec.Fields
            .Where(field => !field.ReadOnly && visible.Contains(field.Key) && !Value(field.Key).IsNull)
            .ToImmutableDictionary(field => field.Key, field => Value(field.Key), StringComparer.Ordinal);
    }

    private void Set(FieldSpec field, FeelValue value)
    {
        _values[field.Key] = value;
        Calculated(spec, _values, variables, now);
        Problems = Problems.RemoveAll(problem => problem.Key == field.Key);
    }

    private static Dictionary<string, FeelValue> Calculated(FormSpec spec, Dictionary<string, FeelValue> values, IFeelScope variables, DateTimeOffset now)
    {
        FormCheck.Calculate(spec, values, variables, now);
        return values;
    }

    private Dictionary<string, FeelValue> Seen() =>
        new(_values, StringComparer.Ordinal) { ["outcome"] = _outcome is null ? FeelValue.Null : new FeelString(_outcome) };

    private OutcomeFirst OutcomeScope() => new(_outcome, variables);

    // Browsers give and take local times without an offset; the county has one time zone.
    private static FeelValue Instant(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? FeelValue.Of(new DateTimeOffset(local, TimeSpan.FromHours(8)))
            : new FeelString(text);

    private sealed class OutcomeFirst(string? outcome, IFeelScope inner) : IFeelScope
    {
        public IEnumerable<string> Names => inner.Names.Append("outcome");

        public bool TryGet(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FeelValue? value)
        {
            if (name != "outcome")
            {
                return inner.TryGet(name, out value);
            }
            value = outcome is null ? FeelValue.Null : new FeelString(outcome);
            return true;
        }
    }
}
