namespace Platform.Workflows.Tests.Rehearsals;

/// <summary>A small process that an official starts with a form, and that only people of one post may start.</summary>
internal static class StartedProcess
{
    public const string Key = "leave";

    public const string Bpmn = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" targetNamespace="t">
          <process id="leave" name="请假" isExecutable="true">
            <startEvent id="s"><extensionElements><gov:form ref="start.form.json"/></extensionElements></startEvent>
            <userTask id="approve" name="批准"><extensionElements><gov:assignment post="主任" claim="true"/><gov:outcome value="yes" text="同意"/></extensionElements></userTask>
            <endEvent id="e"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="approve"/>
            <sequenceFlow id="f2" sourceRef="approve" targetRef="e"/>
          </process>
        </definitions>
        """;

    public const string Form = """{"title":"请假","fields":[{"key":"who","label":"代班人","type":"person"},{"key":"days","label":"天数","type":"number","required":true}]}""";

    public const string Scenario = """
        剧本: 请假获批
        开始: 2026-03-02 09:00
        步骤:
          - 发起: { 谁: zhujian-cb, 被拒: form.invalid }
          - 发起: { 谁: zhujian-cb, 表单: { days: 3, who: dengji } }
          - 期望: { 待办: [批准] }
          - 签收: { 任务: 批准, 谁: lianxi }
          - 退签: { 任务: 批准, 谁: lianxi }
          - 办理: { 任务: 批准, 谁: lianxi, 结论: yes }
          - 期望: { 待办: [], 已办结: 是 }
        """;
}
