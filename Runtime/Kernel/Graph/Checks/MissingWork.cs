namespace Platform.Kernel.Graph.Checks;

/// <summary>A task that must do something says what.</summary>
internal sealed class MissingWork : IGraphCheck
{
    public void Check(CheckContext context)
    {
        foreach (var node in context.Graph.Nodes.Where(n => n.IsActivity))
        {
            var plan = node.Activity!;
            bool hasWork = node.Kind switch
            {
                ElementKind.ServiceTask => plan.ActivityType is not null || plan.Script is not null,
                ElementKind.SendTask => plan.ActivityType is not null || plan.Script is not null || node.Event is not null,
                ElementKind.BusinessRuleTask => plan.ActivityType is not null || plan.Script is not null || plan.Decision is not null,
                _ => true,
            };
            if (!hasWork)
            {
                string foreign = VendorExtensions.NamesForeignCode(node.Element) ? "（文件里写的是其他系统的程序）" : "";
                context.Issues.Warning("bpmn.no-work", node.Element, $"“{node.Label}”没有指定要做什么{foreign}，运行到这里会停下。");
            }
            if (node.Kind == ElementKind.CallActivity && plan.CalledElement is null)
            {
                context.Issues.Error("bpmn.no-called-process", node.Element, $"调用活动“{node.Label}”没有指定流程。");
            }
        }
    }
}
