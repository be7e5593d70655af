using Platform.Decisions.Dmn.Model;

namespace Platform.Decisions.Dmn.Compilation;

/// <summary>The names that a box without a type gives to the parts of its value, so that others can read them after a dot.</summary>
internal static class MemberNames
{
    internal static void Announce(BoxedExpression? box, NameScope names)
    {
        switch (box)
        {
            case ContextExpression context when context.Entries is [.., { Variable: null } result]:
                Announce(result.Value, names);
                break;
            case ContextExpression context:
                foreach (var entry in context.Entries)
                {
                    names.AddMember(entry.Variable!.Name);
                    Announce(entry.Value, names);
                }

                break;
            case RelationExpression relation:
                foreach (var column in relation.Columns)
                {
                    names.AddMember(column.Name);
                }

                break;
            case DecisionTable { Outputs.Count: > 1 } table:
                foreach (var output in table.Outputs)
                {
                    names.AddMember(output.Name ?? string.Empty);
                }

                break;
            case FunctionDefinition function:
                Announce(function.Body, names);
                break;
            case ListExpression list:
                foreach (var item in list.Items)
                {
                    Announce(item, names);
                }

                break;
            default:
                break;
        }
    }
}
