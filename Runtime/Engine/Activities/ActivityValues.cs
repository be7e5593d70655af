using Platform.Decisions.Feel;

namespace Platform.Runtime.Activities;

/// <summary>Values as activities handle them, to and from FEEL.</summary>
internal static class ActivityValues
{
    /// <summary>The value as a .NET type; the type's default when it is null or of another type.</summary>
    public static T? To<T>(FeelValue value)
    {
        if (value is T same)
        {
            return same;
        }

        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        object? result = value switch
        {
            FeelString text when type == typeof(string) => text.Value,
            FeelString text when type == typeof(Guid) => Guid.TryParse(text.Value, out var id) ? id : null,
            FeelString text when type == typeof(IReadOnlyList<string>) => new[] { text.Value },
            FeelBoolean boolean when type == typeof(bool) => boolean.Value,
            FeelNumber number when type == typeof(int) => number.TryToInt64(out var whole) && whole is >= int.MinValue and <= int.MaxValue ? (int)whole : null,
            FeelNumber number when type == typeof(long) => number.TryToInt64(out var whole) ? whole : null,
            FeelNumber number when type == typeof(decimal) => number.TryToDecimal(out var exact) ? exact : null,
            FeelDate date when type == typeof(DateOnly) => date.TryToDateOnly(out var day) ? day : null,
            FeelDateTime instant when type == typeof(DateTimeOffset) => instant.TryToDateTimeOffset(TimeSpan.FromHours(8), out var at) ? at : null,
            FeelList list when type == typeof(IReadOnlyList<string>) => list.Items.OfType<FeelString>().Select(s => s.Value).ToArray(),
            FeelNull => null,
            _ when type == typeof(string) => value.ToString(),
            _ => null,
        };
        return result is null ? default : (T)result;
    }

    /// <summary>A .NET value as FEEL.</summary>
    /// <exception cref="ArgumentException">The type has no counterpart.</exception>
    public static FeelValue From(object? value) => value switch
    {
        null => FeelValue.Null,
        FeelValue feel => feel,
        string text => FeelValue.Of(text),
        bool boolean => FeelValue.Of(boolean),
        int whole => FeelValue.Of((long)whole),
        long whole => FeelValue.Of(whole),
        decimal exact => FeelValue.Of(exact),
        DateOnly date => FeelValue.Of(date),
        DateTimeOffset instant => FeelValue.Of(instant),
        Guid id => FeelValue.Of(id.ToString()),
        IEnumerable<string> texts => FeelValue.Of(texts.Select(t => (FeelValue)new FeelString(t))),
        _ => throw new ArgumentException($"Expected a value that processes can hold, but got {value.GetType()}.", nameof(value)),
    };
}
