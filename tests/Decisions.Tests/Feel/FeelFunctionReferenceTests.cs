using Platform.Decisions.Feel;

namespace Platform.Decisions.Tests.Feel;

/// <summary>What editors say about functions is what the functions do.</summary>
public sealed class FeelFunctionReferenceTests
{
    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        foreach (var info in FeelFunctionReference.All)
        {
            names.Add(info.Name);
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_example_gives_what_is_stated(string name)
    {
        var info = FeelFunctionReference.Find(name).ShouldNotBeNull();

        info.Example.ShouldContain(name + "(");
        info.Chinese.ShouldEndWith("。");
        Feel.ShouldGive(info.Example, info.Result);
        Feel.Eval(info.Result).IsNull.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_form_can_be_called_by_the_names_it_states(string name)
    {
        foreach (var form in FeelFunctionReference.Find(name)!.Forms)
        {
            var arguments = string.Join(", ", form.Parameters.Select(p => $"{p.Name}: null"));

            Feel.Warnings($"{name}({arguments})").ShouldNotContain(w => w.Code == "feel.arguments" || w.Code == "feel.syntax", form.Signature);
        }
    }

    [Fact]
    public void Every_function_is_described_once_with_its_forms()
    {
        FeelFunctionReference.All.Select(info => info.Name).ShouldBeUnique();
        FeelFunctionReference.All.Count.ShouldBe(86);
        FeelFunctionReference.Find("substring")!.Forms.Select(form => form.Signature)
            .ShouldBe(["string, start position", "string, start position, length"]);
        FeelFunctionReference.Find("append")!.Forms.ShouldHaveSingleItem().Signature.ShouldBe("list, item, …");
    }

    [Fact]
    public void Completion_finds_by_the_first_letters() =>
        FeelFunctionReference.StartingWith("Substring ").Select(info => info.Name).ShouldBe(["substring before", "substring after"]);
}
