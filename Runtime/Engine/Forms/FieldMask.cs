using System.Text.Json.Serialization;

namespace Platform.Runtime.Forms;

/// <summary>How a value is shortened for readers who need not know all of it.</summary>
public enum FieldMask
{
    /// <summary>Shown in full.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Family name only: 王**.</summary>
    [JsonStringEnumMemberName("name")]
    Name,

    /// <summary>Telephone number: 139****1234.</summary>
    [JsonStringEnumMemberName("phone")]
    Phone,

    /// <summary>Identity number: first six and last four characters.</summary>
    [JsonStringEnumMemberName("idcard")]
    IdCard,

    /// <summary>Address: the first nine characters.</summary>
    [JsonStringEnumMemberName("address")]
    Address,

    /// <summary>Nothing is shown.</summary>
    [JsonStringEnumMemberName("all")]
    All,
}
