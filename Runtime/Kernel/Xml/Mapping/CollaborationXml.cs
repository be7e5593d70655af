using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>Collaborations: pools and message flows.</summary>
internal static class CollaborationXml
{
    public static Collaboration Read(ElementReader r) => r.Documented(new Collaboration
    {
        IsClosed = r.Flag("isClosed", false),
        Participants = r.Many("participant", ReadParticipant),
        MessageFlows = r.Many("messageFlow", ReadMessageFlow),
        Artifacts = r.Many(ArtifactsXml.Readers),
    });

    public static void Write(ElementWriter w, Collaboration collaboration)
    {
        w.Start("collaboration", collaboration);
        w.Flag("isClosed", collaboration.IsClosed, false, collaboration);
        w.Body(collaboration);
        w.Many(collaboration.Participants, Write);
        w.Many(collaboration.MessageFlows, Write);
        w.Many(collaboration.Artifacts, ArtifactsXml.Write);
        w.End(collaboration);
    }

    private static Participant ReadParticipant(ElementReader r) => r.Documented(new Participant
    {
        ProcessRef = r.Ref("processRef"),
        InterfaceRefs = r.Refs("interfaceRef"),
        EndPointRefs = r.Refs("endPointRef"),
        Multiplicity = r.One("participantMultiplicity", m => m.Documented(new ParticipantMultiplicity
        {
            Minimum = m.Number("minimum", 0),
            Maximum = m.Number("maximum", 1),
        })),
    });

    private static MessageFlow ReadMessageFlow(ElementReader r) => r.Documented(new MessageFlow
    {
        SourceRef = r.RequiredRef("sourceRef"),
        TargetRef = r.RequiredRef("targetRef"),
        MessageRef = r.Ref("messageRef"),
    });

    private static void Write(ElementWriter w, Participant participant)
    {
        w.Start("participant", participant);
        w.Text("processRef", participant.ProcessRef);
        w.Body(participant);
        w.Refs("interfaceRef", participant.InterfaceRefs);
        w.Refs("endPointRef", participant.EndPointRefs);
        if (participant.Multiplicity is { } multiplicity)
        {
            w.Start("participantMultiplicity", multiplicity);
            w.Number("minimum", multiplicity.Minimum, 0, multiplicity);
            w.Number("maximum", multiplicity.Maximum, 1, multiplicity);
            w.Body(multiplicity);
            w.End(multiplicity);
        }

        w.End(participant);
    }

    private static void Write(ElementWriter w, MessageFlow flow)
    {
        w.Start("messageFlow", flow);
        w.Text("sourceRef", flow.SourceRef);
        w.Text("targetRef", flow.TargetRef);
        w.Text("messageRef", flow.MessageRef);
        w.Body(flow);
        w.End(flow);
    }
}
