using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Rows;

/// <summary>Tables of the cases, in the platform's one database.</summary>
public sealed class GovernanceModelPart : IModelPart
{
    /// <inheritdoc />
    public void Configure(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.ApplyConfiguration(new BulletinMapping());
        model.ApplyConfiguration(new BulletinObjectionMapping());
        model.ApplyConfiguration(new CaseMapping());
        model.ApplyConfiguration(new CoHandlingMapping());
        model.ApplyConfiguration(new CommunicationMapping());
        model.ApplyConfiguration(new DeliveryMapping());
        model.ApplyConfiguration(new DispatchMapping());
        model.ApplyConfiguration(new EvaluationMapping());
        model.ApplyConfiguration(new ExtensionMapping());
        model.ApplyConfiguration(new IssuedNumberMapping());
        model.ApplyConfiguration(new NumberSeriesMapping());
        model.ApplyConfiguration(new OpinionMapping());
        model.ApplyConfiguration(new PauseMapping());
        model.ApplyConfiguration(new ReturnVisitMapping());
        model.ApplyConfiguration(new ReviewMapping());
        model.ApplyConfiguration(new ShelvingMapping());
        model.ApplyConfiguration(new SupervisionOrderMapping());
        model.ApplyConfiguration(new TransferMapping());
    }
}
