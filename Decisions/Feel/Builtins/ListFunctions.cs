namespace Platform.Decisions.Feel;

/// <summary>Functions that ask something of a list (DMN 1.5 table 76).</summary>
internal static class ListFunctions
{
    public static void Register(BuiltinCatalog catalog)
    {
        catalog.Add("list contains(list: list, element: any): boolean", Contains);
        catalog.Add("index of(list: list, match: any): list", IndexOf);
        catalog.Add("count(list: list): number", Count);
        catalog.Add("count(a: any, b: any…): number", Count);
        catalog.Add("min(list: list): any", Extreme("min", -1));
        catalog.Add("min(a: any, b: any…): any", Extreme("min", -1));
        catalog.Add("max(list: list): any", Extreme("max", 1));
        catalog.Add("max(a: any, b: any…): any", Extreme("max", 1));
        catalog.Add("all(list: list): boolean", Combine("all", decisive: false));
        catalog.Add("all(a: any, b: any…): boolean", Combine("all", decisive: false));
        catalog.Add("any(list: list): boolean", Combine("any", decisive: true));
        catalog.Add("any(a: any, b: any…): boolean", Combine("any", decisive: true));
    }

    /// <summary>The items of a call that took either one list or several arguments.</summary>
    public static IReadOnlyList<FeelValue> Items(FeelValue[] arguments) =>
        arguments.Length == 1 ? ((FeelList)arguments[0]).Items : arguments;

    private static FeelValue Contains(in FeelCall call, FeelValue[] arguments)
    {
        var items = ((FeelList)arguments[0]).Items;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Equals(arguments[1]))
            {
                return FeelBoolean.True;
            }
        }
        return FeelBoolean.False;
    }

    private static FeelValue IndexOf(in FeelCall call, FeelValue[] arguments)
    {
        var items = ((FeelList)arguments[0]).Items;
        var positions = new List<FeelValue>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Equals(arguments[1]))
            {
                positions.Add(FeelNumber.Of(i + 1));
            }
        }
        return new FeelList(positions);
    }

    private static FeelValue Count(in FeelCall call, FeelValue[] arguments) => FeelNumber.Of(Items(arguments).Count);

    private static BuiltinBody Extreme(string name, int sign) => (in FeelCall call, FeelValue[] arguments) =>
    {
        var items = Items(arguments);
        if (items.Count == 0)
        {
            return FeelNull.Instance;
        }
        var best = items[0];
        // Comparing the first with itself refuses types that have no order, also in a list of one.
        for (var i = 0; i < items.Count; i++)
        {
            if (FeelComparison.Compare(items[i], best) is not { } order)
            {
                return call.Warn(FeelMessage.Argument(name, "list", items[i]));
            }
            best = order * sign > 0 ? items[i] : best;
        }
        return best;
    };

    /// <summary>Three-valued: one decisive item decides, otherwise one unknown item leaves the answer open.</summary>
    private static BuiltinBody Combine(string name, bool decisive) => (in FeelCall call, FeelValue[] arguments) =>
    {
        FeelValue? unknown = null;
        var items = Items(arguments);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not FeelBoolean boolean)
            {
                unknown = unknown is null or FeelNull ? items[i] : unknown;
            }
            else if (boolean.Value == decisive)
            {
                return boolean;
            }
        }
        return unknown switch
        {
            null => FeelBoolean.Of(!decisive),
            FeelNull => call.Warn(FeelMessage.NullOperand(name)),
            _ => call.Warn(FeelMessage.Argument(name, "list", unknown)),
        };
    };
}
