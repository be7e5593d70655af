using System.Text.Json;
using Platform.Decisions.Feel;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;

namespace Platform.Conformance.BpmnExec;

/// <summary>Looks at what the host shows from outside and compares it with the expect steps of a case.</summary>
internal sealed class ExecExpectations(
    ExecCase test, IExecHost host, IReadOnlyDictionary<string, ExecInstance> named, IReadOnlyDictionary<(int Instance, long Token), string> claims)
{
    /// <summary>Instance started last; the one whose variables are meant when none is named.</summary>
    internal ExecInstance? LastStarted { get; set; }

    /// <summary>Every member that does not hold.</summary>
    internal IEnumerable<string> Check(JsonElement expect) =>
        expect.EnumerateObject().SelectMany(member => Check(expect, member.Name, member.Value));

    /// <summary>Running instances that a step means: all, or one and those it called.</summary>
    internal IEnumerable<ExecInstance> Scope(JsonElement step)
    {
        string? name = step.ValueKind == JsonValueKind.Object ? step.Text("in") : null;
        return host.Instances.Where(i => i.IsRunning && (name is null || IsWithin(i, named[name])));
    }

    /// <summary>Open user tasks that a step means.</summary>
    internal IEnumerable<(ExecInstance Instance, Token Token)> Tasks(JsonElement step) =>
        Scope(step).SelectMany(i => i.OpenTasks.Select(t => (i, t)));

    private static bool IsWithin(ExecInstance instance, ExecInstance root)
    {
        for (ExecInstance? at = instance; at is not null; at = at.Parent)
        {
            if (at == root)
            {
                return true;
            }
        }
        return false;
    }

    private IEnumerable<string> Check(JsonElement expect, string member, JsonElement value) => member switch
    {
        "in" => [],
        "tasks" => Same(member, Texts(value), Tasks(expect).Select(t => t.Instance.ElementOf(t.Token))),
        "waiting" => Same(member, Texts(value), Scope(expect).SelectMany(Waiting)),
        "ended" => Texts(value).Where(n => named[n].IsRunning).Select(n => $"{n} has not ended{Incidents()}"),
        "instances" => Same(member, value.GetInt32(), Scope(expect).Count()),
        "timers" => Same(member, value.GetInt32(), Scope(expect).Sum(i => i.State.Timers.Length) + host.PendingStartTimers),
        "messages" => Same(member, Counts(value), Names(expect, SubscriptionKind.Message, EventKind.Message)),
        "signals" => Same(member, Counts(value), Names(expect, SubscriptionKind.Signal, EventKind.Signal)),
        "conditions" => Same(member, value.GetInt32(), Scope(expect).Sum(i => i.State.Subscriptions.Count(s => s.Kind == SubscriptionKind.Conditional))),
        "vars" => Variables(Instance(expect).State.VariablesAt(0), value),
        "noVars" => Absent(Instance(expect).State.VariablesAt(0), value),
        "varsAt" => VariablesAt(expect, value),
        "assignees" => Same(member, Texts(value), Tasks(expect).Select(t => Assignee(t.Instance, t.Token) ?? "").Order(StringComparer.Ordinal)),
        "task" => value.EnumerateObject().SelectMany(t => CheckTask(expect, t.Name, t.Value)),
        _ => [$"unknown expectation {member}"],
    };

    private static IEnumerable<string> Texts(JsonElement value) => value.EnumerateArray().Select(t => t.GetString()!);

    private static IEnumerable<string> Counts(JsonElement value) =>
        value.EnumerateObject().SelectMany(c => Enumerable.Repeat(c.Name, c.Value.GetInt32()));

    private static IEnumerable<string> Same(string what, int expected, int actual) =>
        expected == actual ? [] : [$"{what}: expected {expected}, but was {actual}"];

    private IEnumerable<string> Same(string what, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var wanted = expected.Order(StringComparer.Ordinal).ToList();
        var found = actual.Order(StringComparer.Ordinal).ToList();
        return wanted.SequenceEqual(found)
            ? []
            : [$"{what}: expected [{string.Join(", ", wanted)}], but was [{string.Join(", ", found)}]{Incidents()}"];
    }

    private static IEnumerable<string> Variables(IFeelScope scope, JsonElement expected) =>
        expected.EnumerateObject()
            .Select(v => (v.Name, Wanted: JsonValues.ToFeel(v.Value), Found: scope.TryGet(v.Name, out var found) ? found : FeelValue.Null))
            .Where(v => !v.Wanted.Equals(v.Found))
            .Select(v => $"{v.Name}: expected {v.Wanted}, but was {v.Found}");

    private static IEnumerable<string> Absent(IFeelScope scope, JsonElement names) =>
        Texts(names).Where(n => scope.TryGet(n, out _)).Select(n => $"{n} is there, but should not be");

    private static IEnumerable<string> Waiting(ExecInstance instance)
    {
        foreach (var token in instance.State.Tokens.Where(t => t.Status == TokenStatus.Event))
        {
            if (instance.Graph.Nodes[token.NodeIndex].Kind != ElementKind.EventGateway)
            {
                yield return instance.ElementOf(token);
                continue;
            }
            foreach (int node in instance.State.Timers.Where(t => t.TokenId == token.Id).Select(t => t.NodeIndex)
                .Concat(instance.State.Subscriptions.Where(s => s.TokenId == token.Id).Select(s => s.NodeIndex)))
            {
                yield return instance.Graph.Nodes[node].Id;
            }
        }
    }

    private string Incidents() =>
        string.Concat(host.Instances.SelectMany(i => i.Problems).Select(p => $" | {p.Code} {p.Message}"));

    private IEnumerable<string> Names(JsonElement expect, SubscriptionKind kind, EventKind startKind)
    {
        var world = new World { Now = host.Now };
        var starts = host.Graphs.SelectMany(g => g.StartNodes)
            .Where(n => n.Event!.Kind == startKind)
            .Select(n => ProcessStart.NameOf(n, world) ?? "?");
        return Scope(expect).SelectMany(i => i.State.Subscriptions).Where(s => s.Kind == kind).Select(s => s.Name).Concat(starts);
    }

    private ExecInstance Instance(JsonElement expect) => expect.Text("in") is { } name ? named[name] : LastStarted!;

    private IEnumerable<string> VariablesAt(JsonElement expect, JsonElement value)
    {
        string id = value.Text("task") ?? value.Text("activity")!;
        var place = Scope(expect).SelectMany(i => i.State.Tokens.Select(t => (Instance: i, Token: t)))
            .FirstOrDefault(p => p.Instance.ElementOf(p.Token) == id);
        if (place.Token is null)
        {
            return [$"no token at {id}"];
        }
        var scope = place.Instance.State.VariablesAt(place.Token.Id);
        var wrong = value.TryGetProperty("vars", out var vars) ? Variables(scope, vars) : [];
        return value.TryGetProperty("absent", out var absent) ? wrong.Concat(Absent(scope, absent)) : wrong;
    }

    private VendorTask Vendor(ExecInstance instance, Token token) => new(instance, token, test.Overrides);

    private string? Assignee(ExecInstance instance, Token token) =>
        claims.TryGetValue((instance.Number, token.Id), out string? user) ? user : Vendor(instance, token).Assignee;

    private IEnumerable<string> CheckTask(JsonElement expect, string id, JsonElement wanted)
    {
        var (instance, token) = Tasks(expect).FirstOrDefault(t => t.Instance.ElementOf(t.Token) == id);
        if (token is null)
        {
            return [$"no task {id}"];
        }
        var task = Vendor(instance, token);
        return wanted.EnumerateObject().SelectMany(field => field.Name switch
        {
            "assignee" => Field(field, Assignee(instance, token)),
            "name" => Field(field, task.Name),
            "description" => Field(field, task.Description),
            "priority" => Field(field, task.Priority),
            "dueDate" => Field(field, task.DueDate),
            "dueIn" => DueIn(field, task.DueDate),
            "candidateUsers" => Same(field.Name, Texts(field.Value), task.CandidateUsers),
            "candidateGroups" => Same(field.Name, Texts(field.Value), task.CandidateGroups),
            _ => [$"unknown task field {field.Name}"],
        });
    }

    private IEnumerable<string> DueIn(JsonProperty field, string? due) =>
        due is not null && IsoDuration.TryParse(due, out var found) && IsoDuration.TryParse(field.Value.GetString()!, out var wanted)
            && found == wanted
            ? []
            : [$"dueIn: expected {field.Value} at {host.Now:O}, but the task says {due}"];

    private static IEnumerable<string> Field(JsonProperty field, string? actual)
    {
        string? wanted = field.Value.ValueKind == JsonValueKind.Null ? null : field.Value.ToString();
        return wanted == actual ? [] : [$"{field.Name}: expected {wanted ?? "nothing"}, but was {actual ?? "nothing"}"];
    }
}
