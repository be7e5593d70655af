using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Platform.Host.Accounts;
using Platform.Runtime.Access;

namespace Platform.Host.Pages;

/// <summary>
/// A page for people who work here: it knows who reads, asks one service, and shows skeleton, content, or "not found".
/// What exists for the reader is decided by the services, from the viewer, each time.
/// </summary>
public abstract class WorkPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly Turns _loads = new();

    /// <summary>The page is open.</summary>
    protected WorkPage() => Gone = _gone.Token;

    /// <summary>Who signed in.</summary>
    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    [Inject] private Viewers Viewers { get; set; } = null!;

    /// <summary>The platform's clock.</summary>
    [Inject] protected TimeProvider Clock { get; set; } = null!;

    /// <summary>Addresses.</summary>
    [Inject] protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>Whether the page's content is there.</summary>
    protected bool IsLoaded { get; private set; }

    /// <summary>The present, as of the last load.</summary>
    protected DateTimeOffset Now { get; private set; }

    /// <summary>Who reads; made anew for every load.</summary>
    protected Viewer Viewer { get; private set; } = null!;

    /// <summary>Who signed in.</summary>
    protected SignedInPerson Person { get; private set; } = null!;

    /// <summary>Signalled when the page is left; usable also afterwards, when what people began last may still be under way.</summary>
    protected CancellationToken Gone { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Loads what the page shows; called when it opens and whenever what follows the question mark of its address changes. One load
    /// ends before the next begins, so that the last address wins. Must not wait for <see cref="ReloadAsync"/>.
    /// </summary>
    protected abstract Task LoadAsync();

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => ReloadAsync();

    /// <summary>Loads again, for a reader whose rights may have changed meanwhile.</summary>
    protected Task ReloadAsync() => _loads.RunAsync(BeginAsync);

    private async Task BeginAsync()
    {
        var state = Authentication is null ? null : await Authentication;
        if (state is null || PersonClaims.Read(state.User) is not { } person)
        {
            return;
        }
        Person = person;
        Now = Clock.GetUtcNow();
        Viewer = await Viewers.ForPersonAsync(person.TenantId, person.PersonId, Gone);
        await LoadAsync();
        IsLoaded = true;
    }

    /// <summary>Lets go of what the page holds.</summary>
    /// <param name="disposing">Whether managed things are let go.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !Gone.IsCancellationRequested)
        {
            _gone.Cancel();
            _gone.Dispose();
        }
    }
}
