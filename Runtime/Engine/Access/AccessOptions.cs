using System.Collections.Frozen;

namespace Platform.Runtime.Access;

/// <summary>Which roles carry which rights.</summary>
public sealed record AccessOptions
{
    /// <summary>
    /// Rights by role of a post. The default: those who register, dispatch, review and archive read the sealed matters
    /// they take part in; secretaries and dispatchers also the restricted ones below them; the discipline inspection audits.
    /// </summary>
    public IReadOnlyDictionary<string, ViewerRights> RoleRights { get; init; } = new Dictionary<string, ViewerRights>(StringComparer.Ordinal)
    {
        ["process-admin"] = ViewerRights.Administer,
        ["operator"] = ViewerRights.Operate,
        ["discipline"] = ViewerRights.Audit | ViewerRights.ReadRestricted | ViewerRights.ReadSealed,
        ["secretary"] = ViewerRights.ReadRestricted | ViewerRights.ReadSealed,
        ["deputy-secretary"] = ViewerRights.ReadRestricted | ViewerRights.ReadSealed,
        ["leader"] = ViewerRights.ReadRestricted | ViewerRights.ReadSealed,
        ["director"] = ViewerRights.ReadRestricted | ViewerRights.ReadSealed,
        ["registrar"] = ViewerRights.ReadSealed,
        ["supervisor"] = ViewerRights.ReadRestricted,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
