namespace Platform.Decisions.Feel;

/// <summary>Types of expressions as far as they show without running them.</summary>
internal static class TypeInference
{
    public static FeelType Of(FeelValue value) => value switch
    {
        FeelList list => new FeelType.List(Common(list.Items.Select(Of))),
        FeelContext context => new FeelType.Context([.. context.Entries.Select(entry => KeyValuePair.Create(entry.Key, Of(entry.Value)))]),
        FeelRange range => new FeelType.Range(Common([Of(range.Start), Of(range.End)])),
        FeelFunction function => function.Type,
        _ => FeelType.OfName(value.TypeName) ?? FeelType.Any,
    };

    /// <summary>The type that all have, null aside; Any when they differ or there are none.</summary>
    public static FeelType Common(IEnumerable<FeelType> types)
    {
        var distinct = types.Where(type => type != FeelType.Null).Distinct().Take(2).ToList();
        return distinct.Count == 1 ? distinct[0] : FeelType.Any;
    }

    /// <summary>Numbers stay numbers and texts texts; with dates and durations it depends, and Any says so.</summary>
    public static FeelType Arithmetic(BinaryOperator sign, FeelType left, FeelType right) =>
        left == right && (left == FeelType.Number || (left == FeelType.String && sign == BinaryOperator.Add)) ? left : FeelType.Any;
}
