namespace Platform.Designer.Panel;

/// <summary>A letter template of the process.</summary>
/// <param name="Key">Name under which steps ask for it.</param>
/// <param name="Title">Its heading, as people call it.</param>
/// <param name="Text">The whole text, its heading in the first line, with places in braces.</param>
public sealed record LetterChoice(string Key, string Title, string Text);
