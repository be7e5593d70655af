namespace Platform.Decisions.Feel;

/// <summary>Functions of contexts (DMN 1.5 table 80).</summary>
internal static class ContextFunctions
{
    public static void Register(BuiltinCatalog catalog)
    {
        catalog.Add("get value(m: context, key: string): any", GetValue);
        catalog.Add("get entries(m: context): list", GetEntries);
        catalog.Add("context(entries: list): context", Create);
        catalog.Add("context put(context: context, key: string, value: any): context", Put);
        catalog.Add("context put(context: context, keys: list, value: any): context", PutDeep);
        catalog.Add("context merge(contexts: list): context", Merge);
    }

    private static FeelValue GetValue(in FeelCall call, FeelValue[] arguments) =>
        ((FeelContext)arguments[0]).TryGet(((FeelString)arguments[1]).Value, out var value) ? value : FeelNull.Instance;

    private static FeelValue GetEntries(in FeelCall call, FeelValue[] arguments) => FeelValue.Of(
        ((FeelContext)arguments[0]).Entries.Select(entry => new FeelContext(
            [new("key", new FeelString(entry.Key)), new("value", entry.Value)], owned: true)));

    private static FeelValue Create(in FeelCall call, FeelValue[] arguments)
    {
        var entries = new List<KeyValuePair<string, FeelValue>>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in ((FeelList)arguments[0]).Items)
        {
            if (item is not FeelContext entry || !entry.TryGet("key", out var key) || key is not FeelString name
                || !entry.TryGet("value", out var value))
            {
                return call.Warn(FeelMessage.Value("context", "每项都须有 key 和 value", "every entry needs a key and a value"));
            }
            if (!keys.Add(name.Value))
            {
                return call.Warn(FeelMessage.DuplicateKey(name.Value));
            }
            entries.Add(new(name.Value, value));
        }
        return new FeelContext([.. entries], owned: true);
    }

    private static FeelValue Put(in FeelCall call, FeelValue[] arguments) =>
        call.Sized(((FeelContext)arguments[0]).With(((FeelString)arguments[1]).Value, arguments[2]));

    private static FeelValue PutDeep(in FeelCall call, FeelValue[] arguments)
    {
        var keys = ((FeelList)arguments[1]).Items;
        var path = new List<FeelContext>();
        FeelValue current = arguments[0];
        foreach (var key in keys)
        {
            if (key is not FeelString || current is not FeelContext context || path.Count >= FeelSession.DeepestPath)
            {
                path.Clear();
                break;
            }
            path.Add(context);
            current = context.TryGet(((FeelString)key).Value, out var next) ? next : FeelNull.Instance;
        }
        if (path.Count == 0)
        {
            return call.Warn(FeelMessage.Value("context put", "路径不存在", "there is no such path"));
        }
        var value = arguments[2];
        for (var i = path.Count - 1; i >= 0; i--)
        {
            value = path[i].With(((FeelString)keys[i]).Value, value);
        }
        return call.Sized(value);
    }

    private static FeelValue Merge(in FeelCall call, FeelValue[] arguments)
    {
        var entries = new List<KeyValuePair<string, FeelValue>>();
        foreach (var item in ((FeelList)arguments[0]).Items)
        {
            if (item is not FeelContext context)
            {
                return call.Warn(FeelMessage.Argument("context merge", "contexts", item));
            }
            entries.AddRange(context.Entries);
        }
        return call.Sized(new FeelContext(entries));
    }
}
