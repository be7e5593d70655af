using System.Text.Json.Serialization;

namespace Platform.Runtime.Forms;

/// <summary>What a form field holds; the names in a form file are these in lower case.</summary>
public enum FieldType
{
    /// <summary>One line of text.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>Several lines of text.</summary>
    [JsonStringEnumMemberName("longtext")]
    LongText,

    /// <summary>A number.</summary>
    [JsonStringEnumMemberName("number")]
    Number,

    /// <summary>An amount of money in yuan with at most two decimals.</summary>
    [JsonStringEnumMemberName("money")]
    Money,

    /// <summary>A date.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>A date and time with offset.</summary>
    [JsonStringEnumMemberName("datetime")]
    DateTime,

    /// <summary>Yes or no.</summary>
    [JsonStringEnumMemberName("boolean")]
    Boolean,

    /// <summary>One of the options.</summary>
    [JsonStringEnumMemberName("choice")]
    Choice,

    /// <summary>Any number of the options.</summary>
    [JsonStringEnumMemberName("multichoice")]
    MultiChoice,

    /// <summary>A person, by id.</summary>
    [JsonStringEnumMemberName("person")]
    Person,

    /// <summary>A unit, by id.</summary>
    [JsonStringEnumMemberName("unit")]
    Unit,

    /// <summary>Files, by their ids.</summary>
    [JsonStringEnumMemberName("attachment")]
    Attachment,
}
