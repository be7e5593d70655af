using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Platform.Runtime.Persistence;

/// <summary>Keeps models with different parts apart, which EF would otherwise take for one because the context type is the same.</summary>
internal sealed class ModelCacheKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), (context as PlatformDb)?.ModelKey, designTime);
}
