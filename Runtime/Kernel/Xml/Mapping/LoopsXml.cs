using System.Collections.Frozen;
using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>Loop and multi-instance characteristics.</summary>
internal static class LoopsXml
{
    private static readonly FrozenDictionary<string, MultiInstanceBehavior> Behaviors = new Dictionary<string, MultiInstanceBehavior>
    {
        ["All"] = MultiInstanceBehavior.All,
        ["None"] = MultiInstanceBehavior.None,
        ["One"] = MultiInstanceBehavior.One,
        ["Complex"] = MultiInstanceBehavior.Complex,
    }.ToFrozenDictionary();

    public static LoopCharacteristics? Read(ElementReader r) =>
        r.One<LoopCharacteristics>("multiInstanceLoopCharacteristics", ReadMultiInstance) ?? r.One<LoopCharacteristics>("standardLoopCharacteristics", ReadStandard);

    public static void Write(ElementWriter w, LoopCharacteristics loop)
    {
        switch (loop)
        {
            case StandardLoopCharacteristics standard:
                Write(w, standard);
                break;
            case MultiInstanceLoopCharacteristics multi:
                Write(w, multi);
                break;
            default:
                throw new InvalidOperationException($"Expected loop characteristics, but got {loop.GetType().Name}.");
        }
    }

    private static StandardLoopCharacteristics ReadStandard(ElementReader r) => r.Documented(new StandardLoopCharacteristics
    {
        TestBefore = r.Flag("testBefore", false),
        LoopMaximum = r.Number("loopMaximum"),
        LoopCondition = r.One("loopCondition", DocumentationXml.ReadExpression),
    });

    private static MultiInstanceLoopCharacteristics ReadMultiInstance(ElementReader r) => r.Documented(new MultiInstanceLoopCharacteristics
    {
        IsSequential = r.Flag("isSequential", false),
        Behavior = r.Choice("behavior", Behaviors, MultiInstanceBehavior.All),
        OneBehaviorEventRef = r.Ref("oneBehaviorEventRef"),
        NoneBehaviorEventRef = r.Ref("noneBehaviorEventRef"),
        LoopCardinality = r.One("loopCardinality", DocumentationXml.ReadExpression),
        LoopDataInputRef = r.RefChild("loopDataInputRef"),
        LoopDataOutputRef = r.RefChild("loopDataOutputRef"),
        InputDataItem = r.One("inputDataItem", IoXml.ReadInput),
        OutputDataItem = r.One("outputDataItem", IoXml.ReadOutput),
        ComplexBehaviors = r.Many("complexBehaviorDefinition", ReadComplex),
        CompletionCondition = r.One("completionCondition", DocumentationXml.ReadExpression),
    });

    private static ComplexBehaviorDefinition ReadComplex(ElementReader r) => r.Documented(new ComplexBehaviorDefinition
    {
        Condition = r.One("condition", DocumentationXml.ReadExpression),
        Event = r.One("event", e => EventsXml.Throw(e, new ImplicitThrowEvent())),
    });

    private static void Write(ElementWriter w, StandardLoopCharacteristics loop)
    {
        w.Start("standardLoopCharacteristics", loop);
        w.Flag("testBefore", loop.TestBefore, false, loop);
        w.Number("loopMaximum", loop.LoopMaximum);
        w.Body(loop);
        w.One(loop.LoopCondition, "loopCondition", DocumentationXml.Write);
        w.End(loop);
    }

    private static void Write(ElementWriter w, MultiInstanceLoopCharacteristics loop)
    {
        w.Start("multiInstanceLoopCharacteristics", loop);
        w.Flag("isSequential", loop.IsSequential, false, loop);
        w.Choice("behavior", Behaviors, loop.Behavior, MultiInstanceBehavior.All, loop);
        w.Text("oneBehaviorEventRef", loop.OneBehaviorEventRef);
        w.Text("noneBehaviorEventRef", loop.NoneBehaviorEventRef);
        w.Body(loop);
        w.One(loop.LoopCardinality, "loopCardinality", DocumentationXml.Write);
        w.RefChild("loopDataInputRef", loop.LoopDataInputRef);
        w.RefChild("loopDataOutputRef", loop.LoopDataOutputRef);
        w.One(loop.InputDataItem, "inputDataItem", IoXml.Write);
        w.One(loop.OutputDataItem, "outputDataItem", IoXml.Write);
        w.Many(loop.ComplexBehaviors, Write);
        w.One(loop.CompletionCondition, "completionCondition", DocumentationXml.Write);
        w.End(loop);
    }

    private static void Write(ElementWriter w, ComplexBehaviorDefinition complex)
    {
        w.Start("complexBehaviorDefinition", complex);
        w.Body(complex);
        w.One(complex.Condition, "condition", DocumentationXml.Write);
        w.One(complex.Event, "event", EventsXml.Write);
        w.End(complex);
    }
}
