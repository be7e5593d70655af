using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Platform.Designer.Printing;

namespace Platform.Designer.Interop;

/// <summary>Sheets of paper in the browser (client/paper.js).</summary>
/// <param name="js">The circuit's JavaScript runtime.</param>
internal sealed class PaperJs(IJSRuntime js) : IAsyncDisposable
{
    private const string ModulePath = "./_content/Platform.Designer/dist/paper.js";

    private IJSObjectReference? _module;
    private IJSObjectReference? _paper;

    public async Task AttachAsync(ElementReference sheets, ElementReference legend, CancellationToken ct)
    {
        _module = await js.InvokeAsync<IJSObjectReference>("import", ct, ModulePath);
        _paper = await _module.InvokeAsync<IJSObjectReference>("attach", ct, sheets, legend);
    }

    /// <summary>Draws the process and the symbols of its legend, where the legend has places with data-symbol.</summary>
    public async Task DrawAsync(ReadOnlyMemory<byte> bpmn, CancellationToken ct)
    {
        using DotNetStreamReference stream = new(new MemoryStream(bpmn.ToArray()));
        await Paper.InvokeVoidAsync("draw", ct, stream);
    }

    /// <summary>Puts the drawing on sheets.</summary>
    /// <returns>Number of parts; 1 when it is whole.</returns>
    public Task<int> LayOutAsync(PaperRoom room, PaperFit fit, string part, CancellationToken ct) =>
        Paper.InvokeAsync<int>("layOut", ct, room, fit switch { PaperFit.Whole => "whole", PaperFit.Parts => "parts", _ => "auto" }, new { part }).AsTask();

    /// <summary>Opens the browser's own window for printing.</summary>
    public Task PrintAsync(CancellationToken ct) => Paper.InvokeVoidAsync("print", ct).AsTask();

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_paper is not null)
            {
                await _paper.DisposeAsync();
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

    private IJSObjectReference Paper => _paper ?? throw new InvalidOperationException("Expected the sheets to be attached, but they are not.");
}
