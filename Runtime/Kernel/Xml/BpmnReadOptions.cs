namespace Platform.Kernel.Xml;

/// <summary>Limits of a reader. They bound time and memory whatever the file says.</summary>
public sealed record BpmnReadOptions
{
    /// <summary>The limits used when none are given.</summary>
    public static BpmnReadOptions Default { get; } = new();

    /// <summary>Largest file in bytes, and in characters after decoding; 10 million by default. A diagram of 600 nodes has about 200,000.</summary>
    public int MaxSize { get; init; } = 10_000_000;

    /// <summary>Deepest nesting of elements; 100 by default.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>Most elements in a file; 200,000 by default.</summary>
    public int MaxElements { get; init; } = 200_000;

    /// <summary>Longest attribute in characters; 100,000 by default.</summary>
    public int MaxAttributeLength { get; init; } = 100_000;

    /// <summary>Most issues reported; 1,000 by default. A file with more is beyond help, and a list beyond reading.</summary>
    public int MaxIssues { get; init; } = 1_000;
}
