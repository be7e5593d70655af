namespace Platform.Host.Components.Forms;

/// <summary>A person, unit or file that can be named in a form.</summary>
/// <param name="Id">What is stored.</param>
/// <param name="Name">What people read.</param>
/// <param name="Detail">What tells it from others of the same name, such as the unit of a person.</param>
public sealed record PickItem(string Id, string Name, string? Detail = null);
