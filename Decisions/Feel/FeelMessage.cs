using System.Buffers;

namespace Platform.Decisions.Feel;

/// <summary>A warning's words, before the place is known.</summary>
internal readonly record struct FeelMessage(string Code, string Chinese, string English)
{
    /// <summary>How serious it is.</summary>
    public FeelSeverity Severity { get; init; } = FeelSeverity.Warning;

    private static readonly SearchValues<char> FullWidthSigns = SearchValues.Create("，；：（）＞＜＝＋－＊／“”！");

    public static FeelMessage Syntax(string chinese, string english) => new("feel.syntax", chinese, english);

    public static FeelMessage Expected(string token) =>
        Syntax($"此处应为“{token}”。", $"Expected '{token}' here.");

    public static FeelMessage UnknownName(string name) =>
        new("feel.unknown-name", $"没有名为“{name}”的变量。{FullWidthHint(name)}", $"There is no variable named '{name}'.");

    public static FeelMessage UnknownFunction(string name) =>
        new("feel.unknown-function", $"没有名为“{name}”的函数。", $"There is no function named '{name}'.");

    public static FeelMessage UnknownType(string name) =>
        new("feel.unknown-type", $"没有名为“{name}”的类型。", $"There is no type named '{name}'.");

    public static FeelMessage NoMember(string name, FeelValue value) =>
        new("feel.unknown-member", $"{value.TypeName} 没有“{name}”这一项。", $"A {value.TypeName} has no member '{name}'.");

    public static FeelMessage Operands(string sign, FeelValue left, FeelValue right) =>
        new("feel.operands", $"“{sign}”不能用于 {left.TypeName} 与 {right.TypeName}。", $"'{sign}' does not apply to {left.TypeName} and {right.TypeName}.");

    /// <summary>Null in, null out: nothing is wrong with the expression, but people may ask why there is no answer.</summary>
    public static FeelMessage NullOperand(string sign) =>
        new("feel.null", $"“{sign}”遇到空值，没有结果。", $"'{sign}' met null and has no result.") { Severity = FeelSeverity.Information };

    public static FeelMessage NullMember(string name) =>
        new("feel.null", $"空值没有“{name}”这一项。", $"Null has no member '{name}'.") { Severity = FeelSeverity.Information };

    public static FeelMessage Arithmetic(string sign) =>
        new("feel.arithmetic", $"“{sign}”的结果无法表示（除数为零或超出范围）。", $"The result of '{sign}' cannot be represented (division by zero, or out of range).");

    public static FeelMessage Arguments(string function) =>
        new("feel.arguments", $"函数“{function}”的参数个数或名称不对。", $"Function '{function}' does not take these arguments.");

    public static FeelMessage Argument(string function, string parameter, FeelValue value) =>
        new("feel.argument", $"函数“{function}”的参数“{parameter}”不能是 {value.TypeName}。", $"Parameter '{parameter}' of '{function}' cannot be a {value.TypeName}.");

    public static FeelMessage Value(string function, string chinese, string english) =>
        new("feel.argument-value", $"函数“{function}”：{chinese}。", $"Function '{function}': {english}.");

    public static FeelMessage NotCallable(FeelValue value) =>
        new("feel.not-a-function", $"{value.TypeName} 不是函数，不能调用。", $"A {value.TypeName} is not a function and cannot be called.");

    public static FeelMessage External() =>
        new("feel.external", "出于安全考虑，不执行外部函数。", "External functions are not executed, for safety.");

    public static FeelMessage Type(FeelType type, FeelValue value) =>
        new("feel.type", $"需要 {type}，得到的是 {value.TypeName}。", $"Expected {type}, but the value is a {value.TypeName}.");

    public static FeelMessage Iteration(FeelValue value) =>
        new("feel.iteration", $"不能逐项遍历 {value.TypeName}。", $"A {value.TypeName} cannot be iterated over.");

    public static FeelMessage Filter(FeelValue value) =>
        new("feel.filter", $"筛选条件应为真假值或序号，得到的是 {value.TypeName}。", $"A filter must be a boolean or a position, but the value is a {value.TypeName}.");

    public static FeelMessage DuplicateKey(string name) =>
        new("feel.duplicate-key", $"“{name}”重复出现。", $"The key '{name}' occurs twice.");

    public static FeelMessage Literal(string text) =>
        new("feel.literal", $"“{text}”不是有效的日期、时间或时长。", $"'{text}' is not a valid date, time or duration.");

    public static FeelMessage RangeEnds() =>
        new("feel.range", "区间两端的类型必须相同且可以比较。", "Both ends of a range must be of one type that has an order.");

    public static FeelMessage Steps() =>
        new("feel.budget-steps", "计算步骤过多，已停止。", "The evaluation took too many steps and was stopped.");

    public static FeelMessage Depth() =>
        new("feel.budget-depth", "计算嵌套过深，已停止。", "The evaluation was nested too deeply and was stopped.");

    public static FeelMessage Time() =>
        new("feel.budget-time", "计算时间过长，已停止。", "The evaluation took too long and was stopped.");

    public static FeelMessage Size() =>
        new("feel.budget-size", "结果过大，已放弃。", "The result would be too large.");

    /// <summary>Chinese input methods write signs that look like operators and are parts of names.</summary>
    private static string FullWidthHint(string name) =>
        name.AsSpan().ContainsAny(FullWidthSigns) ? "其中含有全角符号：运算符、括号和引号须用半角。" : "";

    public static FeelMessage NoClock() =>
        new("feel.no-clock", "未提供当前时间。", "The current time was not provided.");
}
