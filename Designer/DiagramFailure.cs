namespace Platform.Designer;

/// <summary>Why a diagram could not be shown.</summary>
public enum DiagramFailure
{
    /// <summary>The file holds no diagram interchange part, so there is nothing to draw.</summary>
    NoDiagram,

    /// <summary>The file could not be read as BPMN 2.0 XML.</summary>
    Unreadable,
}
