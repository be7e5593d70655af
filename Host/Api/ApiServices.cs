using System.Text.Json.Serialization;

namespace Platform.Host.Api;

/// <summary>The REST API: the operations of the pages, for other systems of the county.</summary>
public static class ApiServices
{
    /// <summary>Adds the API and its description.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddShanzhiApi(this IServiceCollection services)
    {
        services.AddScoped<ApiCaller>();
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        return services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "善治 Shanzhi";
            document.Info.Description =
                "Operations of the governance platform, for the signed-in person of the session cookie. Whatever changes something needs the header "
                + RequestGuard.Header + ". Problems are RFC 9457 with a stable member \"code\".";
            return Task.CompletedTask;
        }));
    }

    /// <summary>Maps <c>/api/v1</c>.</summary>
    /// <param name="app">The built application.</param>
    public static void MapShanzhiApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter<RequestGuard>();
        api.MapTasks();
        api.MapCases();
        api.MapInstances();
        api.MapDefinitions();
        api.MapDecisions();
        api.MapMessages();
    }
}
