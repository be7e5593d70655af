using Platform.Governance.Demo;

namespace Platform.Host.Setup;

/// <summary>The county whose citizens use the public pages of this installation.</summary>
/// <param name="Id">Its id.</param>
public sealed record HomeTenant(string Id)
{
    /// <summary>Reads the setting <c>Tenant:Id</c>; the demonstration county when it is absent.</summary>
    /// <param name="configuration">The application's settings.</param>
    public static HomeTenant From(IConfiguration configuration) => new(configuration.GetValue("Tenant:Id", DemoCounty.TenantId)!);
}
