using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Execution;

/// <summary>One evaluation from outside: its budget, its warnings with the elements that they concern, and its trace.</summary>
internal sealed class DecisionRun(FeelOptions options, string where)
{
    // For each warning of the session, the element in which it arose.
    private readonly List<string> _places = [];
    private string _place = where;

    /// <summary>Budget and warnings, shared by all expressions of the run.</summary>
    internal FeelSession Session { get; } = new(options);

    internal TraceRecorder Trace { get; } = new();

    /// <summary>From here on warnings concern this element. Gives what <see cref="Leave"/> must be told.</summary>
    internal string Enter(string place)
    {
        var outer = _place;
        Settle();
        _place = place;
        return outer;
    }

    internal void Leave(string outer)
    {
        Settle();
        _place = outer;
    }

    internal void Warn(string code, string place, string chinese, string english)
    {
        var outer = Enter(place);
        Session.Warn(0, 0, new FeelMessage(code, chinese + "。", english + "."));
        Leave(outer);
    }

    /// <summary>Says why there is no answer although nothing went wrong.</summary>
    internal void Inform(string code, string place, string chinese, string english)
    {
        var outer = Enter(place);
        Session.Warn(0, 0, new FeelMessage(code, chinese + "。", english + ".") { Severity = FeelSeverity.Information });
        Leave(outer);
    }

    /// <summary>Brings a value to a type (DMN 1.5 §10.3.2.9.4); null and a warning when it does not conform.</summary>
    internal FeelValue Coerce(FeelValue value, FeelType? type, string place)
    {
        if (type is null)
        {
            return value;
        }

        if (type.Convert(value) is { } converted)
        {
            return converted;
        }

        Warn("dmn.type", place, $"值 {Shown(value)} 不符合类型 {type}", $"value {Shown(value)} does not conform to type {type}");
        return FeelValue.Null;
    }

    internal FeelValue Test(FeelUnaryTests tests, FeelValue input, RunScope scope, string place)
    {
        var outer = Enter(place);
        var answer = tests.Test(input, scope, Session);
        Leave(outer);
        return answer;
    }

    /// <summary>The warnings, each saying where it arose.</summary>
    internal IReadOnlyList<FeelWarning> Warnings()
    {
        Settle();
        return [.. Session.Warnings.Select((w, i) => w with { Chinese = $"「{_places[i]}」：{w.Chinese}", English = $"'{_places[i]}': {w.English}" })];
    }

    // A warning must stay readable whatever the value is.
    internal static string Shown(FeelValue value)
    {
        const int Longest = 80;
        const int Largest = 40;
        if (value.Weight > Largest)
        {
            return value.TypeName;
        }

        var text = value.ToString();
        return text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "…");
    }

    private void Settle()
    {
        while (_places.Count < Session.Warnings.Count)
        {
            _places.Add(_place);
        }
    }
}
