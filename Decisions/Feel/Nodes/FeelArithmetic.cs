namespace Platform.Decisions.Feel;

/// <summary>The arithmetic operators on all types (DMN 1.5 §10.3.2.12, tables 55 to 60).</summary>
internal static class FeelArithmetic
{
    public static string Sign(BinaryOperator sign) => sign switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Power => "**",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        _ => ">=",
    };

    public static FeelValue Apply(in FeelCall call, BinaryOperator sign, FeelValue left, FeelValue right)
    {
        if (left is FeelNumber a && right is FeelNumber b)
        {
            if (sign == BinaryOperator.Power && !call.Session.Spend(DecimalMath.Cost))
            {
                return FeelNull.Instance;
            }
            return Numbers(sign, a.Value, b.Value) ?? call.Warn(FeelMessage.Arithmetic(Sign(sign)));
        }
        if (left.IsNull || right.IsNull)
        {
            return call.Warn(FeelMessage.Operands(Sign(sign), left, right));
        }
        if (sign == BinaryOperator.Add && left is FeelString head && right is FeelString tail)
        {
            if ((long)head.Value.Length + tail.Value.Length > call.Session.CollectionSize)
            {
                return call.Warn(FeelMessage.Size());
            }
            return call.Sized(new FeelString(head.Value + tail.Value));
        }
        var known = sign switch
        {
            BinaryOperator.Add => TemporalArithmetic.Adds(left, right),
            BinaryOperator.Subtract => TemporalArithmetic.Subtracts(left, right),
            BinaryOperator.Multiply => TemporalArithmetic.Scales(left, right) || TemporalArithmetic.Scales(right, left),
            BinaryOperator.Divide => TemporalArithmetic.Divides(left, right),
            _ => false,
        };
        if (!known)
        {
            return call.Warn(FeelMessage.Operands(Sign(sign), left, right));
        }
        var result = sign switch
        {
            BinaryOperator.Add => TemporalArithmetic.Add(left, right),
            BinaryOperator.Subtract => TemporalArithmetic.Subtract(left, right),
            BinaryOperator.Multiply => left is FeelNumber factor ? TemporalArithmetic.Multiply(right, factor) : TemporalArithmetic.Multiply(left, (FeelNumber)right),
            _ => TemporalArithmetic.Divide(left, right),
        };
        return result ?? call.Warn(FeelMessage.Arithmetic(Sign(sign)));
    }

    /// <summary>The opposite of a number or a duration; null for other types.</summary>
    public static FeelValue? Negate(FeelValue value) => value switch
    {
        FeelNumber number => FeelNumber.Of(-number.Value),
        FeelYearMonthDuration duration => new FeelYearMonthDuration(-duration.Months),
        FeelDayTimeDuration duration => new FeelDayTimeDuration(-duration.Nanoseconds),
        _ => null,
    };

    private static FeelNumber? Numbers(BinaryOperator sign, Decimal34 left, Decimal34 right)
    {
        Decimal34 result;
        var fits = sign switch
        {
            BinaryOperator.Add => Decimal34.TryAdd(left, right, out result),
            BinaryOperator.Subtract => Decimal34.TrySubtract(left, right, out result),
            BinaryOperator.Multiply => Decimal34.TryMultiply(left, right, out result),
            BinaryOperator.Divide => Decimal34.TryDivide(left, right, out result),
            _ => DecimalMath.TryPower(left, right, out result),
        };
        return fits ? FeelNumber.Of(result) : null;
    }
}
