using Platform.Conformance;
using Platform.Conformance.BpmnExec;
using Platform.Conformance.BpmnInterchange;
using Platform.Conformance.DmnTck;

// One line per command; each lives in its own folder and returns the process's exit code: 0 when nothing failed.
var commands = new Dictionary<string, Func<string[], TextWriter, Task<int>>>(StringComparer.Ordinal)
{
    ["bpmn-exec"] = BpmnExecCommand.RunAsync,
    ["bpmn-interchange"] = CommandLine.Sync(BpmnInterchangeCommand.Run),
    ["dmn-tck"] = CommandLine.Sync(DmnTckCommand.Run),
};

return await CommandLine.RunAsync(commands, args, Console.Out);
