using System.Collections.Frozen;
using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>Annotations, groups, associations and categories.</summary>
internal static class ArtifactsXml
{
    public static readonly FrozenDictionary<string, Func<ElementReader, Artifact>> Readers = new Dictionary<string, Func<ElementReader, Artifact>>
    {
        ["association"] = ReadAssociation,
        ["group"] = r => r.Documented(new Group { CategoryValueRef = r.Ref("categoryValueRef") }),
        ["textAnnotation"] = ReadAnnotation,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, AssociationDirection> Directions = new Dictionary<string, AssociationDirection>
    {
        ["None"] = AssociationDirection.None,
        ["One"] = AssociationDirection.One,
        ["Both"] = AssociationDirection.Both,
    }.ToFrozenDictionary();

    public static void Write(ElementWriter w, Artifact artifact)
    {
        switch (artifact)
        {
            case Association association:
                w.Start("association", association);
                w.Text("sourceRef", association.SourceRef);
                w.Text("targetRef", association.TargetRef);
                w.Choice("associationDirection", Directions, association.Direction, AssociationDirection.None, association);
                w.Body(association);
                w.End(association);
                break;
            case Group group:
                w.Start("group", group);
                w.Text("categoryValueRef", group.CategoryValueRef);
                w.Body(group);
                w.End(group);
                break;
            case TextAnnotation annotation:
                Write(w, annotation);
                break;
            default:
                throw new InvalidOperationException($"Expected an artifact, but got {artifact.GetType().Name}.");
        }
    }

    public static Category ReadCategory(ElementReader r) => r.Documented(new Category
    {
        Values = r.Many("categoryValue", v => v.Documented(new CategoryValue { Value = v.Text("value") })),
    });

    public static void Write(ElementWriter w, Category category)
    {
        w.Start("category", category);
        w.Body(category);
        foreach (var value in category.Values)
        {
            w.Start("categoryValue", value);
            w.Text("value", value.Value);
            w.Body(value);
            w.End(value);
        }

        w.End(category);
    }

    private static Association ReadAssociation(ElementReader r) => r.Documented(new Association
    {
        SourceRef = r.RequiredRef("sourceRef"),
        TargetRef = r.RequiredRef("targetRef"),
        Direction = r.Choice("associationDirection", Directions, AssociationDirection.None),
    });

    private static TextAnnotation ReadAnnotation(ElementReader r)
    {
        var text = r.Verbatim("text");
        return r.Documented(new TextAnnotation
        {
            TextFormat = r.Text("textFormat", "text/plain"),
            Text = text?.Text,
            Content = text is { Attributes: [] } && !text.Children.Any() ? null : text,
        });
    }

    private static void Write(ElementWriter w, TextAnnotation annotation)
    {
        w.Start("textAnnotation", annotation);
        w.Text("textFormat", annotation.TextFormat, "text/plain", annotation);
        w.Body(annotation);
        if (annotation.Content is { } content)
        {
            w.Verbatim(content);
        }
        else
        {
            w.RefChild("text", annotation.Text);
        }

        w.End(annotation);
    }
}
