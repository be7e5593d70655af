using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Platform.Designer.Files;

namespace Platform.Designer.Interop;

/// <summary>The designer's page in the browser (client/page.js): its keys, the browser's own copy of a drawing, files to save.</summary>
/// <param name="js">The circuit's JavaScript runtime.</param>
internal sealed class DesignerPageJs(IJSRuntime js) : IAsyncDisposable
{
    private const string ModulePath = "./_content/Platform.Designer/dist/page.js";
    private const long MaxFile = 16 * 1024 * 1024;

    private IJSObjectReference? _module;
    private IJSObjectReference? _page;
    private DotNetObjectReference<DesignerPageJs>? _self;

    /// <summary>Called when a person wants to undo.</summary>
    public required Func<Task> Undo { get; init; }

    /// <summary>Called when a person wants to redo.</summary>
    public required Func<Task> Redo { get; init; }

    public async Task AttachAsync(ElementReference section, string copyKey, CancellationToken ct)
    {
        _self = DotNetObjectReference.Create(this);
        _module = await js.InvokeAsync<IJSObjectReference>("import", ct, ModulePath);
        _page = await _module.InvokeAsync<IJSObjectReference>("attach", ct, section, _self, copyKey);
    }

    /// <summary>When this browser kept a drawing that was never stored; null for none.</summary>
    public async Task<DateTimeOffset?> LeftAsync(CancellationToken ct) => await Page.InvokeAsync<DateTimeOffset?>("left", ct);

    /// <summary>The drawing that this browser kept; empty for none.</summary>
    public async Task<byte[]> LeftFileAsync(CancellationToken ct)
    {
        await using IJSStreamReference file = await Page.InvokeAsync<IJSStreamReference>("leftFile", ct);
        using MemoryStream content = new();
        await using Stream stream = await file.OpenReadStreamAsync(MaxFile, ct);
        await stream.CopyToAsync(content, ct);
        return content.ToArray();
    }

    public Task ForgetLeftAsync(CancellationToken ct) => Page.InvokeVoidAsync("forgetLeft", ct).AsTask();

    /// <summary>Hands a file to the person.</summary>
    public async Task SaveAsync(string name, string type, byte[] content, CancellationToken ct)
    {
        using DotNetStreamReference stream = new(new MemoryStream(content));
        await Page.InvokeVoidAsync("save", ct, name, type, stream);
    }

    /// <summary>Draws a process where nobody sees it and hands the picture to the person.</summary>
    /// <param name="name">Name without ending.</param>
    /// <param name="kind">As what.</param>
    /// <param name="bpmn">The process, BPMN 2.0 XML with a drawing.</param>
    /// <param name="ct">Gives up.</param>
    public async Task SaveDrawingAsync(string name, DrawingKind kind, byte[] bpmn, CancellationToken ct)
    {
        using DotNetStreamReference stream = new(new MemoryStream(bpmn));
        await Page.InvokeVoidAsync(kind == DrawingKind.Png ? "savePng" : "saveSvg", ct, name, stream);
    }

    /// <summary>Opens an address of this application in a window of its own.</summary>
    public Task OpenAsync(string address, CancellationToken ct) => Page.InvokeVoidAsync("open", ct, address).AsTask();

    /// <summary>Whether this browser has shown the tour to the end.</summary>
    public Task<bool> HasSeenTourAsync(CancellationToken ct) => Page.InvokeAsync<bool>("hasSeenTour", ct).AsTask();

    public Task TourSeenAsync(CancellationToken ct) => Page.InvokeVoidAsync("tourSeen", ct).AsTask();

    /// <summary>Called by client/page.js.</summary>
    [JSInvokable]
    public Task UndoAsync() => Undo();

    /// <summary>Called by client/page.js.</summary>
    [JSInvokable]
    public Task RedoAsync() => Redo();

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            if (_page is not null)
            {
                await _page.InvokeVoidAsync("destroy");
                await _page.DisposeAsync();
            }
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone.
        }
    }

    private IJSObjectReference Page => _page ?? throw new InvalidOperationException("Expected the page to be attached, but it is not.");
}
