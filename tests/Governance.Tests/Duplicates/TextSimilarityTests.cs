using Platform.Governance.Duplicates;

namespace Platform.Governance.Tests.Duplicates;

public sealed class TextSimilarityTests
{
    [Theory]
    [InlineData("路灯坏了十几盏,没人来修", "路灯坏了十几盏，没人来修！")]
    [InlineData("", "")]
    [InlineData("灯", "灯")]
    public void Punctuation_does_not_matter(string left, string right) => TextSimilarity.Of(left, right).ShouldBe(1);

    [Fact]
    public void The_same_matter_in_slightly_other_words_is_alike() =>
        TextSimilarity.Of("我们城关镇青桥村主路上的路灯坏了十几盏,天黑以后老人孩子不敢出门", "城关镇青桥村主路上的路灯坏了十几盏,天黑以后老人孩子都不敢出门")
            .ShouldBeGreaterThan(TextSimilarity.Alike);

    [Fact]
    public void Another_matter_is_not_alike() =>
        TextSimilarity.Of("城关镇青桥村路灯坏了", "养猪场污水排到河里臭得开不了窗").ShouldBeLessThan(0.2);

    [Fact]
    public void It_does_not_matter_which_text_comes_first() =>
        TextSimilarity.Of("断水三天", "断水五天了").ShouldBe(TextSimilarity.Of("断水五天了", "断水三天"));
}
