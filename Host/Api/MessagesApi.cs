using System.Text.Json;
using Platform.Host.Setup;
using Platform.Runtime.Instances;

namespace Platform.Host.Api;

/// <summary>Messages from other systems to waiting instances.</summary>
public static class MessagesApi
{
    /// <summary>Maps <c>/messages</c>.</summary>
    /// <param name="api">The API's root.</param>
    public static void MapMessages(this IEndpointRouteBuilder api) =>
        api.MapPost("/messages", CorrelateAsync).WithTags("Messages").RequireAuthorization(Policies.Operator)
            .WithSummary("Delivers a message to exactly one waiting instance or start event.");

    private static async Task<IResult> CorrelateAsync(MessageBody body, ApiCaller caller, InstanceService instances, CancellationToken ct)
    {
        var delivered = await instances.CorrelateMessageAsync(
            new CorrelateMessage
            {
                TenantId = caller.Person.TenantId,
                CommandId = body.CommandId,
                Actor = Actor.Person(caller.Person.PersonId),
                Name = body.Name,
                CorrelationKey = body.CorrelationKey,
                Variables = FeelJson.Read(body.Variables),
            },
            ct);
        return delivered.Match<IResult>(TypedResults.Ok, ProblemResponse.From);
    }
}

/// <summary>A message.</summary>
/// <param name="CommandId">Names the order; choose a new one for each.</param>
/// <param name="Name">Name of the message as the process knows it.</param>
/// <param name="CorrelationKey">Which instance is meant; null when the name alone tells.</param>
/// <param name="Variables">What it carries.</param>
public sealed record MessageBody(Guid CommandId, string Name, string? CorrelationKey, Dictionary<string, JsonElement>? Variables);
