namespace Platform.Decisions.Feel;

/// <summary>The type of an expression as far as it shows without running it; what <c>instance of function&lt;…&gt;</c> needs.</summary>
internal static class TypeInference
{
    public static FeelType Of(Node node) => node.Constant is { } value ? OfValue(value) : FeelType.Any;

    private static FeelType OfValue(FeelValue value) => value switch
    {
        FeelList list => new FeelType.List(OfItems(list.Items)),
        FeelRange range => new FeelType.Range(OfItems([range.Start, range.End])),
        FeelNull => FeelType.Any,
        _ => FeelType.OfName(value.TypeName) ?? FeelType.Any,
    };

    private static FeelType OfItems(IReadOnlyList<FeelValue> items)
    {
        var types = items.Select(OfValue).Distinct().Take(2).ToList();
        return types.Count == 1 ? types[0] : FeelType.Any;
    }
}
