namespace Platform.Governance.Submissions;

/// <summary>A file that comes in with a matter.</summary>
/// <param name="Name">Its name, already cleaned.</param>
/// <param name="ContentType">Its media type, decided by what it is and not by what the sender says.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SubmittedFile(string Name, string ContentType, ReadOnlyMemory<byte> Content);
