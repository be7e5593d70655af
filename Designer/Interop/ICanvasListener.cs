namespace Platform.Designer.Interop;

/// <summary>Who is told what people do on the canvas. The browser calls; implementers return only when the call is dealt with.</summary>
internal interface ICanvasListener
{
    /// <summary>The drawing changed.</summary>
    /// <param name="file">The whole drawing, BPMN 2.0 XML.</param>
    /// <param name="position">Position in the canvas's own history.</param>
    /// <param name="number">Number of the change, counted by the browser.</param>
    /// <returns>Whether the drawing was taken over.</returns>
    Task<bool> DrawnAsync(byte[] file, int position, long number);

    /// <summary>A person selected an element, or nothing.</summary>
    /// <param name="elementId">The element; null for none.</param>
    Task SelectedAsync(string? elementId);

    /// <summary>A person chose a fragment.</summary>
    /// <param name="partId">The fragment.</param>
    /// <param name="elementId">Element behind which it goes.</param>
    Task FragmentWantedAsync(string partId, string elementId);
}
