using System.Globalization;

namespace Platform.Decisions.Feel;

/// <summary>
/// A type of FEEL (DMN 1.5 §10.3.2.1) with its conformance relation (§10.3.2.9). A closed union of nested cases.
/// </summary>
public abstract record FeelType
{
    private FeelType()
    {
    }

    /// <summary>Every value.</summary>
    public static FeelType Any { get; } = new Simple("Any", FeelKind.Any);

    /// <summary>Numbers.</summary>
    public static FeelType Number { get; } = new Simple("number", FeelKind.Number);

    /// <summary>Texts.</summary>
    public static FeelType String { get; } = new Simple("string", FeelKind.String);

    /// <summary>True and false.</summary>
    public static FeelType Boolean { get; } = new Simple("boolean", FeelKind.Boolean);

    /// <summary>Days.</summary>
    public static FeelType Date { get; } = new Simple("date", FeelKind.Date);

    /// <summary>Times of day.</summary>
    public static FeelType Time { get; } = new Simple("time", FeelKind.Time);

    /// <summary>Days with times.</summary>
    public static FeelType DateTime { get; } = new Simple("date and time", FeelKind.DateTime);

    /// <summary>Durations of years and months.</summary>
    public static FeelType YearMonthDuration { get; } = new Simple("years and months duration", FeelKind.YearMonth);

    /// <summary>Durations of days and times.</summary>
    public static FeelType DayTimeDuration { get; } = new Simple("days and time duration", FeelKind.DayTime);

    /// <summary>Null alone.</summary>
    public static FeelType Null { get; } = new Simple("Null", FeelKind.Null);

    /// <summary>The built-in type of this name, or null.</summary>
    /// <param name="name">For example <c>date and time</c>.</param>
    public static FeelType? OfName(string name) => name switch
    {
        "Any" => Any,
        "number" => Number,
        "string" => String,
        "boolean" => Boolean,
        "date" => Date,
        "time" => Time,
        "date and time" or "dateTime" => DateTime,
        "years and months duration" or "yearMonthDuration" => YearMonthDuration,
        "days and time duration" or "dayTimeDuration" => DayTimeDuration,
        "Null" => Null,
        "list" => new List(Any),
        "context" => new Context([]),
        "range" => new Range(Any),
        "function" => new Simple("function", FeelKind.Function),
        _ => null,
    };

    /// <summary>Whether a value belongs to the type. Null belongs to every type as a part, but is an instance of none but <see cref="Null"/>.</summary>
    /// <param name="value">Any value.</param>
    public abstract bool Contains(FeelValue value);

    /// <summary>
    /// The value as this type, with the implicit conversions of DMN 1.5 §10.3.2.9.4: to and from a list of one item, and
    /// from a date to its midnight in UTC.
    /// </summary>
    /// <param name="value">Any value; null stays null.</param>
    /// <returns>Null (of .NET) when the value does not conform.</returns>
    public FeelValue? Convert(FeelValue value) =>
        Conform(value) is { } conforming && (conforming.IsNull || Allows(conforming)) ? conforming : null;

    /// <summary>Whether a value that belongs to the type passes the tests in it, those of its parts included.</summary>
    private protected virtual bool Allows(FeelValue value) => true;

    private FeelValue? Conform(FeelValue value)
    {
        if (this is Restricted restricted)
        {
            return restricted.Base.Conform(value);
        }
        if (value.IsNull || Contains(value))
        {
            return value;
        }
        if (value is FeelList { Items.Count: 1 } single && this is not List && Contains(single.Items[0]))
        {
            return single.Items[0];
        }
        if (this is List list && value is not FeelList && list.Item.Contains(value))
        {
            return FeelValue.Of([value]);
        }
        return value is FeelDate date && Equals(DateTime) ? FeelDateTime.Midnight(date, FeelZone.Utc) : null;
    }

    /// <summary>Whether every value of this type is one of <paramref name="target"/> (DMN 1.5 §10.3.2.9.2).</summary>
    /// <param name="target">The wider type.</param>
    public virtual bool ConformsTo(FeelType target) => target == Any || Equals(target);

    private static bool IsPart(FeelType type, FeelValue value) => value.IsNull || type.Contains(value);

    /// <summary>A type without parts.</summary>
    public sealed record Simple : FeelType
    {
        internal Simple(string name, FeelKind kind)
        {
            Name = name;
            Kind = kind;
        }

        /// <summary>As FEEL writes it.</summary>
        public string Name { get; }

        internal FeelKind Kind { get; }

        /// <inheritdoc/>
        public override bool Contains(FeelValue value) => (value.Kind & Kind) != 0 && (!value.IsNull || Kind == FeelKind.Null);

        /// <inheritdoc/>
        public override bool ConformsTo(FeelType target) => base.ConformsTo(target) || Kind == FeelKind.Null;

        /// <inheritdoc/>
        public override string ToString() => Name;
    }

    /// <summary>Lists whose items are all of one type.</summary>
    /// <param name="Item">The items' type.</param>
    public sealed record List(FeelType Item) : FeelType
    {
        /// <inheritdoc/>
        public override bool Contains(FeelValue value) =>
            value is FeelList list && list.Items.All(item => IsPart(Item, item));

        /// <inheritdoc/>
        public override bool ConformsTo(FeelType target) => base.ConformsTo(target) || (target is List other && Item.ConformsTo(other.Item));

        /// <inheritdoc/>
        public override string ToString() => $"list<{Item}>";

        private protected override bool Allows(FeelValue value) =>
            ((FeelList)value).Items.All(item => item.IsNull || Item.Allows(item));
    }

    /// <summary>Contexts that have at least these entries.</summary>
    /// <param name="Entries">Names and types of the entries.</param>
    public sealed record Context(IReadOnlyList<KeyValuePair<string, FeelType>> Entries) : FeelType
    {
        /// <inheritdoc/>
        public override bool Contains(FeelValue value) =>
            value is FeelContext context
            && Entries.All(entry => context.TryGet(entry.Key, out var part) && IsPart(entry.Value, part));

        /// <inheritdoc/>
        public override bool ConformsTo(FeelType target) => base.ConformsTo(target)
            || (target is Context other && other.Entries.All(wanted => Entries.Any(own => own.Key == wanted.Key && own.Value.ConformsTo(wanted.Value))));

        /// <inheritdoc/>
        public bool Equals(Context? other) => other is not null && Entries.SequenceEqual(other.Entries);

        /// <inheritdoc/>
        public override int GetHashCode() => Entries.Count;

        /// <inheritdoc/>
        public override string ToString() =>
            "context<" + string.Join(", ", Entries.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key}: {entry.Value}"))) + ">";

        private protected override bool Allows(FeelValue value) => Entries.All(entry =>
            !((FeelContext)value).TryGet(entry.Key, out var part) || part.IsNull || entry.Value.Allows(part));
    }

    /// <summary>Ranges whose ends are of one type.</summary>
    /// <param name="Item">The ends' type.</param>
    public sealed record Range(FeelType Item) : FeelType
    {
        /// <inheritdoc/>
        public override bool Contains(FeelValue value) =>
            value is FeelRange range && IsPart(Item, range.Start) && IsPart(Item, range.End);

        /// <inheritdoc/>
        public override bool ConformsTo(FeelType target) => base.ConformsTo(target) || (target is Range other && Item.ConformsTo(other.Item));

        /// <inheritdoc/>
        public override string ToString() => $"range<{Item}>";
    }

    /// <summary>Functions of these parameters and this result.</summary>
    /// <param name="Parameters">The parameters' types in order.</param>
    /// <param name="Result">The result's type.</param>
    public sealed record Function(IReadOnlyList<FeelType> Parameters, FeelType Result) : FeelType
    {
        /// <inheritdoc/>
        public override bool Contains(FeelValue value) => value is FeelFunction function && function.Type.ConformsTo(this);

        /// <inheritdoc/>
        public override bool ConformsTo(FeelType target)
        {
            if (base.ConformsTo(target))
            {
                return true;
            }
            // Parameters may be wider, the result narrower than the target asks for.
            return target is Function other && other.Parameters.Count == Parameters.Count && Result.ConformsTo(other.Result)
                && Parameters.Zip(other.Parameters).All(pair => pair.Second.ConformsTo(pair.First));
        }

        /// <inheritdoc/>
        public bool Equals(Function? other) => other is not null && Result == other.Result && Parameters.SequenceEqual(other.Parameters);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Parameters.Count, Result);

        /// <inheritdoc/>
        public override string ToString() => $"function<{string.Join(", ", Parameters)}>->{Result}";
    }

    /// <summary>A type whose values must pass a test: an item definition with allowed values (DMN 1.5 §7.3.2).</summary>
    /// <remarks>Belonging to the type does not depend on the test (DMN 1.5 §10.3.2.9); a value that fails it does not convert.</remarks>
    /// <param name="Base">The type without the test.</param>
    /// <param name="Text">The test as written.</param>
    /// <param name="Test">Whether a value of <paramref name="Base"/> is allowed; must not throw.</param>
    public sealed record Restricted(FeelType Base, string Text, Func<FeelValue, bool> Test) : FeelType
    {
        /// <inheritdoc/>
        public override bool Contains(FeelValue value) => Base.Contains(value);

        /// <inheritdoc/>
        public override bool ConformsTo(FeelType target) =>
            base.ConformsTo(target) || Base.ConformsTo(target is Restricted restricted ? restricted.Base : target);

        /// <inheritdoc/>
        public override string ToString() => $"{Base} ({Text})";

        private protected override bool Allows(FeelValue value) => Base.Allows(value) && Test(value);
    }
}
