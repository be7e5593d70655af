using Microsoft.AspNetCore.Authorization;

namespace Platform.Host.Setup;

/// <summary>Names of the audiences that a page or endpoint is for. What is inside is decided where it is read, not here.</summary>
public static class Policies
{
    /// <summary>Anybody who works in the region.</summary>
    public const string Official = "official";

    /// <summary>Who works at a registration desk: books, answers, visits.</summary>
    public const string Desk = "desk";

    /// <summary>Whose post supervises units, or who inspects.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Who composes and publishes processes.</summary>
    public const string Administrator = "administrator";

    /// <summary>Who keeps the platform running.</summary>
    public const string Operator = "operator";

    /// <summary>All of them, for tests and the navigation.</summary>
    public static IReadOnlyList<string> All { get; } = [Official, Desk, Supervisor, Administrator, Operator];
}

/// <summary>The demand that a person belongs to an audience.</summary>
/// <param name="Audience">One of <see cref="Policies"/>.</param>
public sealed record AudienceRequirement(string Audience) : IAuthorizationRequirement;
