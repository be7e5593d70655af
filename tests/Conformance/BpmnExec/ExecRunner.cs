using System.Text.Json;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;

namespace Platform.Conformance.BpmnExec;

/// <summary>Runs one case on a host and tells what was not as expected.</summary>
internal sealed class ExecRunner
{
    private readonly ExecCase test;
    private readonly IExecHost host;
    private readonly Dictionary<string, ExecInstance> named = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Instance, long Token), string> claims = [];
    private readonly ExecExpectations expectations;

    private ExecRunner(ExecCase test, IExecHost host)
    {
        this.test = test;
        this.host = host;
        expectations = new ExecExpectations(test, host, named, claims);
    }

    /// <summary>What failed; empty when the case passed.</summary>
    internal static Task<IReadOnlyList<string>> RunAsync(ExecCase test, IExecHost host) => new ExecRunner(test, host).RunAsync();

    private async Task<IReadOnlyList<string>> RunAsync()
    {
        var issues = await host.DeployAsync(test);
        if (test.RejectedElement is { } element)
        {
            return issues.Any(i => i.Element == element) ? [] : [$"expected a rejection of {element}, got {string.Join("; ", issues)}"];
        }
        if (issues.Count > 0)
        {
            return [.. issues.Select(i => $"deployment: {i.Element}: {i.Text}")];
        }
        for (int i = 0; i < test.Steps.Count; i++)
        {
            var failures = (await TakeAsync(test.Steps[i])).ToList();
            if (failures.Count > 0)
            {
                return [.. failures.Select(f => $"step {i + 1} {test.Steps[i].Name}: {f}")];
            }
        }
        return await host.AuditAsync();
    }

    private async Task<IEnumerable<string>> TakeAsync(JsonProperty step) => step.Name switch
    {
        "start" => await StartAsync(step.Value),
        "startByMessage" => await StartByMessageAsync(step.Value),
        "evaluateStartConditions" => await StartByConditionAsync(step.Value),
        "complete" => await CompleteAsync(step.Value),
        "completeAnyOrder" => await CompleteAnyOrderAsync(step.Value),
        "claim" => Claim(step.Value),
        "trigger" => await ResumeAsync(step.Value),
        "message" => await DeliverAsync(step.Value),
        "signal" => await SignalAsync(step.Value),
        "setVars" => await SetVariablesAsync(step.Value),
        "advance" => await AdvanceAsync(step.Value),
        "cancel" => await SendAsync(named[step.Value.Text("in") ?? "p"], new Trigger.CancelInstance { Reason = "case" }),
        "expect" => expectations.Check(step.Value),
        _ => [$"unknown step {step.Name}"],
    };

    private async Task<IEnumerable<string>> StartAsync(JsonElement step)
    {
        var started = await host.StartAsync(step.Text("process")!, step.Text("businessKey"), JsonValues.Variables(step));
        return Remember(step, started.IsSuccess ? [started.Value] : [], started.Problem?.Message);
    }

    private async Task<IEnumerable<string>> StartByMessageAsync(JsonElement step)
    {
        var started = await host.StartByMessageAsync(step.Text("message")!, JsonValues.Variables(step));
        return Remember(step, started, "no message start event");
    }

    private IEnumerable<string> Remember(JsonElement step, IReadOnlyList<ExecInstance> started, string? problem)
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

    private async Task<IEnumerable<string>> StartByConditionAsync(JsonElement step)
    {
        var started = await host.StartByConditionAsync(JsonValues.Variables(step));
        expectations.LastStarted = started.Count > 0 ? started[^1] : expectations.LastStarted;
        int expected = step.Number("started", 0);
        return started.Count == expected ? [] : [$"started {started.Count} instances, expected {expected}"];
    }

    private async Task<IEnumerable<string>> CompleteAsync(JsonElement step)
    {
        string id = step.Text("task")!;
        int times = step.Number("times", 1);
        var open = expectations.Tasks(step).Where(t => t.Instance.ElementOf(t.Token) == id).Take(times).ToList();
        return open.Count < times ? [$"only {open.Count} of {times} tasks {id} are open"] : await ResumeAllAsync(open, step);
    }

    private async Task<IEnumerable<string>> CompleteAnyOrderAsync(JsonElement step)
    {
        var left = step.EnumerateArray().Select(t => t.GetString()!).ToList();
        var problems = new List<string>();
        while (left.Count > 0 && problems.Count == 0)
        {
            var (instance, token) = expectations.Tasks(default).FirstOrDefault(t => left.Contains(t.Instance.ElementOf(t.Token)));
            if (token is null)
            {
                return [$"none of {string.Join(", ", left)} is open"];
            }
            left.Remove(instance.ElementOf(token));
            problems.AddRange(await ResumeAllAsync([(instance, token)], default));
        }
        return problems;
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

    private async Task<IEnumerable<string>> ResumeAsync(JsonElement step)
    {
        string id = step.Text("activity")!;
        int times = step.Number("times", 1);
        var waiting = expectations.Scope(step).SelectMany(i => i.State.Tokens
            .Where(t => t.Status == TokenStatus.Event && i.ElementOf(t) == id)
            .Select(t => (Instance: i, Token: t))).Take(times).ToList();
        return waiting.Count < times ? [$"only {waiting.Count} of {times} tokens wait at {id}"] : await ResumeAllAsync(waiting, step);
    }

    private async Task<IEnumerable<string>> ResumeAllAsync(IEnumerable<(ExecInstance Instance, Token Token)> tokens, JsonElement step)
    {
        var variables = step.ValueKind == JsonValueKind.Object ? JsonValues.Variables(step) : [];
        var problems = new List<string>();
        foreach (var (instance, token) in tokens)
        {
            problems.AddRange(await SendAsync(instance, new Trigger.ResumeToken { TokenId = token.Id, Variables = variables }));
        }
        return problems;
    }

    private async Task<IEnumerable<string>> DeliverAsync(JsonElement step)
    {
        var matches = expectations.Scope(step)
            .Where(i => step.Text("businessKey") is not { } key || i.BusinessKey == key)
            .SelectMany(i => i.State.Subscriptions.Select(s => (Instance: i, Subscription: s)))
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
        return await SendAsync(matches[0].Instance, trigger);
    }

    private async Task<IEnumerable<string>> SignalAsync(JsonElement step)
    {
        await host.BroadcastAsync(step.Text("name")!, JsonValues.Variables(step));
        return [];
    }

    private Task<IEnumerable<string>> SetVariablesAsync(JsonElement step)
    {
        var instance = step.Text("in") is { } name ? named[name]
            : step.Text("task") is { } task ? expectations.Tasks(default).First(t => t.Instance.ElementOf(t.Token) == task).Instance
            : host.Instances.Single(i => i.IsRunning);
        return SendAsync(instance, new Trigger.SetVariables { Variables = JsonValues.Variables(step) });
    }

    private async Task<IEnumerable<string>> AdvanceAsync(JsonElement step)
    {
        if (!IsoDuration.TryParse(step.GetString()!, out var duration))
        {
            return [$"not a duration: {step}"];
        }
        await host.AdvanceAsync(duration);
        return [];
    }

    private async Task<IEnumerable<string>> SendAsync(ExecInstance instance, Trigger trigger) =>
        await host.SendAsync(instance, trigger) is { } problem ? [$"{problem.Code} {problem.Message}"] : [];
}
