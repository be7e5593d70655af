using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Runtime.Instances;
using Platform.Runtime.Persistence;

namespace Platform.FaultWorker;

/// <summary>Starts matters and completes some of their tasks, for ever.</summary>
public static class Matters
{
    /// <summary>The county.</summary>
    public const string Tenant = "999901";

    /// <summary>The process: a task with a deadline and a timer beside it, then another task.</summary>
    public const string Bpmn = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" targetNamespace="urn:test">
          <process id="fault" isExecutable="true">
            <startEvent id="start"/><sequenceFlow id="f0" sourceRef="start" targetRef="one"/>
            <userTask id="one"><extensionElements><gov:assignment role="registrar"/><gov:deadline kind="calendar" amount="2" unit="hour" from="entry" clock="legal"/></extensionElements></userTask>
            <boundaryEvent id="remind" attachedToRef="one" cancelActivity="false"><timerEventDefinition><timeDuration>PT10M</timeDuration></timerEventDefinition></boundaryEvent>
            <sequenceFlow id="f3" sourceRef="remind" targetRef="reminded"/><endEvent id="reminded"/>
            <sequenceFlow id="f1" sourceRef="one" targetRef="two"/>
            <userTask id="two"><extensionElements><gov:assignment role="registrar"/><gov:deadline kind="calendar" amount="2" unit="hour" from="entry" clock="legal"/></extensionElements></userTask>
            <sequenceFlow id="f2" sourceRef="two" targetRef="end"/><endEvent id="end"/>
          </process>
        </definitions>
        """;

    /// <summary>Runs until the process is killed. Prints <c>instance seq command</c> for each answer.</summary>
    /// <param name="services">The node.</param>
    /// <param name="lane">Tells the lanes apart.</param>
    public static async Task RunAsync(IServiceProvider services, int lane)
    {
        InstanceService instances = services.GetRequiredService<InstanceService>();
        InstanceRunner runner = services.GetRequiredService<InstanceRunner>();
        for (int i = lane; ; i++)
        {
            Guid command = NewId();
            Result<StepOutcome> step = await instances.StartAsync(
                new StartInstance { TenantId = Tenant, ProcessKey = "fault", CommandId = command, Actor = Actor.System }, CancellationToken.None);
            Tell(step.Value, command);

            // Every third matter waits for its timer and its deadline, every second for those of the other task.
            for (int left = i % 3 == 0 ? 0 : (i % 2) + 1; left > 0; left--)
            {
                TaskRow task = step.Value.CreatedTasks[0];
                command = NewId();
                step = await runner.RunAsync(
                    new InstanceCommand
                    {
                        TenantId = Tenant,
                        InstanceId = Guid.Empty,
                        TaskId = task.Id,
                        CommandId = command,
                        Actor = Actor.System,
                        Trigger = new Trigger.ResumeToken { TokenId = task.TokenId },
                        Additions = new StepAdditions
                        {
                            Completion = new TaskCompletion { TaskId = task.Id, RowVersion = task.RowVersion, By = task.AssigneeId ?? Guid.Empty, At = task.CreatedAt },
                        },
                    },
                    CancellationToken.None);
                Tell(step.Value, command);
            }
        }
    }

    private static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    private static void Tell(StepOutcome step, Guid command) => Console.WriteLine($"{step.InstanceId} {step.Seq} {command}");
}
