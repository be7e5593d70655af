using Microsoft.EntityFrameworkCore;

namespace Platform.Runtime.Persistence;

/// <summary>Tables that a project above the runtime keeps in the platform's database, so that they commit with the step they belong to.</summary>
/// <remarks>
/// An implementer maps its own rows and nothing else: every key starts with <c>TenantId</c>, names of tables are given, names of
/// columns are left to the platform, instants are <see cref="DateTimeOffset"/>. It must be stateless: the model is built once and kept.
/// </remarks>
public interface IModelPart
{
    /// <summary>Adds the part's tables.</summary>
    /// <param name="model">The one model of the platform.</param>
    void Configure(ModelBuilder model);
}
