using Platform.Runtime.Forms;

namespace Platform.Runtime.Definitions;

/// <summary>Finds the form with which a process is started: the <c>gov:form</c> of its start event.</summary>
public static class StartForm
{
    /// <summary>The form; an empty one when the process says none.</summary>
    /// <param name="process">The process.</param>
    public static FormSpec Of(DeployedProcess process)
    {
        ArgumentNullException.ThrowIfNull(process);
        return process.Graph.Root.StartEvents
            .SelectMany(node => node.Element.Extensions.GovElements)
            .Where(element => element.LocalName == "form")
            .Select(element => process.Forms.GetValueOrDefault(element.Attribute("ref") ?? ""))
            .FirstOrDefault(form => form is not null) ?? FormSpec.Empty;
    }
}
