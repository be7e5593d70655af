namespace Platform.Runtime.Access;

/// <summary>What a person may do beyond their own work.</summary>
[Flags]
public enum ViewerRights
{
    /// <summary>Own work only.</summary>
    None = 0,

    /// <summary>Publishes processes and keeps organisation and calendar. Shows no content of matters.</summary>
    Administer = 1,

    /// <summary>Looks after jobs, incidents and instances as technical things. Shows no content of matters.</summary>
    Operate = 2,

    /// <summary>Supervises units: sees their public and internal matters.</summary>
    Supervise = 4,

    /// <summary>Inspects the whole county (纪检): sees public, internal and restricted matters, changes nothing.</summary>
    Audit = 8,

    /// <summary>May read restricted matters of supervised units.</summary>
    ReadRestricted = 16,

    /// <summary>May read sealed matters in which they take part.</summary>
    ReadSealed = 32,
}
