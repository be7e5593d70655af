using System.Globalization;
using Platform.Designer.Editing;

namespace Platform.Designer.Forms;

/// <summary>One administrator's work on one form: the form as it stands, what is selected, and every earlier state for undo. Not safe for use by several threads.</summary>
/// <param name="form">The form.</param>
public sealed class FormDesign(FormDocument form)
{
    private readonly ChangeHistory<FormDocument> history = new();

    /// <summary>The form as it stands.</summary>
    public FormDocument Form { get; private set; } = form;

    /// <summary>Position of the selected field; -1 for none.</summary>
    public int Selected { get; private set; } = form.Fields.IsEmpty ? -1 : 0;

    /// <summary>The selected field; null for none.</summary>
    public FormField? Current => Selected >= 0 && Selected < Form.Fields.Length ? Form.Fields[Selected] : null;

    /// <summary>Counts the changes; tells whether something is not saved yet.</summary>
    public long ChangeNumber { get; private set; }

    /// <summary>Whether there is something to undo.</summary>
    public bool CanUndo => history.CanUndo;

    /// <summary>Whether there is something to redo.</summary>
    public bool CanRedo => history.CanRedo;

    /// <summary>Selects a field.</summary>
    /// <param name="index">Its position.</param>
    public void Select(int index) => Selected = index >= 0 && index < Form.Fields.Length ? index : -1;

    /// <summary>Puts a new field behind the selected one, or at the end, and selects it.</summary>
    /// <param name="type">What it holds.</param>
    /// <param name="label">What people read.</param>
    /// <param name="options">What a choice begins with, so that it is good from the start; other fields leave it aside.</param>
    public void Add(FormFieldType type, string label, params ReadOnlySpan<FormOption> options)
    {
        var field = new FormField { Key = FreeKey(), Label = label, Type = type, Section = Current?.Section };
        field = field.HasOptions ? field with { Options = [.. options] } : field;
        var at = Selected < 0 ? Form.Fields.Length : Selected + 1;
        Take(Form with { Fields = Form.Fields.Insert(at, field) });
        Selected = at;
    }

    /// <summary>Puts a copy of the selected field behind it.</summary>
    public void Duplicate()
    {
        if (Current is { } field)
        {
            Take(Form with { Fields = Form.Fields.Insert(Selected + 1, FieldPatterns.Rename(field, FreeKey())) });
            Selected++;
        }
    }

    /// <summary>Takes the selected field away.</summary>
    public void Remove()
    {
        if (Current is not null)
        {
            Take(Form with { Fields = Form.Fields.RemoveAt(Selected) });
            Selected = Math.Min(Selected, Form.Fields.Length - 1);
        }
    }

    /// <summary>Moves a field to another position and selects it.</summary>
    /// <param name="from">Where it stands.</param>
    /// <param name="to">Where it shall stand afterwards; beyond an end means at that end.</param>
    public void Move(int from, int to)
    {
        to = Math.Clamp(to, 0, Form.Fields.Length - 1);
        if (from < 0 || from >= Form.Fields.Length || from == to)
        {
            return;
        }

        var field = Form.Fields[from];
        Take(Form with { Fields = Form.Fields.RemoveAt(from).Insert(to, field) });
        Selected = to;
    }

    /// <summary>Changes the selected field. Conditions and calculations that ask for it follow when it gets another name.</summary>
    /// <param name="field">The field as it shall be.</param>
    public void Change(FormField field)
    {
        if (Current is { } current && current != field)
        {
            var next = Form with { Fields = Form.Fields.SetItem(Selected, field) };
            Take(field.Key != current.Key && next.Fields.Count(other => other.Key == field.Key) == 1 ? FieldNames.Follow(next, current.Key, field.Key) : next);
        }
    }

    /// <summary>Changes the form around its fields.</summary>
    /// <param name="changed">The form as it shall be.</param>
    public void Change(FormDocument changed)
    {
        if (changed != Form)
        {
            Take(changed);
        }
    }

    /// <summary>Goes back one change.</summary>
    public void Undo()
    {
        if (CanUndo)
        {
            Show(history.Undo(Form));
        }
    }

    /// <summary>Does again what was undone last.</summary>
    public void Redo()
    {
        if (CanRedo)
        {
            Show(history.Redo(Form));
        }
    }

    private string FreeKey()
    {
        for (var number = Form.Fields.Length + 1; ; number++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"field{number}");
            if (Form.Fields.All(field => field.Key != key))
            {
                return key;
            }
        }
    }

    private void Take(FormDocument next)
    {
        history.Remember(Form);
        Show(next);
    }

    private void Show(FormDocument next)
    {
        Form = next;
        Selected = Math.Min(Selected, next.Fields.Length - 1);
        ChangeNumber++;
    }
}
