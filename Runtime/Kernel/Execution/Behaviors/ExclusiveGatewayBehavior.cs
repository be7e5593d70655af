namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Exclusive gateway: passes every token on by the first flow whose condition holds (BPMN 2.0.2 §13.4.2).</summary>
internal sealed class ExclusiveGatewayBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => visit.Node.Outgoing.IsEmpty
        ? Decision.Go
        : Conditions.ChooseOne(visit.Node, visit.Variables, visit.Feel)
            .Match<Decision>(flow => new Decision.LeaveBy(flow), problem => new Decision.Fail(problem));
}
