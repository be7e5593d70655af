using System.Collections.Immutable;
using Platform.Decisions.Feel;

namespace Platform.Runtime.Forms;

/// <summary>Checks the values of a form against its specification. Pure.</summary>
public static class FormCheck
{
    private static readonly TimeSpan County = TimeSpan.FromHours(8);

    /// <summary>Checks the values.</summary>
    /// <param name="form">The form.</param>
    /// <param name="values">What was submitted; text is accepted where it reads as the field's type.</param>
    /// <param name="variables">Process variables that rules may read; the form's values hide variables of the same name.</param>
    /// <param name="now">The instant that rules see.</param>
    public static FormAnswer Check(FormSpec form, IReadOnlyDictionary<string, FeelValue> values, IFeelScope variables, DateTimeOffset now)
    {
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        foreach (var key in values.Keys.Where(k => form.Field(k) is null).Order(StringComparer.Ordinal))
        {
            problems.Add(new FieldProblem(key, "field.unknown", $"表单里没有名为“{key}”的字段。"));
        }

        // (1) every value gets its type, so that rules see typed values of all fields, later ones included.
        var typed = ImmutableDictionary.CreateBuilder<string, FeelValue>(StringComparer.Ordinal);
        var wrongType = new List<FieldProblem>();
        foreach (var field in form.Fields.Where(f => !f.ReadOnly))
        {
            var value = FieldValues.Typed(field, values.GetValueOrDefault(field.Key) ?? FeelValue.Null, out var problem);
            typed[field.Key] = value;
            if (problem is not null)
            {
                wrongType.Add(problem);
            }
        }

        Calculate(form, typed, variables, now);

        // (2) hidden fields are dropped before anything is asked of them.
        var scope = new FormScope(form, typed, variables);
        var options = CountyOptions(now);
        foreach (var field in form.Fields.Where(f => !f.ReadOnly && !Holds(f.ParsedVisible, true, scope, options)))
        {
            typed[field.Key] = FeelValue.Null;
        }

        // (3) what is shown must be filled and obey its rules.
        foreach (var field in form.Fields.Where(f => !f.ReadOnly && Holds(f.ParsedVisible, true, scope, options)))
        {
            if (wrongType.Find(p => p.Key == field.Key) is { } wrong)
            {
                problems.Add(wrong);
            }
            else if (Fault(field, typed[field.Key], scope, options) is { } fault)
            {
                problems.Add(fault);
            }
        }

        if (problems.Count == 0)
        {
            problems.AddRange(form.Validation.Where(r => !Holds(r.Parsed, false, scope, options))
                .Select(r => new FieldProblem("", "field.invalid", r.Message ?? "表单内容前后不一致，请检查。")));
        }

        return new FormAnswer(typed.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>The values a form begins with.</summary>
    /// <param name="form">The form.</param>
    /// <param name="variables">Process variables; a variable of a field's name is its first value before its default is asked.</param>
    /// <param name="now">The instant that expressions see.</param>
    public static ImmutableDictionary<string, FeelValue> Defaults(FormSpec form, IFeelScope variables, DateTimeOffset now)
    {
        var values = ImmutableDictionary.CreateBuilder<string, FeelValue>(StringComparer.Ordinal);
        var options = CountyOptions(now);
        foreach (var field in form.Fields)
        {
            if (variables.TryGet(field.Key, out var known) && !known.IsNull)
            {
                values[field.Key] = known;
            }
            else if (field.ParsedDefault?.Expression is { } expression)
            {
                values[field.Key] = expression.Evaluate(variables, options).Value;
            }
        }

        return values.ToImmutable();
    }

    /// <summary>Puts the values of calculated fields in, in the order of the fields, so that a later one may use an earlier one.</summary>
    /// <param name="form">The form.</param>
    /// <param name="values">Typed values of the other fields; receives those of the calculated ones. What cannot be calculated yet is null.</param>
    /// <param name="variables">Process variables; the form's values hide variables of the same name.</param>
    /// <param name="now">The instant that expressions see.</param>
    public static void Calculate(FormSpec form, IDictionary<string, FeelValue> values, IFeelScope variables, DateTimeOffset now)
    {
        foreach (var field in form.Fields)
        {
            if (field.ParsedCalculated?.Expression is { } expression)
            {
                var seen = new FormScope(form, new Dictionary<string, FeelValue>(values, StringComparer.Ordinal), variables);
                var typed = FieldValues.Typed(field, expression.Evaluate(seen, CountyOptions(now)).Value, out var problem);
                values[field.Key] = problem is null ? typed : FeelValue.Null;
            }
        }
    }

    /// <summary>The keys of the fields to show for these values.</summary>
    public static ImmutableHashSet<string> VisibleFields(
        FormSpec form, IReadOnlyDictionary<string, FeelValue> values, IFeelScope variables, DateTimeOffset now)
    {
        var scope = new FormScope(form, values, variables);
        var options = CountyOptions(now);
        return [.. form.Fields.Where(f => Holds(f.ParsedVisible, true, scope, options)).Select(f => f.Key)];
    }

    /// <summary>The keys of the fields that must be filled for these values.</summary>
    public static ImmutableHashSet<string> RequiredFields(
        FormSpec form, IReadOnlyDictionary<string, FeelValue> values, IFeelScope variables, DateTimeOffset now)
    {
        var scope = new FormScope(form, values, variables);
        var options = CountyOptions(now);
        return [.. form.Fields.Where(f => Holds(f.ParsedRequired, false, scope, options)).Select(f => f.Key)];
    }

    /// <summary>Today is the county's day: at seven in the morning the world's day is still yesterday's.</summary>
    private static FeelOptions CountyOptions(DateTimeOffset now) => new() { Now = now.ToOffset(County) };

    private static FieldProblem? Fault(FieldSpec field, FeelValue value, FormScope scope, FeelOptions options)
    {
        if (FieldValues.IsEmpty(value))
        {
            return Holds(field.ParsedRequired, false, scope, options)
                ? new FieldProblem(field.Key, "field.required", $"请填写“{field.Label}”。")
                : null;
        }

        var broken = field.Validation.FirstOrDefault(r => !Holds(r.Parsed, false, scope, options));
        return broken is null ? null : new FieldProblem(field.Key, "field.invalid", broken.Message ?? $"“{field.Label}”不符合要求。{field.Help}");
    }

    private static bool Holds(FeelParseResult<FeelExpression>? condition, bool without, FormScope scope, FeelOptions options) =>
        condition is null ? without : condition.Expression?.Evaluate(scope, options).Value is FeelBoolean { Value: true };
}
