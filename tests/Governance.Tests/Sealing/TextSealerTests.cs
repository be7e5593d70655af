using System.Security.Cryptography;
using Platform.Governance.Sealing;

namespace Platform.Governance.Tests.Sealing;

public sealed class TextSealerTests
{
    private static readonly Guid Case = Guid.Parse("0199a000-0000-7000-8000-000000000001");
    private static readonly Guid OtherCase = Guid.Parse("0199a000-0000-7000-8000-000000000002");

    [Fact]
    public void A_sealed_text_opens_again_and_does_not_show_the_text()
    {
        var sealer = new TextSealer(SealKey.New());

        var kept = sealer.Seal(Case, "反映某干部优亲厚友");

        kept.ShouldNotContain("干部");
        TextSealer.IsSealed(kept).ShouldBeTrue();
        sealer.Open(Case, kept).ShouldBe("反映某干部优亲厚友");
    }

    [Fact]
    public void Equal_texts_are_sealed_differently()
    {
        var sealer = new TextSealer(SealKey.New());

        sealer.Seal(Case, "路灯").ShouldNotBe(sealer.Seal(Case, "路灯"));
    }

    [Fact]
    public void A_text_cannot_be_moved_to_another_case()
    {
        var sealer = new TextSealer(SealKey.New());
        var kept = sealer.Seal(Case, "路灯");

        Should.Throw<CryptographicException>(() => sealer.Open(OtherCase, kept));
    }

    [Fact]
    public void A_changed_text_is_noticed()
    {
        var sealer = new TextSealer(SealKey.New());
        var bytes = Convert.FromBase64String(sealer.Seal(Case, "路灯坏了")[3..]);
        bytes[^1] ^= 1;

        Should.Throw<CryptographicException>(() => sealer.Open(Case, "s1:" + Convert.ToBase64String(bytes)));
    }

    [Fact]
    public void Another_key_opens_nothing()
    {
        var kept = new TextSealer(SealKey.New()).Seal(Case, "路灯");

        Should.Throw<CryptographicException>(() => new TextSealer(SealKey.New()).Open(Case, kept));
    }

    [Fact]
    public void The_same_person_has_the_same_digest_however_the_number_is_written()
    {
        var sealer = new TextSealer(SealKey.New());

        sealer.IdentityKey("99990119800101123x", null).ShouldBe(sealer.IdentityKey("999901 19800101 123X", "19900001234"));
        sealer.IdentityKey(null, "199-0000-1234").ShouldBe(sealer.IdentityKey("", "19900001234"));
        sealer.IdentityKey(null, null).ShouldBeNull();
    }

    [Fact]
    public void A_key_file_is_made_once_and_read_again()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "keys", "seal.key");
        var kept = new TextSealer(SealKey.FromFile(path)).Seal(Case, "路灯");

        new TextSealer(SealKey.FromFile(path)).Open(Case, kept).ShouldBe("路灯");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
