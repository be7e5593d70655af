using System.Text;
using Platform.Kernel;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Drafts;

namespace Platform.Runtime.Tests.Definitions;

/// <summary>A process of one step, saved and published as the designer does.</summary>
internal static class PublishDrafts
{
    /// <summary>Publishes version 1 from a deployment whose process file is <c>p.bpmn</c>.</summary>
    public static async Task<DeployedVersion> FirstVersionAsync(TestEngine engine, string step = "登记") =>
        (await engine.Get<DefinitionService>().DeployAsync(
            new Deploy { TenantId = TestCounty.Tenant, Name = "办件", Files = new Dictionary<string, byte[]> { ["p.bpmn"] = Encoding.UTF8.GetBytes(Bpmn(step)) } }, default)).Value.Definitions[0];

    public static Task<Result<long>> SaveAsync(TestEngine engine, string step, long revision, string by = "admin") => engine.Get<DraftService>().SaveAsync(
        new SaveDraft { TenantId = TestCounty.Tenant, Key = "p", Content = Encoding.UTF8.GetBytes(Bpmn(step)), Revision = revision, By = engine.County.Person(by) }, default);

    public static Task<Result<DeployOutcome>> PublishAsync(TestEngine engine, long revision, string note) =>
        engine.Get<DraftService>().PublishAsync(Order(engine, revision, note), default);

    public static PublishDraft Order(TestEngine engine, long revision, string note) =>
        new() { TenantId = TestCounty.Tenant, Key = "p", Revision = revision, By = engine.County.Person("admin"), Note = note };

    public static string Bpmn(string step) => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" targetNamespace="t">
          <process id="p" name="办件" isExecutable="true">
            <startEvent id="s"/>
            <userTask id="t" name="{step}"><extensionElements><gov:assignment post="登记员"/></extensionElements></userTask>
            <endEvent id="e"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
            <sequenceFlow id="f2" sourceRef="t" targetRef="e"/>
          </process>
        </definitions>
        """;
}
