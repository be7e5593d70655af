namespace Platform.Decisions.Feel;

/// <summary>The body of a built-in function: gets arguments of the kinds that its form declares.</summary>
internal delegate FeelValue BuiltinBody(in FeelCall call, FeelValue[] arguments);

/// <summary>A parameter of a built-in function and the kinds of value that it takes.</summary>
internal readonly record struct BuiltinParameter(string Name, FeelKind Kinds);

/// <summary>One way of calling a built-in function. With <see cref="Repeats"/> the last parameter may come several times.</summary>
internal sealed record BuiltinForm(BuiltinParameter[] Parameters, bool Repeats, FeelKind Result, BuiltinBody Body);

/// <summary>A function that FEEL itself defines (DMN 1.5 §10.3.4), in all its forms.</summary>
internal sealed class BuiltinFunction(string name, BuiltinForm[] forms) : FeelFunction
{
    public override IReadOnlyList<FeelParameter> Parameters { get; } =
        [.. forms[0].Parameters.Select(parameter => new FeelParameter(parameter.Name, TypeOf(parameter.Kinds)))];

    public override FeelType.Function Type { get; } =
        new([.. forms[0].Parameters.Select(parameter => TypeOf(parameter.Kinds))], TypeOf(forms[0].Result));

    internal override string Label => name;

    /// <summary>The ways of calling it, for editors.</summary>
    internal IReadOnlyList<FeelFunctionForm> Describe() =>
        [.. forms.Select(form => new FeelFunctionForm([.. form.Parameters.Select(p => new FeelParameter(p.Name, TypeOf(p.Kinds)))], form.Repeats))];

    internal override FeelValue Call(in FeelCall call, FeelValue[] arguments)
    {
        if (!Charge(call.Session, arguments))
        {
            return FeelNull.Instance;
        }
        BuiltinForm? closest = null;
        foreach (var form in forms)
        {
            if (!Takes(form, arguments.Length))
            {
                continue;
            }
            closest ??= form;
            if (TryConvert(form, arguments) is { } converted)
            {
                return form.Body(call, converted);
            }
        }
        return Refuse(call, closest, arguments);
    }

    internal override FeelValue CallNamed(in FeelCall call, IReadOnlyList<string> names, FeelValue[] arguments)
    {
        if (!Charge(call.Session, arguments))
        {
            return FeelNull.Instance;
        }
        BuiltinForm? closest = null;
        foreach (var form in forms)
        {
            if (Order(form, names, arguments) is not { } ordered)
            {
                continue;
            }
            closest ??= form;
            if (TryConvert(form, ordered) is { } converted)
            {
                return form.Body(call, converted);
            }
        }
        return Refuse(call, closest, closest is null ? arguments : Order(closest, names, arguments)!);
    }

    /// <summary>A function's own work grows with its arguments, so they cost steps too.</summary>
    private static bool Charge(FeelSession session, FeelValue[] arguments)
    {
        var weight = 0L;
        foreach (var argument in arguments)
        {
            weight += argument.Weight;
        }
        return session.SpendOn(weight);
    }

    private static bool Takes(BuiltinForm form, int count) =>
        count == form.Parameters.Length || (form.Repeats && count > form.Parameters.Length);

    private static FeelValue[]? Order(BuiltinForm form, IReadOnlyList<string> names, FeelValue[] arguments)
    {
        if (names.Count != form.Parameters.Length)
        {
            return null;
        }
        var ordered = new FeelValue[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            var position = Array.FindIndex(form.Parameters, parameter => parameter.Name == names[i]);
            if (position < 0 || ordered[position] is not null)
            {
                return null;
            }
            ordered[position] = arguments[i];
        }
        return ordered;
    }

    /// <summary>The arguments after the implicit conversions; null when one does not fit.</summary>
    private static FeelValue[]? TryConvert(BuiltinForm form, FeelValue[] arguments)
    {
        var converted = arguments;
        for (var i = 0; i < arguments.Length; i++)
        {
            var kinds = form.Parameters[Math.Min(i, form.Parameters.Length - 1)].Kinds;
            if ((arguments[i].Kind & kinds) != 0)
            {
                continue;
            }
            if (Convert(arguments[i], kinds) is not { } value)
            {
                return null;
            }
            if (ReferenceEquals(converted, arguments))
            {
                converted = [.. arguments];
            }
            converted[i] = value;
        }
        return converted;
    }

    /// <summary>DMN 1.5 §10.3.2.9.4: to and from lists of one item, and from dates to dates with times.</summary>
    private static FeelValue? Convert(FeelValue value, FeelKind kinds)
    {
        if (value is FeelList { Items.Count: 1 } list && (list.Items[0].Kind & kinds & FeelKind.NotNull) != 0)
        {
            return list.Items[0];
        }
        if (kinds == FeelKind.List && !value.IsNull)
        {
            return new FeelList([value]);
        }
        return value is FeelDate date && (kinds & FeelKind.DateTime) != 0 ? FeelDateTime.Midnight(date, FeelZone.Utc) : null;
    }

    private FeelValue Refuse(in FeelCall call, BuiltinForm? form, FeelValue[] arguments)
    {
        if (form is null)
        {
            return call.Warn(FeelMessage.Arguments(name));
        }
        for (var i = 0; i < arguments.Length; i++)
        {
            var parameter = form.Parameters[Math.Min(i, form.Parameters.Length - 1)];
            if ((arguments[i].Kind & parameter.Kinds) == 0)
            {
                return call.Warn(FeelMessage.Argument(name, parameter.Name, arguments[i]));
            }
        }
        return call.Warn(FeelMessage.Arguments(name));
    }

    private static FeelType TypeOf(FeelKind kinds) => (kinds & ~FeelKind.Null) switch
    {
        FeelKind.Boolean => FeelType.Boolean,
        FeelKind.Number => FeelType.Number,
        FeelKind.String => FeelType.String,
        FeelKind.Date => FeelType.Date,
        FeelKind.Time => FeelType.Time,
        FeelKind.DateTime => FeelType.DateTime,
        FeelKind.YearMonth => FeelType.YearMonthDuration,
        FeelKind.DayTime => FeelType.DayTimeDuration,
        FeelKind.List => new FeelType.List(FeelType.Any),
        FeelKind.Context => new FeelType.Context([]),
        FeelKind.Range => new FeelType.Range(FeelType.Any),
        _ => FeelType.Any,
    };
}
