using System.Text.RegularExpressions;

namespace Platform.Architecture.Tests;

/// <summary>
/// On a slow line an answer to an earlier key must not take back what was typed since: a text box that hears every key is bound, so that
/// the page knows what the box holds (<c>@bind:get</c>, <c>@bind:set</c>, <c>@bind:event="oninput"</c>), and never has a value and a listener apart.
/// </summary>
public sealed class TypingTests
{
    private static readonly Regex Element = new(@"<(?:input|textarea)\b(?:[^>""]|""(?:[^""\\]|\\.)*"")*>", RegexOptions.Singleline);

    [Fact]
    public void A_box_that_hears_every_key_is_bound()
    {
        var found =
            from file in SourceTree.Files(".razor")
            from element in Element.Matches(SourceTree.Read(file)).Select(match => match.Value)
            where element.Contains("@oninput=", StringComparison.Ordinal) && !element.Contains("type=\"range\"", StringComparison.Ordinal)
            select $"{file}: {element}";

        found.ShouldBeEmpty();
    }
}
