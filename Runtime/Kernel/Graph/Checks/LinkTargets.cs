namespace Platform.Kernel.Graph.Checks;

/// <summary>Each link has exactly one target on its level (BPMN 2.0.2 §10.5.5).</summary>
internal sealed class LinkTargets : IGraphCheck
{
    public void Check(CheckContext context)
    {
        foreach (var scope in context.Graph.Scopes)
        {
            var targets = new HashSet<string>(StringComparer.Ordinal);
            foreach (var target in scope.Nodes.Where(n => n is { Kind: ElementKind.CatchEvent, Event.Kind: EventKind.Link }))
            {
                if (!targets.Add(target.Event!.Name!.Text))
                {
                    context.Issues.Error("bpmn.link-targets", target.Element, $"链接“{target.Event.Name.Text}”有不止一个目标。");
                }
            }
            foreach (var source in scope.Nodes.Where(n => n is { Kind: ElementKind.ThrowEvent, Event.Kind: EventKind.Link }))
            {
                if (!targets.Contains(source.Event!.Name!.Text))
                {
                    context.Issues.Error("bpmn.link-targets", source.Element, $"链接“{source.Event.Name.Text}”没有目标。");
                }
            }
        }
    }
}
