using System.Collections.Frozen;
using System.Reflection;

namespace Platform.Runtime.Activities;

/// <summary>Every activity of the running platform, by type. The house's only reflection.</summary>
public sealed class ActivityCatalog
{
    private readonly Lazy<FrozenDictionary<string, (Activity Activity, ActivityDescriptor Descriptor)>> byType;

    /// <summary>Makes the catalogue of these activities.</summary>
    /// <param name="activities">One object of each activity.</param>
    /// <exception cref="InvalidOperationException">An activity has no attribute, or two claim one type.</exception>
    public ActivityCatalog(IEnumerable<Activity> activities)
    {
        var found = Index(activities);
        byType = new(() => found);
    }

    /// <summary>
    /// Makes a catalogue that asks for its activities at first use: activities may themselves need services that read
    /// processes, and those need the catalogue.
    /// </summary>
    /// <param name="activities">Gives one object of each activity; called once. What the other constructor throws is thrown at first use.</param>
    public ActivityCatalog(Func<IEnumerable<Activity>> activities) => byType = new(() => Index(activities()));

    /// <summary>Descriptors ordered by category and type.</summary>
    public IEnumerable<ActivityDescriptor> Descriptors => byType.Value.Values.Select(a => a.Descriptor)
        .OrderBy(d => d.Category, StringComparer.Ordinal).ThenBy(d => d.Type, StringComparer.Ordinal);

    /// <summary>The classes in an assembly that are activities.</summary>
    public static IEnumerable<Type> TypesIn(Assembly assembly) =>
        assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Activity)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal);

    /// <summary>The activity of a type, or null.</summary>
    public Activity? Find(string type) => byType.Value.TryGetValue(type, out var found) ? found.Activity : null;

    /// <summary>The human activity of a type, or null when there is none or it is automatic.</summary>
    public HumanActivity? FindHuman(string? type) => type is null ? null : Find(type) as HumanActivity;

    /// <summary>The descriptor of a type, or null.</summary>
    public ActivityDescriptor? Describe(string type) => byType.Value.TryGetValue(type, out var found) ? found.Descriptor : null;

    private static FrozenDictionary<string, (Activity Activity, ActivityDescriptor Descriptor)> Index(IEnumerable<Activity> activities)
    {
        var found = new Dictionary<string, (Activity Activity, ActivityDescriptor Descriptor)>(StringComparer.Ordinal);
        foreach (var activity in activities)
        {
            var descriptor = Describe(activity);
            if (!found.TryAdd(descriptor.Type, (activity, descriptor)))
            {
                throw new InvalidOperationException(
                    $"Expected one activity of type {descriptor.Type}, but {activity.GetType()} and {found[descriptor.Type].Activity.GetType()} both claim it.");
            }
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static ActivityDescriptor Describe(Activity activity)
    {
        var type = activity.GetType();
        var attribute = type.GetCustomAttribute<ActivityAttribute>(inherit: false)
            ?? throw new InvalidOperationException($"Expected [Activity] on {type}, but it has none.");
        var human = activity as HumanActivity;
        return new ActivityDescriptor
        {
            Type = $"{attribute.Namespace}.{attribute.Type}",
            DisplayName = attribute.DisplayName ?? attribute.Type,
            Description = attribute.Description ?? "",
            Category = attribute.Category ?? attribute.Namespace,
            Kind = human is null ? attribute.Kind : ActivityKind.Human,
            Icon = attribute.Icon,
            Inputs = [.. Properties(activity, typeof(Input<>)).Select(DescribeInput)],
            Outputs = [.. Properties(activity, typeof(Output<>)).Select(DescribeOutput)],
            Outcomes = [.. activity.Outcomes],
            Form = human?.Form,
            DefaultDeadline = human?.DefaultDeadline,
            Shows = human is null ? [] : [.. human.Shows],
        };
    }

    /// <summary>Properties of a generic kind with their names; those of base classes come first.</summary>
    private static IEnumerable<(PropertyInfo Property, string Name)> Properties(Activity activity, Type kind) =>
        activity.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == kind)
            .OrderBy(p => p.MetadataToken)
            .Select(p => (p, NameOf(p, p.GetValue(activity))));

    private static string NameOf(PropertyInfo property, object? value) =>
        value?.GetType().GetProperty("Name")?.GetValue(value) as string
        ?? throw new InvalidOperationException($"Expected {property.DeclaringType}.{property.Name} to be set, but it is null.");

    private static InputDescriptor DescribeInput((PropertyInfo Property, string Name) input)
    {
        var attribute = input.Property.GetCustomAttribute<InputAttribute>() ?? new InputAttribute();
        var type = input.Property.PropertyType.GenericTypeArguments[0];
        return new InputDescriptor
        {
            Name = input.Name,
            DisplayName = attribute.DisplayName ?? input.Property.Name,
            Description = attribute.Description ?? "",
            TypeName = type.Name,
            UIHint = attribute.UIHint ?? (attribute.Options.Length > 0 ? "dropdown" : type == typeof(bool) ? "checkbox" : "single-line"),
            Options = [.. attribute.Options],
            DefaultValue = attribute.DefaultValue,
            Required = attribute.Required,
        };
    }

    private static OutputDescriptor DescribeOutput((PropertyInfo Property, string Name) output)
    {
        var attribute = output.Property.GetCustomAttribute<OutputAttribute>() ?? new OutputAttribute();
        return new OutputDescriptor(
            output.Name,
            attribute.DisplayName ?? output.Property.Name,
            attribute.Description ?? "",
            output.Property.PropertyType.GenericTypeArguments[0].Name);
    }
}
