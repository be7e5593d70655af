using System.Collections.Frozen;
using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>Processes and global tasks.</summary>
internal static class ProcessesXml
{
    private static readonly FrozenDictionary<string, ProcessType> Types = new Dictionary<string, ProcessType>
    {
        ["None"] = ProcessType.None,
        ["Public"] = ProcessType.Public,
        ["Private"] = ProcessType.Private,
    }.ToFrozenDictionary();

    public static ProcessDefinition Read(ElementReader r) => Callable(r, new ProcessDefinition
    {
        ProcessType = r.Choice("processType", Types, ProcessType.None),
        IsClosed = r.Flag("isClosed", false),
        IsExecutable = r.Flag("isExecutable"),
        DefinitionalCollaborationRef = r.Ref("definitionalCollaborationRef"),
        Auditing = r.One("auditing", FlowElementsXml.ReadAuditing),
        Monitoring = r.One("monitoring", FlowElementsXml.ReadMonitoring),
        Properties = r.Many("property", DataXml.ReadProperty),
        LaneSets = r.Many("laneSet", LanesXml.ReadSet),
        FlowElements = r.Many(FlowElementsXml.Readers),
        Artifacts = r.Many(ArtifactsXml.Readers),
    });

    public static GlobalTask ReadGlobalTask(ElementReader r, GlobalTaskKind kind)
    {
        var task = new GlobalTask { Kind = kind };
        return Callable(r, kind switch
        {
            GlobalTaskKind.User => task with { Implementation = r.Text("implementation", TaskImplementation.Unspecified), Renderings = r.Many("rendering", TasksXml.ReadRendering) },
            GlobalTaskKind.BusinessRule => task with { Implementation = r.Text("implementation", TaskImplementation.Unspecified) },
            GlobalTaskKind.Script => task with { ScriptLanguage = r.Text("scriptLanguage"), Script = r.One("script", DocumentationXml.ReadScript) },
            _ => task,
        });
    }

    public static void Write(ElementWriter w, ProcessDefinition process)
    {
        w.Start("process", process);
        w.Choice("processType", Types, process.ProcessType, ProcessType.None, process);
        w.Flag("isClosed", process.IsClosed, false, process);
        w.Flag("isExecutable", process.IsExecutable);
        w.Text("definitionalCollaborationRef", process.DefinitionalCollaborationRef);
        CallableBody(w, process);
        w.One(process.Auditing, FlowElementsXml.Write);
        w.One(process.Monitoring, FlowElementsXml.Write);
        w.Many(process.Properties, DataXml.Write);
        w.Many(process.LaneSets, "laneSet", LanesXml.Write);
        w.Many(process.FlowElements, FlowElementsXml.Write);
        w.Many(process.Artifacts, ArtifactsXml.Write);
        w.Many(process.ResourceRoles, ResourcesXml.Write);
        w.End(process);
    }

    public static void Write(ElementWriter w, GlobalTask task)
    {
        w.Start(ElementName(task), task);
        if (task.Kind is GlobalTaskKind.User or GlobalTaskKind.BusinessRule)
        {
            w.Text("implementation", task.Implementation, TaskImplementation.Unspecified, task);
        }

        w.Text("scriptLanguage", task.ScriptLanguage);
        CallableBody(w, task);
        w.Many(task.ResourceRoles, ResourcesXml.Write);
        w.Many(task.Renderings, TasksXml.Write);
        w.One(task.Script, DocumentationXml.Write);
        w.End(task);
    }

    private static T Callable<T>(ElementReader r, T callable)
        where T : CallableElement => r.Documented(callable with
        {
            SupportedInterfaceRefs = r.Refs("supportedInterfaceRef"),
            IoSpecification = r.One("ioSpecification", IoXml.ReadSpecification),
            IoBindings = r.Many("ioBinding", b => b.Documented(new IoBinding
            {
                OperationRef = b.RequiredRef("operationRef"),
                InputDataRef = b.RequiredRef("inputDataRef"),
                OutputDataRef = b.RequiredRef("outputDataRef"),
            })),
            ResourceRoles = r.Many(ResourcesXml.Roles),
        });

    private static void CallableBody(ElementWriter w, CallableElement callable)
    {
        w.Body(callable);
        w.Refs("supportedInterfaceRef", callable.SupportedInterfaceRefs);
        w.One(callable.IoSpecification, IoXml.Write);
        foreach (var binding in callable.IoBindings)
        {
            w.Start("ioBinding", binding);
            w.Text("operationRef", binding.OperationRef);
            w.Text("inputDataRef", binding.InputDataRef);
            w.Text("outputDataRef", binding.OutputDataRef);
            w.Body(binding);
            w.End(binding);
        }
    }

    private static string ElementName(GlobalTask task) => task.Kind switch
    {
        GlobalTaskKind.Task => "globalTask",
        GlobalTaskKind.User => "globalUserTask",
        GlobalTaskKind.Manual => "globalManualTask",
        GlobalTaskKind.Script => "globalScriptTask",
        GlobalTaskKind.BusinessRule => "globalBusinessRuleTask",
        _ => throw new InvalidOperationException($"Expected a known kind of global task, but got {task.Kind}."),
    };
}
