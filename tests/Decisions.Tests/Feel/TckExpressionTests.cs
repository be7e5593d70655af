using System.Globalization;
using System.Xml.Linq;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Tests.Feel;

/// <summary>
/// The literal expressions of the DMN TCK that need nothing but their inputs, run without any DMN: what fails here is
/// FEEL's own fault. Needs the kit beside the repository; without it the one test says so and ends.
/// </summary>
public sealed class TckExpressionTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    [Fact]
    public void Every_stand_alone_expression_of_the_kit_gives_its_expected_value()
    {
        if (FindKit() is not { } kit)
        {
            output.WriteLine("The DMN TCK is not beside this repository: nothing was compared.");
            return;
        }
        var failures = new List<string>();
        var passed = 0;
        foreach (var file in Directory.EnumerateFiles(kit, "*-test-*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var (name, failure) in Run(file))
            {
                passed += failure is null ? 1 : 0;
                if (failure is not null)
                {
                    failures.Add($"{Path.GetFileNameWithoutExtension(file)} {name}: {failure}");
                }
            }
        }
        output.WriteLine($"{passed} passed, {failures.Count} failed");
        failures.ShouldBeEmpty(string.Join('\n', failures));
        passed.ShouldBeGreaterThan(1_000);
    }

    private static string? FindKit()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var kit = Path.Combine(folder.FullName, "shared", "conformance", "dmn-tck");
            if (Directory.Exists(kit))
            {
                return kit;
            }
        }
        return null;
    }

    private static IEnumerable<(string Name, string? Failure)> Run(string file)
    {
        var tests = XDocument.Load(file).Root!;
        var model = Path.Combine(Path.GetDirectoryName(file)!, tests.Elements().First(e => e.Name.LocalName == "modelName").Value);
        if (!File.Exists(model))
        {
            yield break;
        }
        var expressions = StandAlone(XDocument.Load(model).Root!);
        foreach (var testCase in tests.Elements().Where(e => e.Name.LocalName == "testCase"))
        {
            var inputs = testCase.Elements().Where(e => e.Name.LocalName == "inputNode")
                .Select(input => (Name: (string)input.Attribute("name")!, Value: ReadValue(input))).ToArray();
            foreach (var result in testCase.Elements().Where(e => e.Name.LocalName == "resultNode"))
            {
                var name = (string)result.Attribute("name")!;
                if (expressions.TryGetValue(name, out var expression) && expression.Inputs.All(needed => inputs.Any(input => input.Name == needed)))
                {
                    yield return ($"{(string?)testCase.Attribute("id")} {name}", Compare(expression.Text, inputs, ReadValue(result.Elements().First(e => e.Name.LocalName == "expected"))));
                }
            }
        }
    }

    private static string? Compare(string text, (string Name, FeelValue Value)[] inputs, FeelValue expected)
    {
        var parsed = FeelExpression.Parse(text, inputs.Select(input => input.Name));
        var actual = parsed.Expression?.Evaluate(Feel.Scope(inputs), Feel.Options).Value ?? FeelValue.Null;
        return Matches(actual, expected) ? null : $"{text.Trim()} gave {actual}, expected {expected} {(parsed.IsValid ? "" : parsed.Errors[0].English)}";
    }

    private static bool Matches(FeelValue actual, FeelValue expected) => (actual, expected) switch
    {
        (FeelNumber a, FeelNumber b) when a.TryToDecimal(out var x) && b.TryToDecimal(out var y) => Math.Abs(x - y) < 0.00000001m,
        (FeelList a, FeelList b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => Matches(pair.First, pair.Second)),
        (FeelContext a, FeelContext b) => a.Entries.Count == b.Entries.Count && b.Entries.All(entry => a.TryGet(entry.Key, out var value) && Matches(value, entry.Value)),
        _ => actual.Equals(expected),
    };

    private static Dictionary<string, (string Text, string[] Inputs)> StandAlone(XElement model)
    {
        var ns = model.Name.Namespace;
        var types = model.Elements(ns + "itemDefinition").Select(type => (string?)type.Attribute("name")).ToHashSet();
        var inputs = model.Elements(ns + "inputData").ToDictionary(input => "#" + (string?)input.Attribute("id"), input => (string?)input.Attribute("name") ?? "");
        var found = new Dictionary<string, (string, string[])>();
        foreach (var decision in model.Elements(ns + "decision"))
        {
            var needs = decision.Descendants().Where(e => e.Name.LocalName is "requiredInput" or "requiredDecision" or "requiredKnowledge")
                .Select(e => (string?)e.Attribute("href") ?? "").ToList();
            var type = (string?)decision.Element(ns + "variable")?.Attribute("typeRef");
            var literal = decision.Element(ns + "literalExpression")?.Element(ns + "text")?.Value;
            if (literal is not null && (type is null || !types.Contains(type)) && needs.TrueForAll(inputs.ContainsKey)
                && types.All(own => own is null || !literal.Contains(own, StringComparison.Ordinal))
                && !model.Elements(ns + "decisionService").Any() && !Path.GetFileName(model.BaseUri).Contains("coercion", StringComparison.Ordinal)
                && !((string?)model.Attribute("name") ?? "").Contains("coercion", StringComparison.Ordinal))
            {
                found[(string)decision.Attribute("name")!] = (literal, [.. needs.Select(need => inputs[need])]);
            }
        }
        return found;
    }

    private static FeelValue ReadValue(XElement holder)
    {
        if (holder.Elements().FirstOrDefault(e => e.Name.LocalName == "list") is { } list && (string?)list.Attribute(Xsi + "nil") != "true")
        {
            return FeelValue.Of(list.Elements().Select(ReadValue));
        }
        var components = holder.Elements().Where(e => e.Name.LocalName == "component").ToList();
        if (components.Count > 0)
        {
            return new FeelContext(components.Select(part => KeyValuePair.Create((string)part.Attribute("name")!, ReadValue(part))));
        }
        var value = holder.Elements().FirstOrDefault(e => e.Name.LocalName == "value");
        if (value is null || (string?)value.Attribute(Xsi + "nil") == "true")
        {
            return FeelValue.Null;
        }
        var type = ((string?)value.Attribute(Xsi + "type") ?? "xsd:string").Split(':')[^1];
        return type switch
        {
            "boolean" => FeelValue.Of(value.Value.Trim() == "true"),
            "decimal" or "double" or "integer" or "int" => ReadNumber(value.Value.Trim()),
            "date" or "time" or "dateTime" or "duration" => Feel.Eval("@\"" + value.Value.Trim() + "\""),
            _ => FeelValue.Of(value.Value),
        };
    }

    private static FeelNumber ReadNumber(string text) =>
        FeelNumber.TryParse(text, out var number) ? number : FeelNumber.Of(decimal.Parse(text, CultureInfo.InvariantCulture));
}
