using Platform.Runtime.Persistence;
using Quartz;

namespace Platform.Runtime;

/// <summary>What a host decides about the runtime. A database must be chosen with <c>UseSqlite</c>, <c>UsePostgreSql</c> or <c>UseSqlServer</c> of the provider project.</summary>
public sealed class PlatformRuntimeOptions
{
    /// <summary>Makes the database; set by the provider's extension method.</summary>
    public Func<PlatformModel, PlatformDatabase>? Database { get; set; }

    /// <summary>Where Quartz keeps the times of recurring work; set by the provider's extension method where nodes can share them. Default: in memory.</summary>
    public Action<IQuartzBuilder> RecurringStore { get; set; } = quartz => quartz.UseInMemoryStore();

    /// <summary>Name of this node in leases and logs; unique among the nodes of one database. Default: machine and process.</summary>
    public string NodeName { get; set; } = $"{Environment.MachineName}-{Environment.ProcessId}";
}
