using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Host.Api;

/// <summary>
/// Problems as RFC 9457 responses. The code is stable and is the member <c>code</c> as well as the end of <c>type</c>;
/// the message is written for people and may change.
/// </summary>
public static class ProblemResponse
{
    /// <summary>The response for a problem: its HTTP status follows from the last part of its code.</summary>
    /// <param name="problem">What did not work.</param>
    public static ProblemHttpResult From(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var details = new ProblemDetails
        {
            Type = "urn:shanzhi:problem:" + problem.Code,
            Title = problem.Message,
            Status = StatusOf(problem.Code),
        };
        details.Extensions["code"] = problem.Code;
        if (problem.Details.Count > 0)
        {
            details.Extensions["errors"] = problem.Details;
        }
        return TypedResults.Problem(details);
    }

    /// <summary>The HTTP status of a problem code such as <c>task.already-completed</c>.</summary>
    /// <param name="code">A code <c>area.reason</c>.</param>
    public static int StatusOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var reason = code[(code.LastIndexOf('.') + 1)..];
        return code switch
        {
            "auth.required" => StatusCodes.Status401Unauthorized,
            "server.error" => StatusCodes.Status500InternalServerError,
            "request.too-many" => StatusCodes.Status429TooManyRequests,
            "request.too-large" => StatusCodes.Status413PayloadTooLarge,
            _ => reason switch
            {
                "not-found" or "unknown" => StatusCodes.Status404NotFound,
                "not-allowed" or "forbidden" => StatusCodes.Status403Forbidden,
                "already-completed" or "already-claimed" or "stale" or "conflict" or "not-open" or "exists" or "ended"
                    => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status422UnprocessableEntity,
            },
        };
    }
}
