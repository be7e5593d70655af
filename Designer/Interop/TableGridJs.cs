using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Platform.Designer.Expressions;

namespace Platform.Designer.Interop;

/// <summary>What people do in a table's grid.</summary>
internal interface ITableGridListener
{
    Task MoveAsync(string key, bool extend, bool far);

    Task SelectAsync(int rule, int column, bool extend);

    Task TypingAsync(string value);

    Task CommitAsync(int rule, int column, string value, string key, bool back);

    Task CancelAsync();

    Task CommandAsync(string name);

    Task PasteAsync(string text);

    Task<string> CopyAsync(bool cut);

    Task SelectRuleAsync(int rule, bool extend);

    Task DropRulesAsync(int from, int before);

    Task DropColumnAsync(int from, int before);

    Task<IReadOnlyList<Offer>> OffersAsync(string text, int caret, bool asked);
}

/// <summary>The keys, mouse and clipboard of a table's grid (client/table.js).</summary>
/// <param name="js">The circuit's JavaScript runtime.</param>
/// <param name="listener">Who is told what people do.</param>
internal sealed class TableGridJs(IJSRuntime js, ITableGridListener listener) : IAsyncDisposable
{
    private const string ModulePath = "./_content/Platform.Designer/dist/table.js";

    /// <summary>More than any table that people can look after; what comes beyond is refused.</summary>
    private const int LongestPaste = 4_000_000;

    private readonly StringBuilder _pasted = new();
    private IJSObjectReference? _module;
    private IJSObjectReference? _grid;
    private DotNetObjectReference<TableGridJs>? _self;

    public async Task AttachAsync(ElementReference root, string offersName, CancellationToken ct)
    {
        _self = DotNetObjectReference.Create(this);
        _module = await js.InvokeAsync<IJSObjectReference>("import", ct, ModulePath);
        _grid = await _module.InvokeAsync<IJSObjectReference>("attach", ct, root, _self, offersName);
    }

    /// <summary>Puts the cursor into a cell, scrolling to it.</summary>
    public Task FocusAsync(int rule, int column, CancellationToken ct) => _grid is null ? Task.CompletedTask : _grid.InvokeVoidAsync("focus", ct, rule, column).AsTask();

    /// <summary>Called by client/table.js.</summary>
    [JSInvokable]
    public Task MoveAsync(string key, bool extend, bool far) => listener.MoveAsync(key, extend, far);

    /// <summary>Called by client/table.js.</summary>
    [JSInvokable]
    public Task SelectAsync(int rule, int column, bool extend) => listener.SelectAsync(rule, column, extend);

    /// <summary>Called by client/table.js.</summary>
    [JSInvokable]
    public Task TypingAsync(string value) => listener.TypingAsync(value);

    /// <summary>Called by client/table.js.</summary>
    [JSInvokable]
    public Task CommitAsync(int rule, int column, string value, string key, bool back) => listener.CommitAsync(rule, column, value, key, back);

    /// <summary>Called by client/table.js.</summary>
    [JSInvokable]
    public Task CancelAsync() => listener.CancelAsync();

    /// <summary>Called by client/table.js.</summary>
    [JSInvokable]
    public Task CommandAsync(string name) => listener.CommandAsync(name);

    /// <summary>Called by client/table.js, part by part.</summary>
    [JSInvokable]
    public async Task PasteAsync(string part, bool isLast)
    {
        if (_pasted.Length + part.Length <= LongestPaste)
        {
            _pasted.Append(part);
        }

        if (isLast)
        {
            string text = _pasted.ToString();
            _pasted.Clear();
            await listener.PasteAsync(text);
        }
    }

    /// <summary>Called by client/table.js.</summary>
    [JSInvokable]
    public Task<string> CopyAsync(bool cut) => listener.CopyAsync(cut);

    /// <summary>Called by client/table.js.</summary>
    [JSInvokable]
    public Task SelectRuleAsync(int rule, bool extend) => listener.SelectRuleAsync(rule, extend);

    /// <summary>Called by client/table.js.</summary>
    [JSInvokable]
    public Task DropRulesAsync(int from, int before) => listener.DropRulesAsync(from, before);

    /// <summary>Called by client/table.js.</summary>
    [JSInvokable]
    public Task DropColumnAsync(int from, int before) => listener.DropColumnAsync(from, before);

    /// <summary>Called by client/table.js.</summary>
    [JSInvokable]
    public Task<IReadOnlyList<Offer>> OffersAsync(string text, int caret, bool asked) => listener.OffersAsync(text, caret, asked);

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            if (_grid is not null)
            {
                await _grid.InvokeVoidAsync("destroy");
                await _grid.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone and took the grid with it.
        }
    }
}
