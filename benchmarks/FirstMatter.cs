using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Platform.Runtime.Definitions;
using Platform.Runtime.Instances;
using Platform.Runtime.Persistence;

namespace Platform.Benchmarks;

/// <summary>The one real matter of which a benchmark makes many.</summary>
internal static class FirstMatter
{
    /// <summary>Deploys a process with the id <c>p</c> and starts it once.</summary>
    /// <param name="provider">The engine.</param>
    /// <param name="tenant">The county.</param>
    /// <param name="bpmn">The process.</param>
    /// <param name="unit">Unit to which the matter belongs.</param>
    /// <exception cref="InvalidOperationException">The engine refuses.</exception>
    public static async Task StartAsync(IServiceProvider provider, string tenant, string bpmn, Guid unit)
    {
        var files = new Dictionary<string, byte[]> { ["p.bpmn"] = Encoding.UTF8.GetBytes(bpmn) };
        await provider.GetRequiredService<DefinitionService>().DeployAsync(new Deploy { TenantId = tenant, Name = "p", Files = files }, CancellationToken.None);
        var started = await provider.GetRequiredService<InstanceService>().StartAsync(
            new StartInstance
            {
                TenantId = tenant,
                ProcessKey = "p",
                CommandId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
                Actor = Actor.System,
                Access = new InstanceAccess(InformationScope.Internal, unit, []),
            },
            CancellationToken.None);
        if (started.Problem is { } problem)
        {
            throw new InvalidOperationException(problem.Message);
        }
    }
}
