namespace Platform.Kernel.Xml;

/// <summary>How much an issue matters.</summary>
public enum ReadSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Information,

    /// <summary>Probably not what the author meant; the model is usable.</summary>
    Warning,

    /// <summary>The file cannot be used as it is; deployment refuses it.</summary>
    Error,
}

/// <summary>Something a reader noticed in a file.</summary>
public sealed record ReadIssue
{
    /// <summary>Stable code, area.reason; see <see cref="ReadIssueCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>How much it matters.</summary>
    public required ReadSeverity Severity { get; init; }

    /// <summary>A sentence for people, in Chinese.</summary>
    public required string Message { get; init; }

    /// <summary>Line in the file, from 1; 0 when the whole file is meant.</summary>
    public int Line { get; init; }

    /// <summary>Column in the line, from 1; 0 when the whole file is meant.</summary>
    public int Column { get; init; }

    /// <summary>Id of the element, or of the nearest one around it that has an id; null for none.</summary>
    public string? ElementId { get; init; }

    /// <summary>Local name of the element; null for none.</summary>
    public string? ElementName { get; init; }
}

/// <summary>Codes of <see cref="ReadIssue"/>. They never change their meaning.</summary>
public static class ReadIssueCodes
{
    /// <summary>The file is empty.</summary>
    public const string Empty = "xml.empty";

    /// <summary>The file is not well-formed XML.</summary>
    public const string Malformed = "xml.malformed";

    /// <summary>The file has a document type declaration; none is ever read.</summary>
    public const string DtdForbidden = "xml.dtdForbidden";

    /// <summary>The file is larger than allowed.</summary>
    public const string TooLarge = "xml.tooLarge";

    /// <summary>Elements are nested deeper than allowed.</summary>
    public const string TooDeep = "xml.tooDeep";

    /// <summary>There are more elements than allowed.</summary>
    public const string TooManyElements = "xml.tooManyElements";

    /// <summary>An attribute is longer than allowed.</summary>
    public const string AttributeTooLong = "xml.attributeTooLong";

    /// <summary>The file names an encoding that does not exist here.</summary>
    public const string EncodingUnknown = "xml.encodingUnknown";

    /// <summary>The bytes do not fit the encoding that the file names.</summary>
    public const string EncodingInvalid = "xml.encodingInvalid";

    /// <summary>The root element is not bpmn:definitions.</summary>
    public const string NotDefinitions = "bpmn.notDefinitions";

    /// <summary>The file is of another BPMN version.</summary>
    public const string NamespaceUnsupported = "bpmn.namespaceUnsupported";

    /// <summary>An element in the BPMN namespaces that cannot stand there; kept word for word.</summary>
    public const string UnknownElement = "bpmn.unknownElement";

    /// <summary>A part of BPMN that the platform keeps word for word without reading it.</summary>
    public const string KeptVerbatim = "bpmn.keptVerbatim";

    /// <summary>An attribute without namespace that BPMN does not define; kept.</summary>
    public const string UnknownAttribute = "bpmn.unknownAttribute";

    /// <summary>A foreign element outside extensionElements; kept.</summary>
    public const string ForeignMisplaced = "bpmn.foreignMisplaced";

    /// <summary>Text where only elements may stand; not kept.</summary>
    public const string StrayText = "bpmn.strayText";

    /// <summary>An attribute value that is not of its type; kept, the default counts.</summary>
    public const string ValueInvalid = "bpmn.valueInvalid";

    /// <summary>An element that needs an id has none; one was generated.</summary>
    public const string IdMissing = "bpmn.idMissing";

    /// <summary>An id that is no XML name.</summary>
    public const string IdInvalid = "bpmn.idInvalid";

    /// <summary>Two elements have the same id.</summary>
    public const string IdDuplicate = "bpmn.idDuplicate";

    /// <summary>A reference that must be there is absent.</summary>
    public const string ReferenceMissing = "bpmn.referenceMissing";

    /// <summary>A reference to something that is not in the file.</summary>
    public const string ReferenceDangling = "bpmn.referenceDangling";

    /// <summary>References that lead back to where they began.</summary>
    public const string ReferenceCycle = "bpmn.referenceCycle";

    /// <summary>A name in our own namespace that our vocabulary does not have; kept.</summary>
    public const string GovUnknown = "gov.unknown";
}
