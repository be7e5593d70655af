using Platform.Governance.Rows;
using Platform.Host.Accounts;
using Platform.Runtime.Persistence;

namespace Platform.Migrations;

/// <summary>Every part of the product's one model. A project that gets tables of its own adds its part here and scaffolds again (docs/operations.md).</summary>
public static class ModelParts
{
    /// <summary>The whole model.</summary>
    public static PlatformModel All { get; } = new([new GovernanceModelPart(), new AccountsModelPart()]);
}
