using System.Xml;
using Platform.Kernel.Model;

namespace Platform.Kernel.Xml;

/// <summary>What one reading of one file has in common: issues, ids, and references that are checked at the end.</summary>
internal sealed class ReadContext
{
    private readonly BpmnReadOptions _options;
    private readonly List<ReadIssue> _issues = [];
    private readonly List<Reference> _references = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public ReadContext(ExtensionElement root, BpmnReadOptions options)
    {
        _options = options;
        TargetNamespace = root.Attribute("targetNamespace") ?? "";
        CollectIds(root);
    }

    public string TargetNamespace { get; }

    public IReadOnlyList<ReadIssue> Issues => _issues;

    public IReadOnlyList<Reference> References => _references;

    public bool HasId(string id) => _ids.Contains(id);

    /// <summary>An id that is the same each time the same file is read: stem and number come from the file alone.</summary>
    public string GenerateId(string stem)
    {
        var number = _numbers.GetValueOrDefault(stem);
        string id;
        do
        {
            id = $"{stem}_{++number}";
        }
        while (!_ids.Add(id));

        _numbers[stem] = number;
        return id;
    }

    public void Refer(ExtensionElement from, string id, string by) => _references.Add(new(from, id, by));

    public void Report(string code, ReadSeverity severity, string message, ExtensionElement at, string? id = null)
    {
        if (_issues.Count < _options.MaxIssues)
        {
            _issues.Add(new()
            {
                Code = code,
                Severity = severity,
                Message = $"第 {at.Line} 行：{message}",
                Line = at.Line,
                Column = at.Column,
                ElementId = id ?? at.Attribute("id"),
                ElementName = at.LocalName,
            });
        }
    }

    /// <summary>Ids are collected before anything is read, so that generated ones never meet a written one. The walk keeps its own stack: depth is the file's choice.</summary>
    private void CollectIds(ExtensionElement root)
    {
        var rest = new Stack<ExtensionElement>([root]);
        while (rest.TryPop(out var element))
        {
            if (BpmnNames.IsStandard(element.NamespaceUri))
            {
                CollectId(element);
            }

            foreach (var child in element.Children.Reverse())
            {
                rest.Push(child);
            }
        }
    }

    private void CollectId(ExtensionElement element)
    {
        // xsd:ID collapses white space, and an empty id is none.
        if (element.Attribute("id")?.Trim() is not { Length: > 0 } id)
        {
            return;
        }

        if (!_ids.Add(id))
        {
            Report(ReadIssueCodes.IdDuplicate, ReadSeverity.Error, $"编号“{id}”被多个元素使用。", element, id);
        }

        if (!IsName(id))
        {
            Report(ReadIssueCodes.IdInvalid, ReadSeverity.Warning, $"编号“{id}”不是合法的 XML 名称，其他工具可能拒绝此文件。", element, id);
        }
    }

    private static bool IsName(string id) =>
        XmlConvert.IsStartNCNameChar(id[0]) && id.All(XmlConvert.IsNCNameChar);

    /// <summary>A reference that was read.</summary>
    /// <param name="From">Element that holds it.</param>
    /// <param name="Id">Id it names.</param>
    /// <param name="By">Attribute or child that holds it.</param>
    internal sealed record Reference(ExtensionElement From, string Id, string By);
}
