using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Platform.Conformance.BpmnInterchange;
using Platform.Kernel.Xml;
using Xunit.Abstractions;

namespace Platform.Kernel.Tests.Xml;

/// <summary>What is read and written again is what was there before.</summary>
public sealed class RoundTripTests(ITestOutputHelper output)
{
    private static readonly SchemaValidation? Schema = SchemaValidation.Find(AppContext.BaseDirectory);

    [Fact]
    public void One_of_everything_comes_back_whole()
    {
        var result = BpmnInterchangeCommand.Check(Encoding.UTF8.GetBytes(XmlFixtures.Everything), Schema);

        result.Lost.ShouldBeEmpty();
        result.Kept.ShouldBeGreaterThan(800);
        result.Issues.ShouldBe(["bpmn.keptVerbatim 5"]);
    }

    [Fact]
    public void Every_file_of_the_corpus_comes_back_whole()
    {
        if (XmlFixtures.Corpus() is not { } corpus)
        {
            output.WriteLine("The conformance data is not beside this checkout: only our own fixtures were read.");
            return;
        }

        foreach (var file in BpmnInterchangeCommand.Find(corpus))
        {
            BpmnInterchangeCommand.Check(File.ReadAllBytes(file), Schema).Lost.ShouldBeEmpty(file);
        }
    }

    [Fact]
    public void The_written_file_is_valid_against_the_schema()
    {
        var written = XDocument.Parse(BpmnWriter.Write(XmlFixtures.Model(XmlFixtures.Everything)));

        SchemaOrder.Violations(written).ShouldBeEmpty();
        if (Schema is null)
        {
            output.WriteLine("BPMN20.xsd is not here (the designer was not built): only the order of elements was checked.");
            return;
        }

        // The schema wants extensions of the drawing declared, which no vendor does.
        Schema.Errors(written).Where(e => !e.Contains("camunda.org", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>The judge itself must be able to say no: each single element or attribute taken away is noticed.</summary>
    [Fact]
    public void Comparison_notices_each_single_thing_that_is_taken_away()
    {
        var original = XDocument.Parse(XmlFixtures.Everything);
        var count = original.Descendants().Count();

        for (var i = 0; i < count; i += 3)
        {
            var copy = new XDocument(original);
            copy.Descendants().ElementAt(i).Remove();
            if (i > 0)
            {
                new XmlComparison(original, copy).Lost.ShouldNotBeEmpty();
            }

            copy = new XDocument(original);
            if (copy.Descendants().ElementAt(i).Attributes().LastOrDefault(a => !a.IsNamespaceDeclaration) is { } attribute)
            {
                attribute.Value = "something else";
                new XmlComparison(original, copy).Lost.ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public void Schema_check_notices_elements_in_the_wrong_order()
    {
        var document = XDocument.Parse(XmlFixtures.Everything);
        var ns = document.Root!.Name.Namespace;
        var task = document.Descendants(ns + "userTask").First();
        task.Add(new XElement(ns + "incoming", "Flow_1"));

        SchemaOrder.Violations(document).ShouldHaveSingleItem();
        Schema?.Errors(document).ShouldContain(e => e.Contains("invalid child element 'incoming'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_file_never_throws_and_what_is_read_is_stable()
    {
        var source = XmlFixtures.Everything;
        var edits = Gen.Zip(Gen.Choose(0, source.Length - 1), Gen.Elements('<', '>', '"', '&', ' ', ':', '/', 'x', '1', '\u4e2d', '\0'));

        Prop.ForAll(Gen.ListOf(edits).ToArbitrary(), changes =>
        {
            var text = source.ToCharArray();
            foreach (var (place, letter) in changes.Take(5))
            {
                text[place] = letter;
            }

            var result = BpmnReader.Read(new string(text));
            if (result.Definitions is { } definitions)
            {
                var written = BpmnWriter.Write(definitions);
                BpmnWriter.Write(XmlFixtures.Model(written)).ShouldBe(written);
            }
            else
            {
                result.Issues.ShouldNotBeEmpty();
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }
}
