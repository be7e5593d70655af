using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Compilation;

/// <summary>The names that an expression may use, known while compiling: FEEL cannot read names with spaces or signs otherwise.</summary>
internal sealed class NameScope(NameScope? parent)
{
    /// <summary>Types nested deeper than this add no more names.</summary>
    private const int MaxTypeDepth = 16;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FeelType> _types = new(StringComparer.Ordinal);

    internal NameScope Child() => new(this);

    internal void Add(string name, FeelType? type)
    {
        _names.Add(name);
        _types.Remove(name);
        if (type is not null)
        {
            _types[name] = type;
        }

        AddMembers(type, MaxTypeDepth);
    }

    /// <summary>Type of a variable or of a part of one, when the text is no more than that and the type is known.</summary>
    internal FeelType? TypeOf(string? path)
    {
        for (var scope = this; path is not null && scope is not null; scope = scope.Parent)
        {
            foreach (var (name, type) in scope._types)
            {
                if (path == name)
                {
                    return type;
                }

                if (path.StartsWith(name + ".", StringComparison.Ordinal))
                {
                    return PartOf(type, path[(name.Length + 1)..]);
                }
            }
        }

        return null;
    }

    /// <summary>A name after a dot only; unlike a variable it must not hide a built-in function.</summary>
    internal void AddMember(string name)
    {
        if (NeedsToBeKnown(name))
        {
            _names.Add(name);
        }
    }

    internal IReadOnlyCollection<string> All()
    {
        if (parent is null)
        {
            return _names;
        }

        var all = new HashSet<string>(_names, StringComparer.Ordinal);
        for (var scope = parent; scope is not null; scope = scope.Parent)
        {
            all.UnionWith(scope._names);
        }

        return all;
    }

    /// <summary>True for a name that FEEL takes for several tokens.</summary>
    internal static bool NeedsToBeKnown(string name) => !(name.Length > 0 && FeelNames.IsStart(name[0]) && name.All(FeelNames.IsPart));

    private NameScope? Parent => parent;

    private static FeelType? PartOf(FeelType type, string path)
    {
        foreach (var (name, entry) in (type as FeelType.Context)?.Entries ?? [])
        {
            if (path == name)
            {
                return entry;
            }

            if (path.StartsWith(name + ".", StringComparison.Ordinal))
            {
                return PartOf(entry, path[(name.Length + 1)..]);
            }
        }

        return null;
    }

    /// <summary>The names that a type puts in reach after a dot.</summary>
    internal void AddMembersOf(FeelType? type) => AddMembers(type, MaxTypeDepth);

    private void AddMembers(FeelType? type, int depth)
    {
        if (depth == 0)
        {
            return;
        }

        switch (type)
        {
            case FeelType.Context context:
                foreach (var (name, entry) in context.Entries)
                {
                    AddMember(name);
                    AddMembers(entry, depth - 1);
                }

                break;
            case FeelType.List list:
                AddMembers(list.Item, depth - 1);
                break;
            case FeelType.Restricted restricted:
                AddMembers(restricted.Base, depth - 1);
                break;
            case FeelType.Function function:
                AddMembers(function.Result, depth - 1);
                break;
            default:
                break;
        }
    }
}
