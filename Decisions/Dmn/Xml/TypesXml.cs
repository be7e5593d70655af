using System.Xml.Linq;
using Platform.Decisions.Dmn.Model;

namespace Platform.Decisions.Dmn.Xml;

/// <summary>Reads and writes item definitions, information items and unary tests.</summary>
internal static class TypesXml
{
    internal static ItemDefinition ReadItemDefinition(XElement element, XmlReading reading)
    {
        var function = XmlReading.Child(element, "functionItem");
        return reading.Common(
            new ItemDefinition
            {
                Name = reading.Name(element),
                TypeRef = reading.Type(element, XmlReading.Child(element, "typeRef")?.Value ?? XmlReading.Attribute(element, "typeRef")),
                IsCollection = XmlReading.Flag(element, "isCollection"),
                TypeLanguage = XmlReading.Attribute(element, "typeLanguage"),
                AllowedValues = ReadTests(element, "allowedValues", reading),
                TypeConstraint = ReadTests(element, "typeConstraint", reading),
                Components = [.. XmlReading.Children(element, "itemComponent").Select(e => ReadItemDefinition(e, reading))],
                Function = function is null ? null : ReadFunction(function, reading),
            },
            element,
            ["name", "typeRef", "isCollection", "typeLanguage"],
            ["typeRef", "allowedValues", "typeConstraint", "itemComponent", "functionItem"]);
    }

    internal static XElement Write(ItemDefinition item, string name = "itemDefinition") => XmlWriting.Element(
        name,
        item,
        new XAttribute("name", item.Name),
        XmlWriting.Flag("isCollection", item.IsCollection),
        XmlWriting.Optional("typeLanguage", item.TypeLanguage),
        XmlWriting.Text("typeRef", item.TypeRef),
        Write("allowedValues", item.AllowedValues),
        Write("typeConstraint", item.TypeConstraint),
        item.Components.Select(c => Write(c, "itemComponent")),
        item.Function is { } f ? Write(f) : null);

    internal static InformationItem ReadItem(XElement element, XmlReading reading, string? otherwise = null) => reading.Common(
        new InformationItem { Name = reading.Name(element, otherwise), TypeRef = reading.TypeAttribute(element) },
        element,
        ["name", "typeRef"],
        []);

    /// <summary>A child that is an information item, or null. A variable without a name has that of its element.</summary>
    internal static InformationItem? ReadOptionalItem(XElement parent, string name, XmlReading reading) =>
        XmlReading.Child(parent, name) is { } element
            ? ReadItem(element, reading, name == "variable" ? XmlReading.Attribute(parent, "name") : null)
            : null;

    internal static XElement? Write(string name, InformationItem? item) => item is null
        ? null
        : XmlWriting.Element(name, item, new XAttribute("name", item.Name), XmlWriting.Optional("typeRef", item.TypeRef));

    internal static UnaryTestsText? ReadTests(XElement parent, string name, XmlReading reading) =>
        XmlReading.Child(parent, name) is { } element ? ReadTests(element, reading) : null;

    internal static UnaryTestsText ReadTests(XElement element, XmlReading reading) => reading.Common(
        new UnaryTestsText
        {
            Text = XmlReading.Child(element, "text")?.Value ?? string.Empty,
            ExpressionLanguage = XmlReading.Attribute(element, "expressionLanguage"),
        },
        element,
        ["expressionLanguage"],
        ["text"]);

    internal static XElement? Write(string name, UnaryTestsText? tests) => tests is null
        ? null
        : XmlWriting.Element(
            name,
            tests,
            XmlWriting.Optional("expressionLanguage", tests.ExpressionLanguage),
            XmlWriting.Text("text", tests.Text));

    private static FunctionItem ReadFunction(XElement element, XmlReading reading) => reading.Common(
        new FunctionItem
        {
            OutputTypeRef = reading.TypeAttribute(element, "outputTypeRef"),
            Parameters = [.. XmlReading.Children(element, "parameters").Select(e => ReadItem(e, reading))],
        },
        element,
        ["outputTypeRef"],
        ["parameters"]);

    private static XElement Write(FunctionItem function) => XmlWriting.Element(
        "functionItem",
        function,
        XmlWriting.Optional("outputTypeRef", function.OutputTypeRef),
        function.Parameters.Select(p => Write("parameters", p)));
}
