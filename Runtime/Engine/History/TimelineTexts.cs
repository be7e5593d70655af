using System.Globalization;
using System.Resources;

namespace Platform.Runtime.History;

/// <summary>The sentences of a timeline, from the resource file beside this one.</summary>
internal static class TimelineTexts
{
    private static readonly ResourceManager Resources = new("Platform.Runtime.History.TimelineTexts", typeof(TimelineTexts).Assembly);

    /// <summary>A sentence with its places filled in.</summary>
    /// <param name="key">Name in the resource file.</param>
    /// <param name="values">Values of its places.</param>
    /// <exception cref="InvalidOperationException">There is no such sentence.</exception>
    public static string Of(string key, params ReadOnlySpan<object?> values)
    {
        var text = Resources.GetString(key, CultureInfo.CurrentUICulture)
            ?? throw new InvalidOperationException($"Expected the text {key}, but the resource file has none.");
        return string.Format(CultureInfo.CurrentCulture, text, values);
    }
}
