using Platform.Kernel;

namespace Platform.Host.Api;

/// <summary>
/// Keeps other sites from acting through a signed-in browser: whatever changes something must carry a header that a form
/// of another site cannot send without asking this site first, which never agrees.
/// </summary>
internal sealed class RequestGuard : IEndpointFilter
{
    /// <summary>The header; any value.</summary>
    public const string Header = "X-Shanzhi-Request";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Headers.ContainsKey(Header)
            ? next(context)
            : ValueTask.FromResult<object?>(ProblemResponse.From(new Problem("request.forbidden", $"请求缺少 {Header} 请求头，没有受理。")));
    }
}
