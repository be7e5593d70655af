namespace Platform.Host.Api;

/// <summary>The REST API: the operations of the pages, for other systems of the county.</summary>
public static class ApiServices
{
    /// <summary>Adds the API's description.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddShanzhiApi(this IServiceCollection services) =>
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "善治 Shanzhi";
            document.Info.Description = "Operations of the governance platform. Problems are RFC 9457 with a stable member \"code\".";
            return Task.CompletedTask;
        }));
}
