using System.Globalization;
using System.Xml.Linq;
using Platform.Decisions.Feel;

namespace Platform.Conformance.DmnTck;

/// <summary>Reads the values of test files as FEEL values, and compares them as the kit demands.</summary>
internal static class TckValue
{
    /// <summary>Numbers this close count as equal; the published runners do the same.</summary>
    private const decimal Tolerance = 0.00000001m;

    private static readonly XNamespace Tc = "http://www.omg.org/spec/DMN/20160719/testcase";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>The value that an element holds as <c>value</c>, <c>list</c> or <c>component</c> children; null when it holds nothing.</summary>
    internal static FeelValue Read(XElement holder)
    {
        if (holder.Element(Tc + "list") is { } list)
        {
            return IsNil(list) ? FeelValue.Null : FeelValue.Of(list.Elements(Tc + "item").Select(Read));
        }

        var components = holder.Elements(Tc + "component").ToList();
        if (components.Count > 0)
        {
            return new FeelContext(components.Select(c => KeyValuePair.Create((string)c.Attribute("name")!, IsNil(c) ? FeelValue.Null : Read(c))));
        }

        return holder.Element(Tc + "value") is { } value ? Simple(value) : FeelValue.Null;
    }

    /// <summary>Equality of the kit: numbers within the tolerance, lists in order, contexts by name.</summary>
    internal static bool AreEqual(FeelValue expected, FeelValue actual) => (expected, actual) switch
    {
        (FeelNumber a, FeelNumber b) => a.Equals(b) || (a.TryToDecimal(out var x) && b.TryToDecimal(out var y) && Math.Abs(x - y) < Tolerance),
        (FeelList a, FeelList b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(p => AreEqual(p.First, p.Second)),
        (FeelContext a, FeelContext b) => a.Entries.Count == b.Entries.Count
            && a.Entries.All(e => b.TryGet(e.Key, out var other) && AreEqual(e.Value, other)),
        _ => expected.Equals(actual),
    };

    private static bool IsNil(XElement element) => (bool?)element.Attribute(Xsi + "nil") ?? false;

    private static FeelValue Simple(XElement element)
    {
        if (IsNil(element))
        {
            return FeelValue.Null;
        }

        var text = element.Value;
        var type = ((string?)element.Attribute(Xsi + "type"))?.Split(':')[^1];
        return type switch
        {
            "string" or null => FeelValue.Of(text),
            "boolean" => FeelValue.Of(text.Trim() is "true" or "1"),
            "decimal" or "double" or "integer" or "int" or "long" or "float" => Number(text.Trim()),
            "date" => Call("date", text),
            "time" => Call("time", text),
            "dateTime" => Call("date and time", text),
            "duration" => Call("duration", text),
            _ => throw new NotSupportedException($"Expected a value type of the kit, but found '{type}'."),
        };
    }

    private static FeelValue Number(string text) => FeelNumber.TryParse(text, out var number)
        ? number
        : FeelValue.Of((decimal)double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));

    private static FeelValue Call(string function, string text)
    {
        var result = FeelExpression.Parse($"{function}(\"{text.Trim()}\")").Expression?.Evaluate(FeelScope.Empty);
        return result is { Value: not FeelNull } ? result.Value : throw new NotSupportedException($"Expected a {function}, but found '{text}'.");
    }
}
