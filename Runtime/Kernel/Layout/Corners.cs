using System.Collections.Immutable;

namespace Platform.Kernel.Layout;

/// <summary>The corners of a line: points that repeat the one before or lie between two others are left out.</summary>
internal static class Corners
{
    public static ImmutableArray<Spot> Of(IEnumerable<Spot> points)
    {
        var corners = new List<Spot>();
        foreach (var point in points)
        {
            if (corners.Count > 0 && corners[^1] == point)
            {
                continue;
            }

            if (corners.Count > 1 && (IsSame(corners[^2].X, corners[^1].X, point.X) || IsSame(corners[^2].Y, corners[^1].Y, point.Y)))
            {
                corners[^1] = point;
            }
            else
            {
                corners.Add(point);
            }
        }

        return [.. corners];
    }

    private static bool IsSame(double a, double b, double c) => a.Equals(b) && b.Equals(c);
}
