namespace Platform.Designer.Forms;

/// <summary>What a form field holds; the names in a form file are these in lower case.</summary>
public enum FormFieldType
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Several lines of text.</summary>
    LongText,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A date and time.</summary>
    DateTime,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>One of several options.</summary>
    Choice,

    /// <summary>Any number of options.</summary>
    MultiChoice,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A unit.</summary>
    Unit,

    /// <summary>Files.</summary>
    Attachment,
}
