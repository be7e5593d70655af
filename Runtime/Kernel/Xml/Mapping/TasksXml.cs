using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>Tasks and call activities.</summary>
internal static class TasksXml
{
    private const string Unspecified = TaskImplementation.Unspecified;
    private const string WebService = TaskImplementation.WebService;

    public static UserTask ReadUser(ElementReader r) => FlowElementsXml.Activity(r, new UserTask
    {
        Implementation = r.Text("implementation", Unspecified),
        Renderings = r.Many("rendering", ReadRendering),
    });

    public static ServiceTask ReadService(ElementReader r) => FlowElementsXml.Activity(r, new ServiceTask
    {
        Implementation = r.Text("implementation", WebService),
        OperationRef = r.Ref("operationRef"),
    });

    public static ScriptTask ReadScript(ElementReader r) => FlowElementsXml.Activity(r, new ScriptTask
    {
        ScriptFormat = r.Text("scriptFormat"),
        Script = r.One("script", DocumentationXml.ReadScript),
    });

    public static BusinessRuleTask ReadBusinessRule(ElementReader r) => FlowElementsXml.Activity(r, new BusinessRuleTask
    {
        Implementation = r.Text("implementation", Unspecified),
    });

    public static SendTask ReadSend(ElementReader r) => FlowElementsXml.Activity(r, new SendTask
    {
        Implementation = r.Text("implementation", WebService),
        MessageRef = r.Ref("messageRef"),
        OperationRef = r.Ref("operationRef"),
    });

    public static ReceiveTask ReadReceive(ElementReader r) => FlowElementsXml.Activity(r, new ReceiveTask
    {
        Implementation = r.Text("implementation", WebService),
        Instantiate = r.Flag("instantiate", false),
        MessageRef = r.Ref("messageRef"),
        OperationRef = r.Ref("operationRef"),
    });

    public static CallActivity ReadCall(ElementReader r) => FlowElementsXml.Activity(r, new CallActivity
    {
        CalledElement = r.FarRef("calledElement"),
    });

    public static Rendering ReadRendering(ElementReader r) => r.Documented(new Rendering());

    public static void Write(ElementWriter w, ActivityNode task)
    {
        w.Start(ElementName(task), task);
        FlowElementsXml.ActivityAttributes(w, task);
        WriteAttributes(w, task);
        FlowElementsXml.ActivityBody(w, task);
        if (task is UserTask user)
        {
            w.Many(user.Renderings, Write);
        }
        else if (task is ScriptTask script)
        {
            w.One(script.Script, DocumentationXml.Write);
        }

        w.End(task);
    }

    public static void Write(ElementWriter w, Rendering rendering)
    {
        w.Start("rendering", rendering);
        w.Body(rendering);
        w.End(rendering);
    }

    private static string ElementName(ActivityNode task) => task switch
    {
        AbstractTask => "task",
        UserTask => "userTask",
        ManualTask => "manualTask",
        ServiceTask => "serviceTask",
        ScriptTask => "scriptTask",
        BusinessRuleTask => "businessRuleTask",
        SendTask => "sendTask",
        ReceiveTask => "receiveTask",
        CallActivity => "callActivity",
        _ => throw new InvalidOperationException($"Expected a task or a call, but got {task.GetType().Name}."),
    };

    private static void WriteAttributes(ElementWriter w, ActivityNode task)
    {
        switch (task)
        {
            case UserTask user:
                w.Text("implementation", user.Implementation, Unspecified, user);
                break;
            case ServiceTask service:
                w.Text("implementation", service.Implementation, WebService, service);
                w.Text("operationRef", service.OperationRef);
                break;
            case ScriptTask script:
                w.Text("scriptFormat", script.ScriptFormat);
                break;
            case BusinessRuleTask rule:
                w.Text("implementation", rule.Implementation, Unspecified, rule);
                break;
            case SendTask send:
                w.Text("implementation", send.Implementation, WebService, send);
                w.Text("messageRef", send.MessageRef);
                w.Text("operationRef", send.OperationRef);
                break;
            case ReceiveTask receive:
                w.Text("implementation", receive.Implementation, WebService, receive);
                w.Flag("instantiate", receive.Instantiate, false, receive);
                w.Text("messageRef", receive.MessageRef);
                w.Text("operationRef", receive.OperationRef);
                break;
            case CallActivity call:
                w.Text("calledElement", call.CalledElement);
                break;
            default:
                break;
        }
    }
}
