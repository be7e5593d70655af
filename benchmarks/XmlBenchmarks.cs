using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Platform.Kernel.Layout;
using Platform.Kernel.Model;
using Platform.Kernel.Xml;

namespace Platform.Benchmarks;

/// <summary>Reading, writing and drawing a BPMN model of 600 nodes, as the designer does on opening and saving.</summary>
[MemoryDiagnoser]
public class XmlBenchmarks
{
    private const int Nodes = 600;
    private Definitions _model = new();
    private string _text = "";

    /// <summary>Builds the model once.</summary>
    [GlobalSetup]
    public void Build()
    {
        _text = BpmnWriter.Write(Sample());
        _model = BpmnReader.Read(_text).Definitions ?? throw new InvalidOperationException("Expected the sample to be read, but it was refused.");
    }

    /// <summary>File to model, with all checks.</summary>
    [Benchmark]
    public BpmnReadResult Read() => BpmnReader.Read(_text);

    /// <summary>Model to file.</summary>
    [Benchmark]
    public string Write() => BpmnWriter.Write(_model);

    /// <summary>The same model drawn anew.</summary>
    [Benchmark]
    public Definitions Draw() => DiagramLayout.Redraw(_model);

    /// <summary><c>xml</c>. Runs in this process: a child build would restore the packages again.</summary>
    internal static int Run(string[] args, TextWriter output)
    {
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithIterationCount(10).WithToolchain(InProcessNoEmitToolchain.Instance));
        var summary = BenchmarkRunner.Run<XmlBenchmarks>(config, args);
        output.WriteLine($"{summary.Reports.Length} benchmarks of {Sample().Processes.Single().FlowElements.Length} elements");
        return summary.HasCriticalValidationErrors ? 1 : 0;
    }

    /// <summary>A chain of nodes, every tenth an exclusive gateway with a way back, each task with our extensions.</summary>
    internal static Definitions Sample()
    {
        var elements = new List<FlowElement>();
        var drawing = new List<DiagramNode>();
        for (var i = 0; i < Nodes; i++)
        {
            elements.Add(Node(i));
            drawing.Add(new DiagramShape { Id = $"n{i}_di", BpmnElement = $"n{i}", Bounds = new() { X = i * 150, Y = 100, Width = 100, Height = 80 } });
            if (i > 0)
            {
                Connect(elements, drawing, $"f{i}", i - 1, i);
            }

            if (i % 10 == 9)
            {
                Connect(elements, drawing, $"b{i}", i, i - 5);
            }
        }

        return new()
        {
            Id = "sample",
            TargetNamespace = "urn:sample",
            RootElements = [new ProcessDefinition { Id = "p", IsExecutable = true, FlowElements = [.. elements] }],
            Diagrams = [new() { Id = "d", Plane = new() { Id = "plane", BpmnElement = "p", Nodes = [.. drawing] } }],
        };
    }

    private static FlowNode Node(int i) => i switch
    {
        0 => new StartEvent { Id = "n0" },
        Nodes - 1 => new EndEvent { Id = $"n{i}" },
        _ when i % 10 == 9 => new ExclusiveGateway { Id = $"n{i}", Default = $"f{i + 1}" },
        _ => new UserTask
        {
            Id = $"n{i}",
            Name = $"办理环节 {i}",
            Documentation = [new() { Text = "按职责办理并填写意见。" }],
            Extensions = new()
            {
                Elements =
                [
                    Gov("assignment", ("post", "承办人"), ("unit", "leadUnit")),
                    Gov("deadline", ("kind", "working"), ("amount", "2"), ("unit", "day"), ("from", "entry"), ("clock", "promise")),
                    Gov("outcome", ("value", "done"), ("text", "已办")),
                ],
            },
        },
    };

    private static void Connect(List<FlowElement> elements, List<DiagramNode> drawing, string id, int from, int to)
    {
        elements.Add(new SequenceFlow { Id = id, SourceRef = $"n{from}", TargetRef = $"n{to}", Condition = from % 10 == 9 && to < from ? Expression.Formal("round < 3") : null });
        drawing.Add(new DiagramEdge { Id = $"{id}_di", BpmnElement = id, Waypoints = [new() { X = (from * 150) + 100, Y = 140 }, new() { X = to * 150, Y = 140 }] });
    }

    private static ExtensionElement Gov(string name, params (string Name, string Value)[] attributes) => new()
    {
        NamespaceUri = Extensions.GovNamespace,
        Prefix = "gov",
        LocalName = name,
        Attributes = [.. attributes.Select(a => new ExtensionAttribute("", a.Name, a.Value))],
    };
}
