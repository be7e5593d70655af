using System.Collections.Frozen;
using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>Resources and the roles they play.</summary>
internal static class ResourcesXml
{
    public static readonly FrozenDictionary<string, Func<ElementReader, ResourceRole>> Roles = new Dictionary<string, Func<ElementReader, ResourceRole>>
    {
        ["humanPerformer"] = r => ReadRole(r, ResourceRoleKind.HumanPerformer),
        ["performer"] = r => ReadRole(r, ResourceRoleKind.Performer),
        ["potentialOwner"] = r => ReadRole(r, ResourceRoleKind.PotentialOwner),
        ["resourceRole"] = r => ReadRole(r, ResourceRoleKind.ResourceRole),
    }.ToFrozenDictionary();

    public static Resource ReadResource(ElementReader r) => r.Documented(new Resource
    {
        Parameters = r.Many("resourceParameter", p => p.Documented(new ResourceParameter { Type = p.Text("type"), IsRequired = p.Flag("isRequired") })),
    });

    public static void Write(ElementWriter w, Resource resource)
    {
        w.Start("resource", resource);
        w.Body(resource);
        foreach (var parameter in resource.Parameters)
        {
            w.Start("resourceParameter", parameter);
            w.Text("type", parameter.Type);
            w.Flag("isRequired", parameter.IsRequired);
            w.Body(parameter);
            w.End(parameter);
        }

        w.End(resource);
    }

    public static void Write(ElementWriter w, ResourceRole role)
    {
        w.Start(ElementName(role), role);
        w.Body(role);
        w.RefChild("resourceRef", role.ResourceRef);
        foreach (var binding in role.ParameterBindings)
        {
            w.Start("resourceParameterBinding", binding);
            w.Text("parameterRef", binding.ParameterRef);
            w.Body(binding);
            w.One(binding.Expression, DocumentationXml.Write);
            w.End(binding);
        }

        if (role.Assignment is { } assignment)
        {
            w.Start("resourceAssignmentExpression", assignment);
            w.Body(assignment);
            w.One(assignment.Expression, DocumentationXml.Write);
            w.End(assignment);
        }

        w.End(role);
    }

    private static ResourceRole ReadRole(ElementReader r, ResourceRoleKind kind) => r.Documented(new ResourceRole
    {
        Kind = kind,
        ResourceRef = r.RefChild("resourceRef"),
        ParameterBindings = r.Many("resourceParameterBinding", ReadBinding),
        Assignment = r.One("resourceAssignmentExpression", a => a.Documented(new ResourceAssignmentExpression { Expression = One(a) })),
    });

    private static ResourceParameterBinding ReadBinding(ElementReader r) => r.Documented(new ResourceParameterBinding
    {
        ParameterRef = r.RequiredRef("parameterRef"),
        Expression = One(r),
    });

    private static Expression? One(ElementReader r) =>
        r.One("formalExpression", DocumentationXml.ReadExpression) ?? r.One("expression", DocumentationXml.ReadExpression);

    private static string ElementName(ResourceRole role) => role.Kind switch
    {
        ResourceRoleKind.ResourceRole => "resourceRole",
        ResourceRoleKind.Performer => "performer",
        ResourceRoleKind.HumanPerformer => "humanPerformer",
        ResourceRoleKind.PotentialOwner => "potentialOwner",
        _ => throw new InvalidOperationException($"Expected a known role, but got {role.Kind}."),
    };
}
