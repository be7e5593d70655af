using Microsoft.AspNetCore.Components;

namespace Platform.Designer.Editing;

/// <summary>A further view of the same work, beside the simple view and the canvas.</summary>
/// <param name="Id">Stable id, unique among the tabs; not <c>simple</c> or <c>diagram</c>.</param>
/// <param name="Title">What its button says.</param>
/// <param name="Content">What it shows; takes the whole width below the tool bar.</param>
public sealed record DesignTab(string Id, string Title, RenderFragment<DesignSession> Content);
