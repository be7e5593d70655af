using Microsoft.EntityFrameworkCore;

namespace Platform.Runtime.Persistence;

/// <summary>The runtime's own tables: every row file of this project.</summary>
internal sealed class RuntimeModelPart : IModelPart
{
    public void Configure(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(RuntimeModelPart).Assembly);
}
