using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Platform.Runtime.Persistence;

/// <summary>Names as a database administrator expects them: lower case with underscores, the same on every provider and in our own SQL.</summary>
internal static class ColumnNaming
{
    internal static void Apply(IMutableModel model)
    {
        foreach (IMutableEntityType entity in model.GetEntityTypes())
        {
            foreach (IMutableProperty property in entity.GetProperties())
            {
                property.SetColumnName(Underscored(property.Name));
            }

            foreach (IMutableKey key in entity.GetKeys())
            {
                key.SetName($"pk_{entity.GetTableName()}");
            }

            foreach (IMutableIndex index in entity.GetIndexes().Where(i => i.GetDatabaseName() is null or ['I', 'X', '_', ..]))
            {
                index.SetDatabaseName($"ix_{entity.GetTableName()}_{string.Join('_', index.Properties.Skip(1).DefaultIfEmpty(index.Properties[0]).Select(p => Underscored(p.Name)))}");
            }
        }
    }

    internal static string Underscored(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (int i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
