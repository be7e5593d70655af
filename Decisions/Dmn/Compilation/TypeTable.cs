using Platform.Decisions.Dmn.Execution;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Compilation;

/// <summary>Types by name: those of FEEL, of the model's item definitions and of its imports (DMN 1.5 §7.3.2, §10.3.2.9).</summary>
internal sealed class TypeTable(ModelUnit unit, CompileIssues issues)
{
    private readonly Dictionary<string, FeelType?> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ItemDefinition> _own = unit.Model.ItemDefinitions
        .GroupBy(d => d.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>The type of this name; null when the name is null, unknown (reported once) or still being defined.</summary>
    internal FeelType? Find(string? name, DmnElement user)
    {
        if (name is null)
        {
            return null;
        }

        var type = Find(name);
        if (type is null && Definition(name) is null && _known.TryAdd("? " + name, null))
        {
            issues.Error(user, "dmn.unknown-type", $"数据类型「{name}」没有定义", $"type '{name}' is not defined");
        }

        return type;
    }

    /// <summary>The type of this name, or null.</summary>
    internal FeelType? Find(string name)
    {
        if (_known.TryGetValue(name, out var known))
        {
            return known;
        }

        if (FeelType.OfName(name) is { } simple)
        {
            return simple;
        }

        if (name.Contains('<', StringComparison.Ordinal))
        {
            return _known[name] = Parsed(name);
        }

        // A definition that refers to itself meets null here: that part is not checked any further.
        _known[name] = null;
        var type = Definition(name) is { } found ? found.Owner.Types.Build(found.Item) : OfOtherTools(name);
        _known[name] = type;
        return type;
    }

    /// <summary>The item definition of this name, in this model or an import; null for types of FEEL and unknown names.</summary>
    internal (ModelUnit Owner, ItemDefinition Item)? Definition(string name)
    {
        if (_own.TryGetValue(name, out var own))
        {
            return (unit, own);
        }

        foreach (var (prefix, imported) in unit.Imports)
        {
            var rest = prefix.Length == 0 ? name : name.StartsWith(prefix + ".", StringComparison.Ordinal) ? name[(prefix.Length + 1)..] : null;
            if (rest is not null && imported.Types.Definition(rest) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The tests for the values of a type, looked for through its base types; null when it is not restricted.</summary>
    internal UnaryTestsText? AllowedValues(string? typeName)
    {
        var table = this;
        for (var steps = 0; typeName is not null && steps < 16; steps++)
        {
            if (table.Definition(typeName) is not { } found)
            {
                return null;
            }

            if (found.Item.AllowedValues is { } values)
            {
                return values;
            }

            (table, typeName) = (found.Owner.Types, found.Item.TypeRef);
        }

        return null;
    }

    // Modelers for Camunda and Flowable write the types of Java for numbers.
    private static FeelType? OfOtherTools(string name) =>
        name is "integer" or "long" or "double" or "int" or "float" or "decimal" ? FeelType.Number : null;

    // A type may also be written out, for example list<number>.
    private FeelType? Parsed(string text)
    {
        var state = new ParserState(text, new FeelParseOptions { Types = Find });
        var type = state.Types.Parse(out _);
        return FeelReading.Finish(state) is null ? type : null;
    }

    private FeelType? Build(ItemDefinition item)
    {
        FeelType? type = item switch
        {
            { Function: { } function } => new FeelType.Function(
                [.. function.Parameters.Select(p => Find(p.TypeRef, p) ?? FeelType.Any)], Find(function.OutputTypeRef, function) ?? FeelType.Any),
            { Components.Count: > 0 } => new FeelType.Context(
                [.. item.Components.Select(c => KeyValuePair.Create(c.Name, Build(c) ?? FeelType.Any))]),
            _ => Find(item.TypeRef, item),
        };
        type = Restrict(type, item.AllowedValues, item);
        if (item.IsCollection)
        {
            type = new FeelType.List(type ?? FeelType.Any);
        }

        return Restrict(type, item.TypeConstraint, item);
    }

    private FeelType? Restrict(FeelType? type, UnaryTestsText? tests, ItemDefinition item)
    {
        if (tests is null || string.IsNullOrWhiteSpace(tests.Text))
        {
            return type;
        }

        var parsed = FeelUnaryTests.Parse(tests.Text, new FeelParseOptions { Types = Find });
        if (parsed.Expression is not { } compiled)
        {
            issues.BadExpression(tests, item.Name, tests.Text, parsed.Errors);
            return type;
        }

        return new FeelType.Restricted(
            type ?? FeelType.Any,
            tests.Text,
            value => compiled.Test(value, RunScope.Empty, new FeelSession()) is FeelBoolean { Value: true });
    }
}
