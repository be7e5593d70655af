using Platform.Conformance;
using Platform.Conformance.BpmnExec;
using Platform.Conformance.BpmnInterchange;
using Platform.Conformance.DmnTck;

// One line per command; each lives in its own folder and returns the process's exit code: 0 when nothing failed.
var commands = new Dictionary<string, Func<string[], TextWriter, int>>(StringComparer.Ordinal)
{
    ["bpmn-exec"] = BpmnExecCommand.Run,
    ["bpmn-interchange"] = BpmnInterchangeCommand.Run,
    ["dmn-tck"] = DmnTckCommand.Run,
};

return CommandLine.Run(commands, args, Console.Out);
