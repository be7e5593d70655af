using System.Text.Json;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.Kernel.Xml;
using Platform.KernelTesting;

namespace Platform.Conformance.BpmnExec;

/// <summary>Runs one case on the kernel and tells what was not as expected.</summary>
internal sealed class ExecRunner
{
    private readonly ExecCase test;
    private readonly KernelHost host;
    private readonly Dictionary<string, HostedInstance> named = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Instance, long Token), string> claims = [];
    private readonly ExecExpectations expectations;

    private ExecRunner(ExecCase test)
    {
        this.test = test;
        host = new KernelHost(test.Clock);
        expectations = new ExecExpectations(test, host, named, claims);
    }

    /// <summary>What failed; empty when the case passed.</summary>
    internal static IReadOnlyList<string> Run(ExecCase test) => new ExecRunner(test).Run();

    private List<string> Run()
    {
        var issues = Deploy();
        if (test.RejectedElement is { } element)
        {
            return issues.Exists(i => i.Element == element) ? [] : [$"expected a rejection of {element}, got {string.Join("; ", issues)}"];
        }
        if (issues.Count > 0)
        {
            return [.. issues.Select(i => $"deployment: {i.Element}: {i.Text}")];
        }
        for (int i = 0; i < test.Steps.Count; i++)
        {
            var failures = Take(test.Steps[i]).ToList();
            if (failures.Count > 0)
            {
                return [.. failures.Select(f => $"step {i + 1} {test.Steps[i].Name}: {f}")];
            }
        }
        return [.. host.Instances.Where(i => StateText.Of(i.State!) != StateText.Replayed(i.Graph, i.Facts))
            .Select(i => $"facts of {i.Graph.ProcessId} do not lead to its state")];
    }

    private List<(string Element, string Text)> Deploy()
    {
        var issues = new List<(string, string)>();
        var options = new CompileOptions { ExpressionOverrides = test.Overrides };
        foreach (string file in test.Files)
        {
            var read = BpmnReader.Read(File.ReadAllBytes(file));
            issues.AddRange(read.Issues.Where(i => i.Severity == ReadSeverity.Error).Select(i => (i.ElementId ?? "", i.ToString())));
            foreach (var process in read.Definitions?.Processes ?? [])
            {
                var result = GraphCompiler.Compile(read.Definitions!, process.Id, options);
                issues.AddRange(result.Issues.Where(i => i.Severity == IssueSeverity.Error).Select(i => (i.ElementId, $"{i.Code} {i.Message}")));
                if (result.Graph is { } graph)
                {
                    host.Deploy(graph);
                }
            }
        }
        return issues;
    }

    private IEnumerable<string> Take(JsonProperty step) => step.Name switch
    {
        "start" => Start(step.Value),
        "startByMessage" => StartByMessage(step.Value),
        "evaluateStartConditions" => StartByCondition(step.Value),
        "complete" => Complete(step.Value),
        "completeAnyOrder" => CompleteAnyOrder(step.Value),
        "claim" => Claim(step.Value),
        "trigger" => Resume(step.Value),
        "message" => Deliver(step.Value),
        "signal" => Signal(step.Value),
        "setVars" => SetVariables(step.Value),
        "advance" => Advance(step.Value),
        "cancel" => Cancel(step.Value),
        "expect" => expectations.Check(step.Value),
        _ => [$"unknown step {step.Name}"],
    };

    private IEnumerable<string> Start(JsonElement step)
    {
        var trigger = new Trigger.StartProcess { Variables = JsonValues.Variables(step) };
        var started = host.Start(step.Text("process")!, trigger, step.Text("businessKey"));
        return Remember(step, started.IsSuccess ? [started.Value] : [], started.Problem?.Message);
    }

    private IEnumerable<string> StartByMessage(JsonElement step)
    {
        var started = host.StartBy(EventKind.Message, step.Text("message")!, JsonValues.Variables(step));
        return Remember(step, started, "no message start event");
    }

    private IEnumerable<string> Remember(JsonElement step, IReadOnlyList<HostedInstance> started, string? problem)
    {
        if (step.Says("fails"))
        {
            return started.Count == 0 ? [] : ["expected a refusal"];
        }
        if (started.Count != 1)
        {
            return [$"started {started.Count} instances: {problem}"];
        }
        named[step.Text("as") ?? "p"] = started[0];
        expectations.LastStarted = started[0];
        return [];
    }

    private IEnumerable<string> StartByCondition(JsonElement step)
    {
        var started = host.StartByCondition(JsonValues.Variables(step));
        expectations.LastStarted = started.Count > 0 ? started[^1] : expectations.LastStarted;
        int expected = step.Number("started", 0);
        return started.Count == expected ? [] : [$"started {started.Count} instances, expected {expected}"];
    }

    private IEnumerable<string> Complete(JsonElement step)
    {
        string id = step.Text("task")!;
        int times = step.Number("times", 1);
        var open = expectations.Tasks(step).Where(t => t.Instance.ElementOf(t.Token) == id).Take(times).ToList();
        if (open.Count < times)
        {
            return [$"only {open.Count} of {times} tasks {id} are open"];
        }
        return open.Select(t => Resume(t.Instance, t.Token, step)).OfType<string>();
    }

    private IEnumerable<string> CompleteAnyOrder(JsonElement step)
    {
        var left = step.EnumerateArray().Select(t => t.GetString()!).ToList();
        while (left.Count > 0)
        {
            var (instance, token) = expectations.Tasks(default).FirstOrDefault(t => left.Contains(t.Instance.ElementOf(t.Token)));
            if (token is null)
            {
                return [$"none of {string.Join(", ", left)} is open"];
            }
            left.Remove(instance.ElementOf(token));
            if (Resume(instance, token, default) is { } problem)
            {
                return [problem];
            }
        }
        return [];
    }

    private IEnumerable<string> Claim(JsonElement step)
    {
        var (instance, token) = expectations.Tasks(step).FirstOrDefault(t => t.Instance.ElementOf(t.Token) == step.Text("task"));
        if (token is null)
        {
            return ["no such task"];
        }
        claims[(instance.Number, token.Id)] = step.Text("user")!;
        return [];
    }

    private IEnumerable<string> Resume(JsonElement step)
    {
        string id = step.Text("activity")!;
        int times = step.Number("times", 1);
        var waiting = expectations.Scope(step).SelectMany(i => i.State!.Tokens
            .Where(t => t.Status == TokenStatus.Event && i.ElementOf(t) == id)
            .Select(t => (Instance: i, Token: t))).Take(times).ToList();
        return waiting.Count < times
            ? [$"only {waiting.Count} of {times} tokens wait at {id}"]
            : waiting.Select(w => Resume(w.Instance, w.Token, step)).OfType<string>();
    }

    private string? Resume(HostedInstance instance, Token token, JsonElement step)
    {
        var variables = step.ValueKind == JsonValueKind.Object ? JsonValues.Variables(step) : [];
        return host.Send(instance, new Trigger.ResumeToken { TokenId = token.Id, Variables = variables })?.Message;
    }

    private IEnumerable<string> Deliver(JsonElement step)
    {
        var matches = expectations.Scope(step)
            .Where(i => step.Text("businessKey") is not { } key || i.BusinessKey == key)
            .SelectMany(i => i.State!.Subscriptions.Select(s => (Instance: i, Subscription: s)))
            .Where(m => m.Subscription.Kind == SubscriptionKind.Message && m.Subscription.Name == step.Text("name")
                && (step.Text("activity") is not { } activity || m.Instance.Graph.Nodes[m.Subscription.NodeIndex].Id == activity))
            .ToList();
        if (step.Says("fails"))
        {
            return matches.Count == 0 ? [] : ["something waits for the message"];
        }
        if (matches.Count != 1)
        {
            return [$"{matches.Count} subscriptions match"];
        }
        var trigger = new Trigger.DeliverMessage { SubscriptionId = matches[0].Subscription.Id, Variables = JsonValues.Variables(step) };
        return host.Send(matches[0].Instance, trigger) is { } problem ? [problem.Message] : [];
    }

    private IEnumerable<string> Signal(JsonElement step)
    {
        host.Broadcast(step.Text("name")!, JsonValues.Variables(step));
        return [];
    }

    private IEnumerable<string> SetVariables(JsonElement step)
    {
        var instance = step.Text("in") is { } name ? named[name]
            : step.Text("task") is { } task ? expectations.Tasks(default).First(t => t.Instance.ElementOf(t.Token) == task).Instance
            : host.Instances.Single(i => i.IsRunning);
        return host.Send(instance, new Trigger.SetVariables { Variables = JsonValues.Variables(step) }) is { } problem
            ? [problem.Message]
            : [];
    }

    private IEnumerable<string> Advance(JsonElement step)
    {
        if (!IsoDuration.TryParse(step.GetString()!, out var duration))
        {
            return [$"not a duration: {step}"];
        }
        host.Advance(duration);
        return [];
    }

    private IEnumerable<string> Cancel(JsonElement step) =>
        host.Send(named[step.Text("in") ?? "p"], new Trigger.CancelInstance { Reason = "case" }) is { } problem ? [problem.Message] : [];
}
