using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Platform.Designer.Interop;

/// <summary>
/// The browser's diagram viewer (client/viewer.js). One instance per host element; use only after the first render.
/// A circuit that has gone is not an error: every call then does nothing.
/// </summary>
/// <param name="js">The circuit's JavaScript runtime.</param>
internal sealed class BpmnViewerJs(IJSRuntime js) : IAsyncDisposable
{
    private const string ModulePath = "./_content/Platform.Designer/dist/viewer.js";

    private IJSObjectReference? _module;
    private IJSObjectReference? _viewer;
    private DotNetObjectReference<BpmnViewerJs>? _self;

    /// <summary>Called with an element's id when a person clicks it.</summary>
    public Func<string, Task>? ElementClicked { get; set; }

    /// <summary>Called when the film of what happened was moved on, by itself or by a person.</summary>
    public Func<FilmPlace, Task>? FilmChanged { get; set; }

    public async Task CreateAsync(ElementReference container, CancellationToken ct)
    {
        _self = DotNetObjectReference.Create(this);
        _module = await js.InvokeAsync<IJSObjectReference>("import", ct, ModulePath);
        _viewer = await _module.InvokeAsync<IJSObjectReference>("create", ct, container, _self);
    }

    /// <summary>Shows a BPMN file. It goes as a stream because long strings end the circuit.</summary>
    /// <returns>Null when it is shown, else the reason.</returns>
    public async Task<DiagramFailure?> LoadAsync(ReadOnlyMemory<byte> bpmn, CancellationToken ct)
    {
        if (_viewer is null)
        {
            return null;
        }
        using var stream = new DotNetStreamReference(new MemoryStream(bpmn.ToArray()));
        var failure = await _viewer.InvokeAsync<string?>("load", ct, stream);
        return failure switch
        {
            null => null,
            "no-diagram" => DiagramFailure.NoDiagram,
            _ => DiagramFailure.Unreadable,
        };
    }

    public Task MarkAsync(DiagramState state, CancellationToken ct) => CallAsync("mark", ct, state);

    public Task SelectAsync(string? elementId, CancellationToken ct) => CallAsync("select", ct, elementId);

    public Task FitAsync(CancellationToken ct) => CallAsync("fit", ct);

    public Task ZoomAsync(double factor, CancellationToken ct) => CallAsync("zoom", ct, factor);

    /// <summary>Plays the film from where it stands; from its begin when it is at its end.</summary>
    public Task PlayAsync(CancellationToken ct) => CallAsync("play", ct);

    public Task PauseAsync(CancellationToken ct) => CallAsync("pause", ct);

    /// <summary>One scene on (1) or back (-1).</summary>
    public Task StepAsync(int by, CancellationToken ct) => CallAsync("step", ct, by);

    /// <summary>Shows the film after so many scenes.</summary>
    public Task GoToAsync(int scene, CancellationToken ct) => CallAsync("goTo", ct, scene);

    /// <summary>Plays faster or slower; 1 is normal.</summary>
    public Task SpeedAsync(double speed, CancellationToken ct) => CallAsync("speed", ct, speed);

    /// <summary>Called by client/viewer.js.</summary>
    /// <param name="place">Where the film stands.</param>
    [JSInvokable]
    public Task FilmChangedAsync(FilmPlace place) => FilmChanged?.Invoke(place) ?? Task.CompletedTask;

    /// <summary>Called by client/viewer.js.</summary>
    /// <param name="elementId">The clicked element's id.</param>
    [JSInvokable]
    public Task ElementClickedAsync(string elementId) => ElementClicked?.Invoke(elementId) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            if (_viewer is not null)
            {
                await _viewer.InvokeVoidAsync("destroy");
                await _viewer.DisposeAsync();
            }
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone and took the viewer with it.
        }
    }

    private async Task CallAsync(string function, CancellationToken ct, params object?[] arguments)
    {
        if (_viewer is not null)
        {
            await _viewer.InvokeVoidAsync(function, ct, arguments);
        }
    }
}
