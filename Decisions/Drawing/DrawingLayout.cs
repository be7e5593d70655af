using System.Collections.Immutable;
using Platform.Decisions.Dmn.Model;

namespace Platform.Decisions.Drawing;

/// <summary>Where an element stands, and the bends of what leads to it.</summary>
/// <param name="Frame">Its rectangle.</param>
/// <param name="Ways">Bends between both ends, by the id of what is needed; none for elements that another program placed.</param>
internal sealed record Place(DrawnFrame Frame, ImmutableDictionary<string, ImmutableArray<DrawnPoint>> Ways)
{
    public Place(DrawnFrame frame)
        : this(frame, ImmutableDictionary<string, ImmutableArray<DrawnPoint>>.Empty)
    {
    }
}

/// <summary>
/// Places what has no place: in columns from what comes in, at the left, to what is decided last. Lines over several columns keep a lane of their
/// own between the elements, so that they run through none of them.
/// </summary>
internal sealed class DrawingLayout
{
    private const double Width = 140;
    private const double ColumnGap = 44;
    private const double RowGap = 20;
    private const double LaneHeight = 8;
    private const int Sweeps = 6;

    private readonly Dictionary<string, Cell> cells;
    private readonly List<(Cell From, Cell To)> steps = [];
    private readonly List<List<Cell>> columns = [];

    private DrawingLayout(IReadOnlyList<DrgElement> elements, IReadOnlyList<Need> needs)
    {
        cells = elements.ToDictionary(e => e.Id!, e => new Cell(e.Id!, HeightOf(e)), StringComparer.Ordinal);
        var inside = needs.Where(n => cells.ContainsKey(n.From) && cells.ContainsKey(n.To)).DistinctBy(n => (n.From, n.To)).ToList();
        SetColumns(inside);
        foreach (var need in inside.Where(n => cells[n.From].Column < cells[n.To].Column))
        {
            AddLane(cells[need.From], cells[need.To]);
        }

        for (var i = 0; i <= cells.Values.Max(c => c.Column); i++)
        {
            columns.Add([.. cells.Values.Where(c => c.Column == i)]);
        }
    }

    /// <summary>The places of all elements: those that are given, and new ones for the others, beside or below them.</summary>
    public static IReadOnlyDictionary<string, Place> Complete(DecisionModel model, IReadOnlyList<Need> needs, IReadOnlyDictionary<string, DrawnFrame> given)
    {
        var places = given.ToDictionary(g => g.Key, g => new Place(g.Value), StringComparer.Ordinal);
        var missing = model.Elements.Where(e => e.Id is not null && e is not DecisionService && !places.ContainsKey(e.Id)).ToList();
        if (missing.Count > 0)
        {
            var below = given.Count == 0 ? 0 : given.Values.Max(f => f.Bottom) + (2 * RowGap);
            var left = given.Count == 0 ? 0 : given.Values.Min(f => f.X);
            foreach (var (id, place) in new DrawingLayout(missing, needs).Run(left, below))
            {
                places.Add(id, place);
            }
        }

        return places;
    }

    private IEnumerable<KeyValuePair<string, Place>> Run(double left, double top)
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var forward = sweep % 2 == 0;
            foreach (var column in forward ? columns : Enumerable.Reverse(columns))
            {
                Order(column, forward);
            }
        }

        Stand(top);
        foreach (var cell in cells.Values.Where(c => c.Id is not null))
        {
            var frame = new DrawnFrame(left + (cell.Column * (Width + ColumnGap)), cell.Top, Width, cell.Height);
            yield return KeyValuePair.Create(cell.Id!, new Place(frame, steps.Where(s => s.To == cell).ToImmutableDictionary(s => Origin(s.From).Id!, s => Way(s.From, left), StringComparer.Ordinal)));
        }
    }

    /// <summary>An element stands behind everything that it needs; what needs nothing stands right before the first that needs it.</summary>
    private void SetColumns(List<Need> needs)
    {
        var after = needs.ToLookup(n => n.From, n => n.To);
        HashSet<string> open = [], done = [];
        List<string> order = [];
        foreach (var id in cells.Keys)
        {
            Visit(id);
        }

        var rank = order.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
        foreach (var id in Enumerable.Reverse(order))
        {
            foreach (var next in after[id].Where(next => rank[next] < rank[id]))
            {
                cells[next].Column = Math.Max(cells[next].Column, cells[id].Column + 1);
            }
        }

        var needing = needs.Select(n => n.To).ToHashSet(StringComparer.Ordinal);
        foreach (var id in cells.Keys.Where(id => !needing.Contains(id) && after[id].Any()))
        {
            cells[id].Column = Math.Max(0, after[id].Min(next => cells[next].Column) - 1);
        }

        // Models whose decisions need each other in a circle are refused elsewhere, but they must be drawn.
        void Visit(string id)
        {
            if (done.Contains(id) || !open.Add(id))
            {
                return;
            }

            foreach (var next in after[id])
            {
                Visit(next);
            }

            done.Add(id);
            order.Add(id);
        }
    }

    private void AddLane(Cell from, Cell to)
    {
        var last = from;
        for (var column = from.Column + 1; column < to.Column; column++)
        {
            var lane = new Cell(null, LaneHeight) { Column = column, Before = last };
            cells.Add($"{from.Id} → {to.Id} {column}", lane);
            steps.Add((last, lane));
            last = lane;
        }

        steps.Add((last, to));
    }

    private void Order(List<Cell> column, bool forward)
    {
        var places = columns.SelectMany(c => c.Select((cell, i) => (cell, i))).ToDictionary(p => p.cell, p => (double)p.i);
        var wanted = column.ToDictionary(cell => cell, cell => Neighbours(cell, forward).Select(n => places[n]).DefaultIfEmpty(places[cell]).Average());
        List<Cell> sorted = [.. column.OrderBy(cell => wanted[cell])];
        column.Clear();
        column.AddRange(sorted);
    }

    private IEnumerable<Cell> Neighbours(Cell cell, bool before) => before ? steps.Where(s => s.To == cell).Select(s => s.From) : steps.Where(s => s.From == cell).Select(s => s.To);

    /// <summary>Each column from the top, elements at the height of what they are joined with as far as there is room.</summary>
    private void Stand(double top)
    {
        foreach (var column in columns)
        {
            Stack(column, _ => null);
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var column in sweep % 2 == 0 ? columns : Enumerable.Reverse(columns))
            {
                Stack(column, cell => Neighbours(cell, true).Concat(Neighbours(cell, false)).Select(n => n.Middle).DefaultIfEmpty(cell.Middle).Average());
            }
        }

        var highest = cells.Values.Min(c => c.Top);
        foreach (var cell in cells.Values)
        {
            cell.Top += top - highest;
        }
    }

    // First as wanted and pushed down, then the overhang is taken back evenly, so that a column stays around its wanted height.
    private static void Stack(List<Cell> column, Func<Cell, double?> wanted)
    {
        var bottom = double.NegativeInfinity;
        double overhang = 0;
        foreach (var cell in column)
        {
            var want = (wanted(cell) ?? 0) - (cell.Height / 2);
            cell.Top = Math.Max(want, bottom);
            overhang += cell.Top - want;
            bottom = cell.Top + cell.Height + RowGap;
        }

        foreach (var cell in column)
        {
            cell.Top -= overhang / column.Count;
        }
    }

    private static Cell Origin(Cell cell) => cell.Before is { } before ? Origin(before) : cell;

    private static ImmutableArray<DrawnPoint> Way(Cell last, double left)
    {
        List<DrawnPoint> points = [];
        for (var cell = last; cell.Before is not null; cell = cell.Before)
        {
            var x = left + (cell.Column * (Width + ColumnGap));
            points.Add(new DrawnPoint(x + Width, cell.Middle));
            points.Add(new DrawnPoint(x, cell.Middle));
        }

        points.Reverse();
        return [.. points];
    }

    private static double HeightOf(DrgElement element) => 24 + (20 * NameLines.Of(element.Label is { Length: > 0 } label ? label : element.Name, Width - 28, 3).Length);

    private sealed class Cell(string? id, double height)
    {
        public string? Id => id;

        public double Height => height;

        public int Column { get; set; }

        public double Top { get; set; }

        public double Middle => Top + (Height / 2);

        /// <summary>What a lane comes from; null for an element.</summary>
        public Cell? Before { get; init; }
    }
}
