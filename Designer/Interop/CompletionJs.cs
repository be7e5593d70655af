using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Platform.Designer.Expressions;

namespace Platform.Designer.Interop;

/// <summary>The list of offers below a field that is typed into (client/completion.js).</summary>
/// <param name="js">The circuit's JavaScript runtime.</param>
/// <param name="offers">What may be written next: the text, where the cursor stands, and whether somebody asked.</param>
/// <param name="name">Accessible name of the list.</param>
internal sealed class CompletionJs(IJSRuntime js, Func<string, int, bool, IReadOnlyList<Offer>> offers, string name) : IAsyncDisposable
{
    private const string ModulePath = "./_content/Platform.Designer/dist/completion.js";

    private IJSObjectReference? _module;
    private IJSObjectReference? _completion;
    private DotNetObjectReference<CompletionJs>? _self;

    public async Task AttachAsync(ElementReference root, CancellationToken ct)
    {
        _self = DotNetObjectReference.Create(this);
        _module = await js.InvokeAsync<IJSObjectReference>("import", ct, ModulePath);
        _completion = await _module.InvokeAsync<IJSObjectReference>("attach", ct, root, _self, name);
    }

    /// <summary>Called by client/completion.js.</summary>
    [JSInvokable]
    public Task<IReadOnlyList<Offer>> OffersAsync(string text, int caret, bool asked) => Task.FromResult(offers(text, caret, asked));

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            if (_completion is not null)
            {
                await _completion.InvokeVoidAsync("destroy");
                await _completion.DisposeAsync();
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
}
