namespace Platform.Designer.Files;

/// <summary>What the designer asks of the program around it about files: what to hand out, and what an incoming file would do.</summary>
public sealed record DesignFiles
{
    /// <summary>The process as it stands, with everything beside it, as one package.</summary>
    public required Func<byte[], Task<DesignFile>> PackAsync { get; init; }

    /// <summary>The decisions beside the process.</summary>
    public required Func<Task<IReadOnlyList<DesignFile>>> DecisionsAsync { get; init; }

    /// <summary>Looks at an incoming file, by name and content, and says what taking it would change. Changes nothing.</summary>
    public required Func<string, byte[], Task<ImportOffer>> OfferAsync { get; init; }

    /// <summary>Address of the page that prints the process.</summary>
    public required string PrintAddress { get; init; }
}

/// <summary>A file to hand out.</summary>
/// <param name="Name">Its name with ending.</param>
/// <param name="Content">Its bytes.</param>
public sealed record DesignFile(string Name, byte[] Content);
