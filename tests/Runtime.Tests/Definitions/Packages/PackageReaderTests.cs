using System.IO.Compression;
using System.Text;
using Platform.Runtime.Definitions.Packages;

namespace Platform.Runtime.Tests.Definitions.Packages;

public sealed class PackageReaderTests
{
    private const string Form = """{"title":"表","fields":[{"key":"a","label":"甲","type":"text"}]}""";

    private static readonly byte[] Process = Encoding.UTF8.GetBytes(PublishDrafts.Bpmn("登记"));

    [Fact]
    public void What_was_packed_comes_out_byte_for_byte()
    {
        ProcessPackage package = Package(("register.form.json", Form), ("texts/受理告知书.md", "告知书"), ("01-顺利办结.scenario.yaml", "剧本: 顺利"));

        byte[] file = PackageWriter.Write(package);
        ProcessPackage read = PackageReader.Read(file).Value;

        read.Key.ShouldBe("p");
        read.Name.ShouldBe("办件");
        read.ProcessFile.ShouldBe("main.bpmn");
        read.WasChanged.ShouldBeFalse();
        read.Files.Keys.Order().ShouldBe(package.Files.Keys.Order());
        read.Files.ShouldAllBe(f => f.Value.SequenceEqual(package.Files[f.Key]));
        PackageWriter.Write(read).ShouldBe(file);
    }

    [Fact]
    public void A_package_that_somebody_changed_afterwards_says_so()
    {
        byte[] file = PackageWriter.Write(Package(("texts/a.md", "旧")));

        PackageReader.Read(Edited(file, "texts/a.md", "新")).Value.WasChanged.ShouldBeTrue();
    }

    [Fact]
    public void A_folder_packed_by_hand_is_taken_without_its_folder_and_without_what_file_managers_leave()
    {
        byte[] file = Zip(("流程/main.bpmn", Process), ("流程/register.form.json", Bytes(Form)), ("__MACOSX/流程/main.bpmn", [0]), ("流程/.DS_Store", [0]));

        PackageReader.Read(file).Value.Files.Keys.Order().ShouldBe(["main.bpmn", "register.form.json"]);
    }

    [Fact]
    public void Names_written_by_old_chinese_windows_programs_are_read()
    {
        using MemoryStream content = new();
        using (ZipArchive zip = new(content, ZipArchiveMode.Create, leaveOpen: true, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")))
        {
            Write(zip, "流程.bpmn", Process);
            Write(zip, "告知书.md", Bytes("告知"));
        }

        PackageReader.Read(content.ToArray()).Value.Files.Keys.Order().ShouldBe(["告知书.md", "流程.bpmn"]);
    }

    [Theory]
    [InlineData("../evil.md")]
    [InlineData("/etc/evil.md")]
    [InlineData("texts/../../evil.md")]
    [InlineData("C:\\evil.md")]
    [InlineData("texts\\evil.md")]
    [InlineData("a//b.md")]
    [InlineData("evil.md.")]
    [InlineData("tab\t.md")]
    public void Names_that_lead_elsewhere_are_refused(string name) =>
        PackageReader.Read(Zip(("main.bpmn", Process), (name, Bytes("x")))).Problem.ShouldNotBeNull().Code.ShouldBe("package.file-name");

    [Theory]
    [InlineData("run.exe", "MZ", "package.file-kind")]
    [InlineData("page.html", "<script>", "package.file-kind")]
    [InlineData("main2.bpmn", "<html/>", "package.process-unreadable")]
    [InlineData("d.dmn", "<html/>", "package.decision-unreadable")]
    [InlineData("a.form.json", "不是表单", "form.unreadable")]
    [InlineData("a.dict.json", "{", "dictionary.unreadable")]
    [InlineData("a.json", "{", "package.text-unreadable")]
    [InlineData("a.md", "二进制\0", "package.text-unreadable")]
    [InlineData("x.bpmn", "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d>&e;</d>", "package.process-unreadable")]
    public void A_file_that_is_not_what_its_name_says_is_refused(string name, string text, string code) =>
        PackageReader.Read(Zip(("main.bpmn", Process), (name, Bytes(text)))).Problem.ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public void A_bomb_is_refused_before_it_goes_off()
    {
        byte[] bomb = Zip(("main.bpmn", Process), ("big.md", new byte[PackageReader.MostUnpacked + 1]));
        bomb.Length.ShouldBeLessThan(1_000_000);

        PackageReader.Read(bomb).Problem.ShouldNotBeNull().Code.ShouldBe("package.too-large");
    }

    [Fact]
    public void A_bomb_that_lies_about_its_size_is_refused_too()
    {
        byte[] bomb = Zip(("main.bpmn", Process), ("big.md", new byte[PackageReader.MostUnpacked + 1]));
        Lie(bomb, PackageReader.MostUnpacked + 1, 10);

        PackageReader.Read(bomb).Problem.ShouldNotBeNull().Code.ShouldBeOneOf("package.too-large", "package.damaged", "package.text-unreadable");
    }

    [Fact]
    public void Too_many_files_twice_the_same_file_and_no_process_are_refused()
    {
        (string, byte[])[] many = [.. Enumerable.Range(0, PackageReader.MostFiles + 1).Select(i => ($"t{i}.md", Bytes("x")))];

        PackageReader.Read(Zip(many)).Problem.ShouldNotBeNull().Code.ShouldBe("package.too-many-files");
        PackageReader.Read(Zip(("main.bpmn", Process), ("a.md", [65]), ("A.md", [66]))).Problem.ShouldNotBeNull().Code.ShouldBe("package.duplicate-file");
        PackageReader.Read(Zip(("a.md", [65]))).Problem.ShouldNotBeNull().Code.ShouldBe("package.no-process");
        PackageReader.Read(Zip(("a.bpmn", Process), ("b.bpmn", Process))).Problem.ShouldNotBeNull().Code.ShouldBe("package.several-processes");
    }

    [Theory]
    [InlineData("""{"format":"shanzhi-process","formatVersion":2}""", "package.newer-format")]
    [InlineData("""{"format":"npm"}""", "package.not-ours")]
    [InlineData("]", "package.not-ours")]
    public void A_manifest_of_another_kind_is_refused(string manifest, string code) =>
        PackageReader.Read(Zip((ProcessPackage.ManifestName, Bytes(manifest)), ("main.bpmn", Process))).Problem.ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public void Any_damage_is_refused_or_read_and_never_throws()
    {
        byte[] file = PackageWriter.Write(Package(("register.form.json", Form)));
        Random random = new(7);

        for (int round = 0; round < 300; round++)
        {
            byte[] damaged = [.. file];
            for (int hit = 0; hit < 5; hit++)
            {
                damaged[random.Next(4, damaged.Length)] = (byte)random.Next(256);
            }

            PackageReader.Read(damaged[..random.Next(4, damaged.Length)]).ShouldNotBeNull();
            PackageReader.Read(damaged).ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData("", "import.empty")]
    [InlineData("hello", "import.unreadable")]
    [InlineData("<html><body/></html>", "import.unknown-kind")]
    [InlineData("<!DOCTYPE x><x/>", "import.unreadable")]
    [InlineData("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"t\"/>", "import.no-process")]
    public void An_incoming_file_of_another_kind_is_refused_in_words(string text, string code)
    {
        Platform.Kernel.Problem problem = IncomingFile.Read("x.bpmn", Bytes(text)).Problem.ShouldNotBeNull();

        problem.Code.ShouldBe(code);
        problem.Message.ShouldEndWith("。");
    }

    private static ProcessPackage Package(params (string Name, string Text)[] others) => new()
    {
        Key = "p",
        Name = "办件",
        ProcessFile = "main.bpmn",
        Files = others.Select(o => (o.Name, Content: Bytes(o.Text))).Append(("main.bpmn", Process)).ToDictionary(o => o.Item1, o => o.Item2),
    };

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using MemoryStream content = new();
        using (ZipArchive zip = new(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in files)
            {
                Write(zip, name, bytes);
            }
        }

        return content.ToArray();
    }

    private static byte[] Edited(byte[] file, string name, string text)
    {
        using MemoryStream content = new();
        content.Write(file);
        using (ZipArchive zip = new(content, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)!.Delete();
            Write(zip, name, Bytes(text));
        }

        return content.ToArray();
    }

    private static void Write(ZipArchive zip, string name, byte[] content)
    {
        using Stream stream = zip.CreateEntry(name).Open();
        stream.Write(content);
    }

    /// <summary>Writes another size wherever the true one stands.</summary>
    private static void Lie(byte[] file, int truth, int lie)
    {
        byte[] from = BitConverter.GetBytes(truth);
        byte[] to = BitConverter.GetBytes(lie);
        for (int at = 0; at + 4 <= file.Length; at++)
        {
            if (file.AsSpan(at, 4).SequenceEqual(from))
            {
                to.CopyTo(file, at);
            }
        }
    }
}
