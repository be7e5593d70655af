using System.Globalization;
using Platform.Decisions.Feel;
using Platform.Kernel.Model;

namespace Platform.Runtime.Calendar;

/// <summary>Reads deadlines, warnings and escalations from a process.</summary>
public static class DeadlineSpecs
{
    /// <summary>Reads a <c>gov:deadline</c>.</summary>
    /// <param name="element">The element.</param>
    /// <param name="problems">Receives a Chinese sentence for everything that cannot be understood.</param>
    /// <returns>The deadline, or null when it cannot be understood.</returns>
    public static DeadlineSpec? Read(ExtensionElement element, ICollection<string> problems)
    {
        DeadlineKind? kind = element.Attribute("kind") switch
        {
            null or "working" => DeadlineKind.Working,
            "calendar" => DeadlineKind.Calendar,
            _ => null,
        };
        TimeUnit? unit = element.Attribute("unit") switch
        {
            null or "day" => TimeUnit.Day,
            "hour" => TimeUnit.Hour,
            "minute" => TimeUnit.Minute,
            _ => null,
        };
        if (kind is null || unit is null
            || !int.TryParse(element.Attribute("amount"), NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            || amount > WorkingTime.MaximumAmount)
        {
            problems.Add("时限设置无法理解：kind 应为 working 或 calendar，amount 应为不太大的整数，unit 应为 day、hour 或 minute。");
            return null;
        }

        var from = element.Attribute("from") is { Length: > 0 } text ? text : DeadlineSpec.FromEntry;
        var when = element.Attribute("when") is { Length: > 0 } condition ? condition : null;
        return new DeadlineSpec
        {
            Kind = kind.Value,
            Time = new WorkingTime(amount, unit.Value),
            From = from,
            FromExpression = from is DeadlineSpec.FromEntry or DeadlineSpec.FromRegistered ? null : Feel(from, problems),
            Clock = element.Attribute("clock") == "legal" ? Persistence.DeadlineClock.Legal : Persistence.DeadlineClock.Promise,
            When = when,
            WhenExpression = when is null ? null : Feel(when, problems),
        };
    }

    /// <summary>Reads a <c>gov:warning</c>.</summary>
    /// <param name="element">The element.</param>
    /// <param name="problems">Receives a Chinese sentence for everything that cannot be understood.</param>
    /// <returns>The warning, or null when it cannot be understood.</returns>
    public static WarningSpec? ReadWarning(ExtensionElement element, ICollection<string> problems)
    {
        WarningLevel? level = element.Attribute("level") switch
        {
            "reminder" => WarningLevel.Reminder,
            "yellow" => WarningLevel.Yellow,
            "orange" => WarningLevel.Orange,
            "red" => WarningLevel.Red,
            _ => null,
        };
        double? remaining = double.TryParse(element.Attribute("remaining"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            && share is >= 0 and <= 1 ? share : null;
        WorkingTime? before = WorkingTime.TryParse(element.Attribute("before"), out var time) ? time : null;
        if (level is null || (level != WarningLevel.Red && (remaining is null) == (before is null)))
        {
            problems.Add("预警设置无法理解：level 应为 reminder、yellow、orange 或 red，并给出 remaining（0 到 1）或 before（如 P1D）之一。");
            return null;
        }

        // Red is the moment after the due instant; nothing may move it.
        return level == WarningLevel.Red
            ? new WarningSpec { Level = level.Value, Remaining = 0, Notify = element.Attribute("notify") }
            : new WarningSpec { Level = level.Value, Remaining = remaining, Before = before, Notify = element.Attribute("notify") };
    }

    /// <summary>Reads a <c>gov:escalation</c>.</summary>
    /// <param name="element">The element.</param>
    /// <param name="problems">Receives a Chinese sentence for everything that cannot be understood.</param>
    /// <returns>The escalation, or null when it cannot be understood.</returns>
    public static EscalationSpec? ReadEscalation(ExtensionElement element, ICollection<string> problems)
    {
        int? line = element.Attribute("level") switch { "line1" => 1, "line2" => 2, "line3" => 3, _ => null };
        if (line is null || !WorkingTime.TryParse(element.Attribute("after") ?? "P0D", out var after) || element.Attribute("to") is not { Length: > 0 } to)
        {
            problems.Add("升级设置无法理解：level 应为 line1、line2 或 line3，after 应为如 P5D 的时长，to 应为岗位或关系。");
            return null;
        }

        return new EscalationSpec { After = after, To = to, Line = line.Value };
    }

    private static FeelExpression? Feel(string text, ICollection<string> problems)
    {
        var parsed = FeelExpression.Parse(text);
        if (!parsed.IsValid)
        {
            problems.Add($"时限设置中的表达式“{text}”无法理解：{parsed.Errors[0].Chinese}");
        }

        return parsed.Expression;
    }
}
