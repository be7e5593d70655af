using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Platform.Designer.Interop;

/// <summary>
/// The browser's canvas (client/modeler.js). One instance per host element; use only after <see cref="CreateAsync"/>.
/// Files go as streams, because long strings end the circuit.
/// </summary>
/// <param name="js">The circuit's JavaScript runtime.</param>
/// <param name="listener">Who is told what people do on the canvas.</param>
internal sealed class BpmnModelerJs(IJSRuntime js, ICanvasListener listener) : IAsyncDisposable
{
    private const string ModulePath = "./_content/Platform.Designer/dist/modeler.js";
    private const long MaxFile = 16 * 1024 * 1024;

    private IJSObjectReference? _module;
    private IJSObjectReference? _canvas;
    private DotNetObjectReference<BpmnModelerJs>? _self;
    private int _orders;

    public async Task CreateAsync(ElementReference container, CanvasOptions options, CancellationToken ct)
    {
        _self = DotNetObjectReference.Create(this);
        _module = await js.InvokeAsync<IJSObjectReference>("import", ct, ModulePath);
        _canvas = await _module.InvokeAsync<IJSObjectReference>("create", ct, container, _self, options);
    }

    /// <summary>Shows a whole file.</summary>
    /// <returns>Null when it is shown, else the reason.</returns>
    public async Task<DiagramFailure?> LoadAsync(byte[] file, CancellationToken ct)
    {
        _orders++;
        using DotNetStreamReference stream = new(new MemoryStream(file));
        return await Canvas.InvokeAsync<string?>("load", ct, stream) switch
        {
            null => null,
            "no-diagram" => DiagramFailure.NoDiagram,
            _ => DiagramFailure.Unreadable,
        };
    }

    /// <summary>Hands over properties of elements that were changed elsewhere.</summary>
    /// <returns>Position in the canvas's own history afterwards; null when something unknown here stands below it.</returns>
    public async Task<int?> UpdateAsync(byte[] file, CancellationToken ct)
    {
        _orders++;
        using DotNetStreamReference stream = new(new MemoryStream(file));
        return await Canvas.InvokeAsync<int?>("update", ct, stream);
    }

    /// <summary>Goes to a position in the canvas's own history.</summary>
    /// <returns>Position that was reached.</returns>
    public Task<int> GoToAsync(int position, CancellationToken ct)
    {
        _orders++;
        return Canvas.InvokeAsync<int>("goTo", ct, position).AsTask();
    }

    /// <summary>Waits until everything drawn has arrived here.</summary>
    public Task FlushAsync(CancellationToken ct) => Canvas.InvokeVoidAsync("flush", ct).AsTask();

    /// <summary>Says that everything up to a change was stored.</summary>
    public Task StoredAsync(long number, CancellationToken ct) => Canvas.InvokeVoidAsync("stored", ct, number).AsTask();

    public Task MarkAsync(IReadOnlyList<CanvasMark> marks, CancellationToken ct) => Canvas.InvokeVoidAsync("mark", ct, marks).AsTask();

    public Task SelectAsync(string? elementId, CancellationToken ct) => Canvas.InvokeVoidAsync("select", ct, elementId).AsTask();

    /// <summary>Puts a part behind an element; behind the last one when none is named.</summary>
    /// <returns>Id of the new element; null when a fragment was asked for, which comes back as an event.</returns>
    public Task<string?> AppendAsync(string partId, string? elementId, CancellationToken ct) => Canvas.InvokeAsync<string?>("append", ct, partId, elementId).AsTask();

    public Task OpenAppendMenuAsync(string elementId, CancellationToken ct) => Canvas.InvokeVoidAsync("openAppendMenu", ct, elementId).AsTask();

    /// <summary>Lets a list's items, marked with data-choice, be dragged onto the canvas.</summary>
    public Task BindListAsync(ElementReference list, CancellationToken ct) => Canvas.InvokeVoidAsync("bindList", ct, list).AsTask();

    public Task FitAsync(CancellationToken ct) => Canvas.InvokeVoidAsync("fit", ct).AsTask();

    public Task ZoomAsync(double factor, CancellationToken ct) => Canvas.InvokeVoidAsync("zoom", ct, factor).AsTask();

    /// <summary>Called by client/modeler.js after a change.</summary>
    /// <param name="file">The whole drawing.</param>
    /// <param name="position">Position in the canvas's own history.</param>
    /// <param name="number">Number of the change.</param>
    /// <param name="taken">How many orders from here the drawing has in it.</param>
    /// <returns>Whether it was taken over; otherwise it is sent again.</returns>
    [JSInvokable]
    public async Task<bool> ChangedAsync(IJSStreamReference file, int position, long number, int taken)
    {
        await using (file)
        {
            byte[] content = await ReadAsync(file, CancellationToken.None);
            return taken == _orders && await listener.DrawnAsync(content, position, number);
        }
    }

    /// <summary>Called by client/modeler.js when a person selects.</summary>
    /// <param name="elementId">The selected element; null for none.</param>
    [JSInvokable]
    public Task SelectedAsync(string? elementId) => listener.SelectedAsync(elementId);

    /// <summary>Called by client/modeler.js when a fragment is chosen.</summary>
    /// <param name="partId">The fragment.</param>
    /// <param name="elementId">Element behind which it goes.</param>
    [JSInvokable]
    public Task FragmentWantedAsync(string partId, string elementId) => listener.FragmentWantedAsync(partId, elementId);

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            if (_canvas is not null)
            {
                await _canvas.InvokeVoidAsync("destroy");
                await _canvas.DisposeAsync();
            }
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone and took the canvas with it.
        }
    }

    private IJSObjectReference Canvas => _canvas ?? throw new InvalidOperationException("Expected the canvas to be created, but it is not.");

    private static async Task<byte[]> ReadAsync(IJSStreamReference file, CancellationToken ct)
    {
        using MemoryStream content = new();
        await using Stream stream = await file.OpenReadStreamAsync(MaxFile, ct);
        await stream.CopyToAsync(content, ct);
        return content.ToArray();
    }
}
