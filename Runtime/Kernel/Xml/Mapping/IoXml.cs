using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>Input and output specifications, sets and data associations.</summary>
internal static class IoXml
{
    public static IoSpecification ReadSpecification(ElementReader r) => r.Documented(new IoSpecification
    {
        DataInputs = r.Many("dataInput", ReadInput),
        DataOutputs = r.Many("dataOutput", ReadOutput),
        InputSets = r.Many("inputSet", ReadInputSet),
        OutputSets = r.Many("outputSet", ReadOutputSet),
    });

    public static DataInput ReadInput(ElementReader r) => r.Documented(new DataInput
    {
        ItemSubjectRef = r.Ref("itemSubjectRef"),
        IsCollection = r.Flag("isCollection", false),
        DataState = r.One("dataState", DataXml.ReadState),
    });

    public static DataOutput ReadOutput(ElementReader r) => r.Documented(new DataOutput
    {
        ItemSubjectRef = r.Ref("itemSubjectRef"),
        IsCollection = r.Flag("isCollection", false),
        DataState = r.One("dataState", DataXml.ReadState),
    });

    public static InputSet ReadInputSet(ElementReader r) => r.Documented(new InputSet
    {
        DataInputRefs = r.Refs("dataInputRefs"),
        OptionalInputRefs = r.Refs("optionalInputRefs"),
        WhileExecutingInputRefs = r.Refs("whileExecutingInputRefs"),
        OutputSetRefs = r.Refs("outputSetRefs"),
    });

    public static OutputSet ReadOutputSet(ElementReader r) => r.Documented(new OutputSet
    {
        DataOutputRefs = r.Refs("dataOutputRefs"),
        OptionalOutputRefs = r.Refs("optionalOutputRefs"),
        WhileExecutingOutputRefs = r.Refs("whileExecutingOutputRefs"),
        InputSetRefs = r.Refs("inputSetRefs"),
    });

    public static DataAssociation ReadAssociation(ElementReader r) => r.Documented(new DataAssociation
    {
        SourceRefs = r.Refs("sourceRef"),
        TargetRef = r.RefChild("targetRef"),
        Transformation = r.One("transformation", DocumentationXml.ReadExpression),
        Assignments = r.Many("assignment", ReadAssignment),
    });

    public static void Write(ElementWriter w, IoSpecification specification)
    {
        w.Start("ioSpecification", specification);
        w.Body(specification);
        w.Many(specification.DataInputs, "dataInput", Write);
        w.Many(specification.DataOutputs, "dataOutput", Write);
        w.Many(specification.InputSets, Write);
        w.Many(specification.OutputSets, Write);
        w.End(specification);
    }

    public static void Write(ElementWriter w, DataInput input, string name)
    {
        w.Start(name, input);
        w.Text("itemSubjectRef", input.ItemSubjectRef);
        w.Flag("isCollection", input.IsCollection, false, input);
        w.Body(input);
        w.One(input.DataState, DataXml.Write);
        w.End(input);
    }

    public static void Write(ElementWriter w, DataOutput output, string name)
    {
        w.Start(name, output);
        w.Text("itemSubjectRef", output.ItemSubjectRef);
        w.Flag("isCollection", output.IsCollection, false, output);
        w.Body(output);
        w.One(output.DataState, DataXml.Write);
        w.End(output);
    }

    public static void Write(ElementWriter w, InputSet set)
    {
        w.Start("inputSet", set);
        w.Body(set);
        w.Refs("dataInputRefs", set.DataInputRefs);
        w.Refs("optionalInputRefs", set.OptionalInputRefs);
        w.Refs("whileExecutingInputRefs", set.WhileExecutingInputRefs);
        w.Refs("outputSetRefs", set.OutputSetRefs);
        w.End(set);
    }

    public static void Write(ElementWriter w, OutputSet set)
    {
        w.Start("outputSet", set);
        w.Body(set);
        w.Refs("dataOutputRefs", set.DataOutputRefs);
        w.Refs("optionalOutputRefs", set.OptionalOutputRefs);
        w.Refs("whileExecutingOutputRefs", set.WhileExecutingOutputRefs);
        w.Refs("inputSetRefs", set.InputSetRefs);
        w.End(set);
    }

    public static void Write(ElementWriter w, DataAssociation association, string name)
    {
        w.Start(name, association);
        w.Body(association);
        w.Refs("sourceRef", association.SourceRefs);
        w.RefChild("targetRef", association.TargetRef);
        w.One(association.Transformation, "transformation", DocumentationXml.Write);
        w.Many(association.Assignments, Write);
        w.End(association);
    }

    private static Assignment ReadAssignment(ElementReader r) => r.Documented(new Assignment
    {
        From = r.One("from", DocumentationXml.ReadExpression),
        To = r.One("to", DocumentationXml.ReadExpression),
    });

    private static void Write(ElementWriter w, Assignment assignment)
    {
        w.Start("assignment", assignment);
        w.Body(assignment);
        w.One(assignment.From, "from", DocumentationXml.Write);
        w.One(assignment.To, "to", DocumentationXml.Write);
        w.End(assignment);
    }
}
