using System.Globalization;
using System.Text;

namespace Platform.Benchmarks.Designing;

/// <summary>Makes block-structured processes of any size: steps one after another, with branches and parallel ways among them.</summary>
internal static class LargeModel
{
    /// <summary>A process.</summary>
    /// <param name="key">Its id.</param>
    /// <param name="nodes">About how many elements besides flows.</param>
    /// <param name="documentation">Characters of documentation on each step.</param>
    internal static string Bpmn(string key, int nodes, int documentation)
    {
        StringBuilder xml = new();
        string words = string.Concat(Enumerable.Repeat("请核实有关情况，依法依规办理，并在期限内反馈。", (documentation / 22) + 1));
        string from = "s";
        int count = 1, flows = 0;
        void Flow(string source, string target, string? condition = null) => xml.Append(CultureInfo.InvariantCulture, $"<sequenceFlow id=\"f{++flows}\" sourceRef=\"{source}\" targetRef=\"{target}\"").Append(condition is null ? "/>" : $"><conditionExpression>{condition}</conditionExpression></sequenceFlow>");
        string Step()
        {
            string id = "n" + ++count;
            xml.Append(CultureInfo.InvariantCulture, $"<userTask id=\"{id}\" name=\"第 {count} 步核实办理\">");
            xml.Append(documentation > 0 ? $"<documentation>{words[..documentation]}</documentation>" : "");
            xml.Append("<extensionElements><gov:assignment post=\"登记员\"/><gov:deadline amount=\"3\" unit=\"day\" kind=\"working\"/></extensionElements></userTask>");
            return id;
        }

        string Gate(string type, string? name = null)
        {
            string id = "n" + ++count;
            xml.Append(CultureInfo.InvariantCulture, $"<{type} id=\"{id}\"{(name is null ? "" : $" name=\"{name}\" default=\"f{flows + 3}\"")}/>");
            return id;
        }

        void Next(string id)
        {
            Flow(from, id);
            from = id;
        }

        while (count < nodes - 8)
        {
            Next(Step());
            bool isChoice = count % 2 == 0;
            string split = isChoice ? Gate("exclusiveGateway", "要不要复核") : Gate("parallelGateway");
            Next(split);
            string one = Step(), other = Step(), join = Gate(isChoice ? "exclusiveGateway" : "parallelGateway");
            Flow(split, one, isChoice ? "金额 &gt; 5000" : null);
            Flow(split, other);
            Flow(one, join);
            Flow(other, join);
            from = join;
        }

        Next(Step());
        Flow(from, "e");
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" targetNamespace="urn:shanzhi:workflows" id="d">
            <process id="{key}" name="大流程 {nodes}" isExecutable="true"><startEvent id="s"/>{xml}<endEvent id="e"/></process></definitions>
            """;
    }
}
