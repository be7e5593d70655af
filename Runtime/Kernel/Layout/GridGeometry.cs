using Platform.Kernel.Model;

namespace Platform.Kernel.Layout;

/// <summary>Turns rows and columns into pixels. Rows come first; columns follow when the lines between them are known.</summary>
internal sealed class GridGeometry
{
    private const double RowGap = 30;
    private const double EmptyRow = 20;
    private const double LanePadding = 15;
    private const double ChannelBase = 50;
    private const double TrackBase = 20;
    private const double TrackWidth = 12;
    private const double BoundaryTrack = 10;
    private const double Margin = 20;

    private readonly double[] _centers;
    private readonly double[] _halves;
    private readonly double[] _columnLefts;
    private readonly double[] _columnWidths;
    private readonly double[] _channelLefts;
    private readonly double[] _channelWidths;
    private readonly double[] _boundaryLabels;

    /// <summary>Rows are known; columns are not yet.</summary>
    public GridGeometry(IReadOnlyList<LayoutNode> nodes, IReadOnlyList<int> laneRows)
    {
        var rows = laneRows.Sum();
        var columns = nodes.Select(n => n.Layer + 1).DefaultIfEmpty(1).Max();
        _centers = new double[rows];
        _halves = new double[rows];
        _boundaryLabels = new double[rows];
        _columnLefts = new double[columns];
        _columnWidths = new double[columns];
        _channelLefts = new double[columns + 1];
        _channelWidths = new double[columns + 1];
        foreach (var node in nodes)
        {
            _columnWidths[node.Layer] = Math.Max(_columnWidths[node.Layer], node.Width);
        }

        PlaceRows(nodes.ToLookup(n => n.Row), laneRows);
    }

    /// <summary>Upper and lower edge of each lane.</summary>
    public List<(double Top, double Bottom)> Lanes { get; } = [];

    public double Width { get; private set; }

    public double Height { get; private set; }

    public double RowCenter(int row) => _centers[row];

    public double ColumnCenter(int layer) => _columnLefts[layer] + (_columnWidths[layer] / 2);

    /// <summary>Height at which a flow from a boundary event runs to the next channel. Events further left run lower, so that their lines do not cross.</summary>
    public double BoundaryY(LayoutNode host, int index) =>
        _centers[host.Row] + _halves[host.Row] + (Measure.EventSize / 2) + _boundaryLabels[host.Row] + 8 + (BoundaryTrack * (host.Boundary.Length - 1 - index));

    public double TrackX(Vertical vertical) => _channelLefts[vertical.Channel + 1] + TrackBase + (TrackWidth * vertical.Track);

    public double ChannelRight(int channel) => _channelLefts[channel + 1] + _channelWidths[channel + 1];

    /// <summary>Places the columns: each channel is as wide as its tracks and the names of flows in it need.</summary>
    public void PlaceColumns(double left, Func<int, int> tracks, Func<int, double> labels)
    {
        var x = left;
        for (var channel = -1; channel < _columnWidths.Length; channel++)
        {
            var isOuter = channel < 0 || channel == _columnWidths.Length - 1;
            var count = tracks(channel);
            var width = isOuter && count == 0 ? Margin : Math.Max(ChannelBase, (2 * TrackBase) + (TrackWidth * count)) + labels(channel);
            (_channelLefts[channel + 1], _channelWidths[channel + 1]) = (x, width);
            x += width;
            if (channel + 1 < _columnWidths.Length)
            {
                _columnLefts[channel + 1] = x;
                x += _columnWidths[channel + 1];
            }
        }

        Width = Measure.Even(x);
    }

    private void PlaceRows(ILookup<int, LayoutNode> byRow, IReadOnlyList<int> laneRows)
    {
        var (y, row) = (0.0, 0);
        foreach (var count in laneRows)
        {
            var top = y;
            y += LanePadding;
            for (var i = 0; i < count; i++, row++)
            {
                y = PlaceRow(row, [.. byRow[row]], y) + (i < count - 1 ? RowGap : 0);
            }

            y += LanePadding;
            var missing = Measure.LaneMinHeight - (y - top);
            if (laneRows.Count > 1 && missing > 0)
            {
                Shift(row - count, row, missing / 2);
                y += missing;
            }

            Lanes.Add((top, y));
        }

        Height = y;
    }

    private double PlaceRow(int row, List<LayoutNode> nodes, double y)
    {
        var height = nodes.Select(n => n.Height).DefaultIfEmpty(EmptyRow).Max();
        var above = nodes.Where(n => n.Element is Gateway).Select(n => Measure.TextHeight(n.Element.Name)).DefaultIfEmpty(0).Max();
        var below = nodes.Where(n => n.Element is not Gateway && Measure.HasLabel(n.Element)).Select(n => Measure.TextHeight(n.Element.Name)).DefaultIfEmpty(0).Max();
        var events = nodes.Select(n => n.Boundary.Length).DefaultIfEmpty(0).Max();
        _boundaryLabels[row] = nodes.SelectMany(n => n.Boundary.Select(b => Measure.TextHeight(b.Name, Measure.BoundaryLabelWidth(n.Boundary.Length)))).DefaultIfEmpty(0).Max();
        if (events > 0)
        {
            below = Math.Max(below, (Measure.EventSize / 2) + _boundaryLabels[row] + 8 + (BoundaryTrack * events));
        }

        // Names of gateways stand above them and may use the gap.
        y += Math.Max(0, above - ((height - 50) / 2));
        _halves[row] = height / 2;
        _centers[row] = Math.Round(y + (height / 2));
        return _centers[row] + (height / 2) + below;
    }

    private void Shift(int from, int to, double by)
    {
        for (var row = from; row < to; row++)
        {
            _centers[row] = Math.Round(_centers[row] + by);
        }
    }
}
