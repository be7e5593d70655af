using Platform.Decisions.Dmn;
using Platform.Kernel;
using Platform.Kernel.Xml;

namespace Platform.Runtime.Definitions.Packages;

/// <summary>A file that a person wants to import, told apart by what is in it and not by its name.</summary>
public abstract record IncomingFile
{
    private IncomingFile()
    {
    }

    /// <summary>A BPMN file.</summary>
    /// <param name="Content">Its bytes.</param>
    public sealed record Process(byte[] Content) : IncomingFile;

    /// <summary>A DMN file.</summary>
    /// <param name="Name">Name under which it came.</param>
    /// <param name="Content">Its bytes.</param>
    /// <param name="Decisions">Ids of the decisions in it.</param>
    public sealed record Decision(string Name, byte[] Content, IReadOnlyList<string> Decisions) : IncomingFile;

    /// <summary>A package.</summary>
    /// <param name="Content">What is in it.</param>
    public sealed record Package(ProcessPackage Content) : IncomingFile;

    /// <summary>Reads a file of unknown origin.</summary>
    /// <param name="name">Name under which it came; folders in it are left out.</param>
    /// <param name="content">Its bytes.</param>
    /// <returns>The file; or <c>import.empty</c>, <c>import.unknown-kind</c>, <c>import.unreadable</c>, <c>import.no-process</c>, <c>import.decision-unreadable</c>, or what <see cref="PackageReader"/> refuses.</returns>
    public static Result<IncomingFile> Read(string name, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length == 0)
        {
            return new Problem("import.empty", "这个文件是空的，没有导入。");
        }

        if (PackageReader.IsPackage(content))
        {
            return PackageReader.Read(content).Match<Result<IncomingFile>>(package => new Package(package), problem => problem);
        }

        var read = BpmnReader.Read(content.AsSpan());
        return read.Definitions is { } model
            ? model.Processes.Any(p => p.Id is not null)
                ? new Process(content)
                : new Problem("import.no-process", "这个 BPMN 文件里没有流程，没有导入。")
            : read.Issues.Any(i => i.Code == ReadIssueCodes.NotDefinitions)
                ? ReadDecision(name, content)
                : new Problem("import.unreadable", "这个文件不能导入。" + read.Issues.Select(i => i.Line > 0 ? $"第 {i.Line} 行：{i.Message}" : i.Message).FirstOrDefault());
    }

    private static Result<IncomingFile> ReadDecision(string name, byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        var read = DmnReader.Read(stream);
        return read.Model is { } model
            ? new Decision(FileName(name), content, [.. model.Decisions.Select(d => d.Id ?? d.Name)])
            : read.Issues.Any(i => i.Code == "dmn.not-dmn")
                ? new Problem("import.unknown-kind", "这不是流程（BPMN）、决策（DMN）文件，也不是流程包，没有导入。")
                : new Problem("import.decision-unreadable", "这个决策文件不能导入。" + read.Issues.Select(i => i.Chinese).FirstOrDefault());
    }

    private static string FileName(string name)
    {
        var plain = string.Concat(Path.GetFileNameWithoutExtension(name.Replace('\\', '/').Split('/')[^1]).Where(c => char.IsLetterOrDigit(c) || c is '-' or '_'));
        return (plain.Length == 0 ? "decision" : plain[..Math.Min(60, plain.Length)]) + PackagedFile.Dmn;
    }
}
