using Platform.Decisions.Dmn.Execution;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Dmn.Xml;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Compilation;

/// <summary>Compiles a model with its imports: units first, then nodes, then the logic of the nodes.</summary>
internal sealed class ModelCompiler(Func<string, DecisionModel?> imports)
{
    /// <summary>Uses of models, all ways counted; more is taken for a mistake.</summary>
    private const int MaxUnits = 200;

    private readonly CompileIssues _issues = new();
    private readonly List<ModelUnit> _units = [];
    private readonly Dictionary<GraphNode, BoxedExpression?> _logic = [];
    private int _nodeCount;

    internal DecisionCompileResult Compile(DecisionModel model)
    {
        var root = Load(model, [], []);
        foreach (var unit in _units)
        {
            CreateNodes(unit);
        }

        var tables = CompileLogic(root);
        foreach (var unit in _units.Where(u => u != root))
        {
            CompileLogic(unit);
        }

        new CycleCheck(_issues).Run(_units);
        var inputs = _units.SelectMany(u => u.Nodes.Where(n => n.Node is InputNode).Select(n => new DecisionInput(
            n.Node.Variable, u.Model.Namespace, ((InputNode)n.Node).Path, n.Element.Variable?.TypeRef)));
        return new DecisionCompileResult(new CompiledDecisions(root, _nodeCount, [.. inputs], tables), _issues.All);
    }

    private ModelUnit Load(DecisionModel model, IReadOnlyList<string> path, IReadOnlyList<string> namespaces)
    {
        var unit = new ModelUnit(model, path);
        unit.Types = new TypeTable(unit, _issues);
        _units.Add(unit);
        foreach (var import in model.Imports)
        {
            if (import.ImportType.Length > 0 && import.ImportType != DmnNames.Model)
            {
                _issues.Warning(import, "dmn.import-type", $"导入「{import.Name}」不是 DMN 模型，不使用", $"import '{import.Name}' is no DMN model and is not used");
            }
            else if (import.Namespace == model.Namespace || namespaces.Contains(import.Namespace) || _units.Count >= MaxUnits)
            {
                _issues.Error(import, "dmn.import-cycle", $"模型之间循环导入：{import.Namespace}", $"models import each other in a circle: {import.Namespace}");
            }
            else if (imports(import.Namespace) is { } imported)
            {
                IReadOnlyList<string> inner = import.Name.Length == 0 ? path : [.. path, import.Name];
                unit.Imports.Add((import.Name, Load(imported, inner, [.. namespaces, model.Namespace])));
            }
            else
            {
                _issues.Error(import, "dmn.import-missing", $"找不到导入的模型：{import.Namespace}", $"imported model not found: {import.Namespace}");
            }
        }

        return unit;
    }

    private void CreateNodes(ModelUnit unit)
    {
        foreach (var element in unit.Model.Elements)
        {
            var variable = element.Variable?.Name is { Length: > 0 } name ? name : element.Name;
            GraphNode? node = element switch
            {
                InputData => new InputNode(_nodeCount, element.Name, variable, [.. unit.Path, variable]),
                Decision => new DecisionNode(_nodeCount, element.Name, variable, element.Id),
                BusinessKnowledgeModel => new KnowledgeNode(_nodeCount, element.Name, variable),
                DecisionService => new ServiceNode(_nodeCount, element.Name, variable),
                _ => null,
            };
            if (node is not null)
            {
                node.Type = unit.Types.Find(element.Variable?.TypeRef, element);
                unit.Add(element, node);
                _logic.Add(node, (element as Decision)?.Logic ?? (element as BusinessKnowledgeModel)?.Logic);
                _nodeCount++;
            }
        }
    }

    private List<TableSource> CompileLogic(ModelUnit unit)
    {
        var boxes = new BoxCompiler(unit, _issues);
        foreach (var (element, node) in unit.Nodes)
        {
            switch (element, node)
            {
                case (Decision decision, DecisionNode target):
                    var names = new NameScope(null);
                    target.Requirements = Require(unit, [.. decision.InformationRequirements, .. decision.KnowledgeRequirements], names);
                    target.SeesUndeclared = unit == _units[0];
                    target.Logic = decision.Logic is null ? null : boxes.Compile(decision.Logic, names, decision.Name);
                    break;
                case (BusinessKnowledgeModel knowledge, KnowledgeNode target):
                    CompileKnowledge(unit, knowledge, target, boxes);
                    break;
                case (DecisionService service, ServiceNode target):
                    target.NodeCount = _nodeCount;
                    target.Outputs = Nodes(unit, service, service.OutputDecisions);
                    target.Parameters = Nodes(unit, service, [.. service.InputData, .. service.InputDecisions]);
                    target.ResultType = ResultOf(target.Type);
                    break;
                default:
                    break;
            }
        }

        return boxes.Tables;
    }

    private void CompileKnowledge(ModelUnit unit, BusinessKnowledgeModel knowledge, KnowledgeNode target, BoxCompiler boxes)
    {
        // A knowledge model may call itself: its own name is in its scope.
        var names = new NameScope(null);
        names.Add(target.Variable, null);
        target.Requirements = [new ScopeEntry.Node(target), .. Require(unit, knowledge.KnowledgeRequirements, names)];
        target.Logic = knowledge.Logic is null ? null : boxes.CompileFunction(knowledge.Logic, names, knowledge.Name);
        target.ResultType = ResultOf(target.Type);
    }

    // The variable of a function is typed by its signature; older models write the type of the result.
    private static FeelType? ResultOf(FeelType? type) => type is FeelType.Function function ? function.Result : type;

    private List<ScopeEntry> Require(ModelUnit unit, IReadOnlyList<Requirement> requirements, NameScope names)
    {
        var own = new List<ScopeEntry>();
        var imported = new Dictionary<string, List<ScopeEntry>>(StringComparer.Ordinal);
        foreach (var requirement in requirements)
        {
            var (node, prefix) = unit.Find(requirement.Href);
            if (node is null)
            {
                _issues.Error(requirement, "dmn.unknown-reference", $"引用「{requirement.Href}」指向不存在的元素", $"reference '{requirement.Href}' points to nothing");
            }
            else if (string.IsNullOrEmpty(prefix))
            {
                own.Add(new ScopeEntry.Node(node));
                names.Add(node.Variable, node.Type);
                AnnounceParts(node, names);
            }
            else
            {
                if (!imported.TryGetValue(prefix, out var entries))
                {
                    imported.Add(prefix, entries = []);
                    names.Add(prefix, null);
                }

                entries.Add(new ScopeEntry.Node(node));
                names.AddMember(node.Variable);
                names.AddMembersOf(node.Type);
                AnnounceParts(node, names);
            }
        }

        return [.. own, .. imported.Select(i => new ScopeEntry.Import(i.Key, i.Value))];
    }

    private void AnnounceParts(GraphNode node, NameScope names)
    {
        if (node.Type is null)
        {
            MemberNames.Announce(_logic.GetValueOrDefault(node), names);
        }
    }

    private List<GraphNode> Nodes(ModelUnit unit, DecisionService service, IReadOnlyList<string> links)
    {
        var nodes = new List<GraphNode>();
        foreach (var link in links)
        {
            if (unit.Find(link).Node is { } node)
            {
                nodes.Add(node);
            }
            else
            {
                _issues.Error(service, "dmn.unknown-reference", $"决策服务「{service.Name}」引用的「{link}」不存在", $"service '{service.Name}' refers to '{link}', which does not exist");
            }
        }

        return nodes;
    }
}
