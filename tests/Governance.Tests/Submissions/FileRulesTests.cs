using Platform.Governance.Submissions;

namespace Platform.Governance.Tests.Submissions;

public sealed class FileRulesTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    [Theory]
    [InlineData("../../etc/passwd.png", "passwd.png")]
    [InlineData("C:\\Users\\张三\\照片.png", "照片.png")]
    [InlineData("发票\u202Egnp.exe", "发票gnp.exe")]
    [InlineData("  .png. ", "png")]
    [InlineData("a\r\nSet-Cookie: x.png", "aSet-Cookie_ x.png")]
    [InlineData("<script>alert(1)</script>.png", "script_.png")]
    [InlineData("", "附件")]
    [InlineData("...", "附件")]
    public void A_hostile_name_becomes_a_plain_one(string sent, string kept) => FileRules.CleanName(sent).ShouldBe(kept);

    [Fact]
    public void A_long_name_keeps_its_ending_and_cuts_no_character_in_half()
    {
        var name = FileRules.CleanName(string.Concat(Enumerable.Repeat("😀", 100)) + ".png");

        name.Length.ShouldBeLessThanOrEqualTo(120);
        name.ShouldEndWith(".png");
        name.EnumerateRunes().ShouldAllBe(rune => rune.Value != 0xFFFD);
    }

    [Fact]
    public void A_picture_is_taken_with_the_type_of_its_bytes() => Take(("路灯.PNG", Png)).Value.Single().ContentType.ShouldBe("image/png");

    [Fact]
    public void A_program_that_calls_itself_a_picture_is_refused() => Take(("路灯.png", "MZ\0\0"u8.ToArray())).Problem!.Code.ShouldBe("file.kind");

    [Fact]
    public void A_page_with_scripts_is_refused() => Take(("说明.html", "<script>"u8.ToArray())).Problem!.Code.ShouldBe("file.kind");

    [Fact]
    public void An_empty_file_is_refused() => Take(("路灯.png", [])).Problem!.Code.ShouldBe("file.empty");

    [Fact]
    public void Six_files_are_refused() => Take([.. Enumerable.Repeat(("路灯.png", Png), 6)]).Problem!.Code.ShouldBe("file.too-many");

    [Fact]
    public void Files_that_are_too_large_together_are_refused()
    {
        var large = new byte[9 * 1024 * 1024];
        Png.CopyTo(large, 0);

        Take(("一.png", large), ("二.png", large), ("三.png", large)).Problem!.Code.ShouldBe("file.too-large");
    }

    [Theory]
    [InlineData("关于某事的通知 机密★一年", true)]
    [InlineData("绝 密 ☆", true)]
    [InlineData("请为我保守秘密，不要告诉村里。", false)]
    public void Marks_of_state_secrets_are_recognised_and_the_plain_word_is_not(string text, bool found) => SecretMarks.Found(text).ShouldBe(found);

    private static Platform.Kernel.Result<IReadOnlyList<SubmittedFile>> Take(params (string Name, byte[] Content)[] files) =>
        FileRules.Take([.. files.Select(file => (file.Name, new ReadOnlyMemory<byte>(file.Content)))]);
}
