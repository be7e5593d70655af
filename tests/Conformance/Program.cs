using Platform.Conformance;
using Platform.Conformance.DmnTck;

// One line per command; each lives in its own folder and returns the process's exit code: 0 when nothing failed.
var commands = new Dictionary<string, Func<string[], TextWriter, int>>(StringComparer.Ordinal)
{
    ["dmn-tck"] = DmnTckCommand.Run,
};

return CommandLine.Run(commands, args, Console.Out);
