using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Governance.Rows;
using Platform.Governance.Sealing;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Cases;

/// <summary>Writes the books of a case inside the transaction of a step.</summary>
public static class CaseBook
{
    /// <summary>Keeps an opinion with its form.</summary>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="sealer">Seals texts of sealed cases.</param>
    /// <param name="step">What was decided.</param>
    public static void Record(PlatformDb db, TextSealer sealer, CaseStep step)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(sealer);
        ArgumentNullException.ThrowIfNull(step);
        var form = step.Values.IsEmpty ? null : Json(step);
        db.Add(new OpinionRow
        {
            TenantId = step.TenantId,
            Id = Guid.CreateVersion7(step.At),
            CaseId = step.CaseId,
            At = step.At,
            ById = step.By,
            OnBehalfOfId = step.OnBehalfOf,
            ElementId = step.ElementId,
            Step = step.Name,
            Round = step.Round,
            Outcome = step.Outcome,
            Text = step.IsSealed ? sealer.Seal(step.CaseId, step.Opinion) : step.Opinion,
            Form = step.IsSealed ? sealer.Seal(step.CaseId, form) : form,
        });
    }

    /// <summary>Changes the row of a case.</summary>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="tenantId">The county.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="change">What to change.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<CaseRow> ChangeAsync(PlatformDb db, string tenantId, Guid caseId, Action<CaseRow> change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(change);
        var row = db.Set<CaseRow>().Local.FirstOrDefault(item => item.TenantId == tenantId && item.Id == caseId)
            ?? await db.Set<CaseRow>().AsTracking().SingleAsync(item => item.TenantId == tenantId && item.Id == caseId, ct);
        var before = row.RowVersion;
        change(row);
        if (db.Entry(row).State == EntityState.Modified && row.RowVersion == before && !db.Entry(row).Property(item => item.RowVersion).IsModified)
        {
            row.RowVersion++;
        }

        return row;
    }

    private static string Json(CaseStep step)
    {
        var json = new JsonObject();
        foreach (var (key, value) in step.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json[key] = Node(value);
        }

        return json.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static JsonNode? Node(FeelValue value) => value switch
    {
        FeelNull => null,
        FeelBoolean flag => JsonValue.Create(flag == FeelBoolean.True),
        FeelString text => JsonValue.Create(text.Value),
        FeelNumber number when number.TryToDecimal(out var amount) => JsonValue.Create(amount),
        FeelList list => new JsonArray([.. list.Items.Select(Node)]),
        _ => JsonValue.Create(value.ToString()),
    };
}
