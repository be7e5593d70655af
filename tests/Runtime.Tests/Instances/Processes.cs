namespace Platform.Runtime.Tests.Instances;

/// <summary>Small processes for tests of the runner, named by their shape.</summary>
internal static class Processes
{
    /// <summary>One task for the registrar with a deadline of five days, then one for the director.</summary>
    internal static readonly (string Name, string Text) TwoTasks = ("two.bpmn", Wrap("""
        <process id="two" isExecutable="true">
          <startEvent id="start"/><sequenceFlow id="f0" sourceRef="start" targetRef="one"/>
          <userTask id="one" name="登记"><extensionElements><gov:assignment role="registrar"/><gov:deadline kind="calendar" amount="5" unit="day" from="entry" clock="legal"/></extensionElements></userTask>
          <sequenceFlow id="f1" sourceRef="one" targetRef="other"/>
          <userTask id="other" name="审核"><extensionElements><gov:assignment role="director"/></extensionElements></userTask>
          <sequenceFlow id="f2" sourceRef="other" targetRef="end"/><endEvent id="end"/>
        </process>
        """));

    /// <summary>A task that a timer of one hour interrupts.</summary>
    internal static readonly (string Name, string Text) TimedTask = ("timed.bpmn", Wrap("""
        <process id="timed" isExecutable="true">
          <startEvent id="start"/><sequenceFlow id="f0" sourceRef="start" targetRef="work"/>
          <userTask id="work"><extensionElements><gov:assignment role="registrar"/></extensionElements></userTask>
          <sequenceFlow id="f1" sourceRef="work" targetRef="end"/><endEvent id="end"/>
          <boundaryEvent id="late" attachedToRef="work"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
          <sequenceFlow id="f2" sourceRef="late" targetRef="chase"/>
          <userTask id="chase" name="催办"><extensionElements><gov:assignment role="director"/></extensionElements></userTask>
          <sequenceFlow id="f3" sourceRef="chase" targetRef="end2"/><endEvent id="end2"/>
        </process>
        """));

    /// <summary>Waits for the message 回执 with the matter's number as key.</summary>
    internal static readonly (string Name, string Text) WaitsForMessage = ("message.bpmn", Wrap("""
        <message id="m" name="回执"/>
        <process id="waits" isExecutable="true">
          <startEvent id="start"/><sequenceFlow id="f0" sourceRef="start" targetRef="wait"/>
          <intermediateCatchEvent id="wait"><messageEventDefinition messageRef="m"><extensionElements/></messageEventDefinition></intermediateCatchEvent>
          <sequenceFlow id="f1" sourceRef="wait" targetRef="task"/>
          <userTask id="task"><extensionElements><gov:assignment role="registrar"/></extensionElements></userTask>
          <sequenceFlow id="f2" sourceRef="task" targetRef="end"/><endEvent id="end"/>
        </process>
        """));

    /// <summary>Calls the process two.</summary>
    internal static readonly (string Name, string Text) Calls = ("calls.bpmn", Wrap("""
        <process id="calls" isExecutable="true">
          <startEvent id="start"/><sequenceFlow id="f0" sourceRef="start" targetRef="call"/>
          <callActivity id="call" calledElement="two"/>
          <sequenceFlow id="f1" sourceRef="call" targetRef="end"/><endEvent id="end"/>
        </process>
        """));

    /// <summary>A task for a post that nobody holds.</summary>
    internal static readonly (string Name, string Text) NobodyThere = ("nobody.bpmn", Wrap("""
        <process id="nobody" isExecutable="true">
          <startEvent id="start"/><sequenceFlow id="f0" sourceRef="start" targetRef="one"/>
          <userTask id="one" name="空岗"><extensionElements><gov:assignment role="no-such-role"/></extensionElements></userTask>
          <sequenceFlow id="f1" sourceRef="one" targetRef="end"/><endEvent id="end"/>
        </process>
        """));

    internal static string Wrap(string body) =>
        $"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" targetNamespace="urn:test">{body}</definitions>""";
}
