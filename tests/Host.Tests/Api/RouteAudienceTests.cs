using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.StaticAssets;
using Platform.Host.Setup;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Api;

/// <summary>Who may open what, as a list to read: a page or endpoint that is not in it fails, and so does one whose audience changed.</summary>
public sealed class RouteAudienceTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Anyone = "anyone";
    private const string SignedIn = "signed in";

    private static readonly Dictionary<string, string> Expected = new(StringComparer.Ordinal)
    {
        ["/"] = Policies.Official,
        ["/board"] = Policies.Supervisor,
        ["/bulletins"] = Policies.Official,
        ["/bulletins/{BulletinId:guid}"] = Policies.Official,
        ["/cases/{CaseId:guid}"] = Policies.Official,
        ["/cases/{CaseId:guid}/papers/{PaperId:guid}"] = Policies.Official,
        ["/cases/{CaseId:guid}/split"] = Policies.Desk,
        ["/decisions"] = Policies.Administrator,
        ["/decisions/design/{Key}"] = Policies.Administrator,
        ["/decisions/history/{Key}"] = Policies.Administrator,
        ["/decisions/history/{Key}/compare"] = Policies.Administrator,
        ["/definitions"] = Policies.Administrator,
        ["/definitions/design/{Key}"] = Policies.Administrator,
        ["/definitions/design/{Key}/form"] = Policies.Administrator,
        ["/definitions/design/{Key}/forms"] = Policies.Administrator,
        ["/definitions/design/{Key}/letters"] = Policies.Administrator,
        ["/definitions/design/{Key}/rehearse"] = Policies.Administrator,
        ["/definitions/design/{Key}/whatif"] = Policies.Administrator,
        ["/definitions/history/{Key}"] = Policies.Administrator,
        ["/definitions/history/{Key}/compare"] = Policies.Administrator,
        ["/definitions/print/{Key}"] = Policies.Administrator,
        ["/definitions/requests/{RequestId:guid}"] = Policies.Administrator,
        ["/definitions/{DefinitionId:guid}"] = Policies.Administrator,
        ["/done"] = Policies.Official,
        ["/error"] = Anyone,
        ["/inbox"] = Policies.Official,
        ["/ledger"] = Policies.Official,
        ["/matters/{InstanceId:guid}"] = Policies.Official,
        ["/not-found"] = Anyone,
        ["/notices"] = Anyone,
        ["/notifications"] = SignedIn,
        ["/operations/incidents"] = Policies.Operator,
        ["/operations/instances"] = Policies.Operator,
        ["/operations/jobs"] = Policies.Operator,
        ["/rate"] = Anyone,
        ["/register"] = Policies.Desk,
        ["/report"] = Anyone,
        ["/return-visits"] = Policies.Desk,
        ["/signin"] = Anyone,
        ["/start"] = Policies.Official,
        ["/start/{Key}"] = Policies.Official,
        ["/started"] = Policies.Official,
        ["/tasks/{TaskId:guid}"] = Policies.Official,
        ["/too-many"] = Anyone,
        ["/track"] = Anyone,
        ["GET /api/v1/cases/"] = Policies.Official,
        ["GET /api/v1/cases/{caseId:guid}"] = Policies.Official,
        ["GET /api/v1/decisions/"] = Policies.Administrator,
        ["GET /api/v1/decisions/{decisionId:guid}/dmn"] = Policies.Administrator,
        ["GET /api/v1/definitions/"] = Policies.Administrator,
        ["GET /api/v1/definitions/{definitionId:guid}/bpmn"] = Policies.Administrator,
        ["GET /api/v1/incidents"] = Policies.Operator,
        ["GET /api/v1/instances"] = Policies.Operator,
        ["GET /api/v1/instances/{instanceId:guid}/timeline"] = Policies.Official,
        ["GET /api/v1/jobs"] = Policies.Operator,
        ["GET /api/v1/progress/{queryCode}"] = Anyone,
        ["GET /api/v1/tasks/"] = Policies.Official,
        ["GET /api/v1/tasks/counts"] = Policies.Official,
        ["GET /api/v1/tasks/{taskId:guid}"] = Policies.Official,
        ["GET /attachments/{attachmentId:guid}"] = Policies.Official,
        ["POST /api/v1/cases/"] = Policies.Official,
        ["POST /api/v1/cases/duplicates"] = Policies.Official,
        ["POST /api/v1/decisions/"] = Policies.Administrator,
        ["POST /api/v1/definitions/"] = Policies.Administrator,
        ["POST /api/v1/instances"] = Policies.Operator,
        ["POST /api/v1/instances/{instanceId:guid}/end"] = Policies.Operator,
        ["POST /api/v1/messages"] = Policies.Operator,
        ["POST /api/v1/tasks/{taskId:guid}/claim"] = Policies.Official,
        ["POST /api/v1/tasks/{taskId:guid}/complete"] = Policies.Official,
        ["POST /api/v1/tasks/{taskId:guid}/release"] = Policies.Official,
        ["POST /settings/text-size"] = Anyone,
        ["POST /signout"] = Anyone,
        // What the framework brings along.
        ["GET /_framework/opaque-redirect"] = SignedIn,
        ["GET /openapi/{documentName}.json"] = Anyone,
        ["GET /{**path:file}"] = SignedIn,
        ["HEAD /{**path:file}"] = SignedIn,
        ["/_blazor"] = SignedIn,
        ["/_blazor/disconnect/"] = SignedIn,
        ["/_blazor/initializers/"] = SignedIn,
        ["/_blazor/negotiate"] = SignedIn,
        ["/health/live"] = Anyone,
        ["/health/ready"] = Anyone,
    };

    [Fact]
    public void Every_page_and_endpoint_is_for_the_audience_that_the_list_names()
    {
        var found = shared.App.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .SelectMany(endpoint => NamesOf(endpoint).Select(name => (Name: name, Audience: AudienceOf(endpoint))))
            .Distinct().ToList();

        found.Except(Expected.Select(pair => (pair.Key, pair.Value))).ShouldBeEmpty("who may open it must stand in this list");
        Expected.Select(pair => (pair.Key, pair.Value)).Except(found).ShouldBeEmpty("the list names what is not there");
    }

    private static IEnumerable<string> NamesOf(RouteEndpoint endpoint)
    {
        var path = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
        return endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null || endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods
            ? [path]
            : methods.HttpMethods.Select(method => $"{method} {path}");
    }

    private static string AudienceOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        ? Anyone
        : string.Join('+', endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy ?? SignedIn).DefaultIfEmpty(SignedIn));
}
