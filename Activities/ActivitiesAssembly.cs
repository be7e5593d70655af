using System.Reflection;

namespace Platform.Activities;

/// <summary>Marks the assembly with the platform's governance activities, for registration.</summary>
public static class ActivitiesAssembly
{
    /// <summary>The assembly.</summary>
    public static Assembly Value { get; } = typeof(ActivitiesAssembly).Assembly;
}
