namespace Platform.Runtime.Persistence.Sql;

/// <summary>What became of a transaction.</summary>
public enum WriteVerdict
{
    /// <summary>Durable.</summary>
    Committed = 0,

    /// <summary>Somebody else changed a row in between; nothing was changed; load again and decide again.</summary>
    Stale = 1,

    /// <summary>The command had been carried out before; nothing was changed; its first answer holds.</summary>
    Repeated = 2,
}
