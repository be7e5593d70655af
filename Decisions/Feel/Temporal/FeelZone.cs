using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Platform.Decisions.Feel;

/// <summary>The zone of a time: a fixed offset such as <c>+08:00</c>, or a region such as <c>Asia/Shanghai</c>.</summary>
public sealed class FeelZone : IEquatable<FeelZone>
{
    /// <summary>Offsets reach from -18:00 to +18:00, in seconds.</summary>
    internal const int LargestOffset = 18 * 3600;

    private readonly TimeZoneInfo? _region;
    private readonly int _offset;

    private FeelZone(int offset, TimeZoneInfo? region, string? id)
    {
        _offset = offset;
        _region = region;
        Id = id;
    }

    /// <summary>The offset zero.</summary>
    public static FeelZone Utc { get; } = new(0, null, null);

    /// <summary>The region's name in the IANA database, or null for a fixed offset.</summary>
    public string? Id { get; }

    /// <summary>The zone of a fixed offset.</summary>
    /// <param name="seconds">East of Greenwich positive; from -64,800 to 64,800.</param>
    /// <returns>Null when out of range.</returns>
    public static FeelZone? OfOffset(int seconds) =>
        seconds is < -LargestOffset or > LargestOffset ? null : seconds == 0 ? Utc : new FeelZone(seconds, null, null);

    /// <summary>The region of this IANA name.</summary>
    /// <param name="id">For example <c>Asia/Shanghai</c> or <c>Etc/UTC</c>.</param>
    /// <param name="zone">The zone when the machine knows the name.</param>
    public static bool TryOfId(string id, [NotNullWhen(true)] out FeelZone? zone)
    {
        zone = IsPlausible(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var region)
            ? new FeelZone((int)region.BaseUtcOffset.TotalSeconds, region, id)
            : null;
        return zone is not null;
    }

    /// <summary>
    /// Letters, digits, signs and slashes, as in the IANA database. The machine looks names up as files, so a name must
    /// not lead it elsewhere; and names with spaces are Windows' own, which mean nothing on other machines.
    /// </summary>
    private static bool IsPlausible(string id) =>
        id.Length is > 0 and < 64 && char.IsAsciiLetter(id[0])
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+');

    /// <summary>The offset in seconds for a time that has no date: a region's standard offset.</summary>
    internal int StandardOffset => _offset;

    /// <summary>The offset in seconds at this local day and time.</summary>
    internal int OffsetAt(long epochDay, long nanoOfDay) => _region is null
        ? _offset
        : (int)_region.GetUtcOffset(Representable(epochDay, nanoOfDay, DateTimeKind.Unspecified)).TotalSeconds;

    /// <summary>The offset in seconds at this instant, given as UTC day and time.</summary>
    internal int OffsetAtUtc(long epochDay, long nanoOfDay) => _region is null
        ? _offset
        : (int)_region.GetUtcOffset(Representable(epochDay, nanoOfDay, DateTimeKind.Utc)).TotalSeconds;

    /// <inheritdoc/>
    public bool Equals(FeelZone? other) => other is not null && Id == other.Id && _offset == other._offset;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeelZone);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, _offset);

    /// <summary>The zone as it follows a time: <c>@Asia/Shanghai</c>, <c>+08:00</c> or <c>Z</c>.</summary>
    public override string ToString()
    {
        if (Id is not null)
        {
            return "@" + Id;
        }
        if (_offset == 0)
        {
            return "Z";
        }
        var span = TimeSpan.FromSeconds(Math.Abs(_offset));
        var format = span.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss";
        return (_offset < 0 ? "-" : "+") + span.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Rules of regions are known for .NET's years only. Earlier instants take the first year's rules; later ones
    /// those of the same place in the calendar's cycle of 400 years.
    /// </summary>
    private static DateTime Representable(long epochDay, long nanoOfDay, DateTimeKind kind)
    {
        const long first = -719_161;
        const long last = 2_932_894;
        const long cycle = 146_097;
        var day = epochDay < first ? first : epochDay > last ? last - cycle + ((epochDay - last) % cycle) : epochDay;
        return DateTime.SpecifyKind(DateTime.UnixEpoch.AddDays(day).AddTicks(nanoOfDay / 100), kind);
    }
}
