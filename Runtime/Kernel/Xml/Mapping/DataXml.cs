using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>Data objects, stores, their references and properties.</summary>
internal static class DataXml
{
    public static DataObject ReadObject(ElementReader r) => FlowElementsXml.Element(r, new DataObject
    {
        ItemSubjectRef = r.Ref("itemSubjectRef"),
        IsCollection = r.Flag("isCollection", false),
        DataState = r.One("dataState", ReadState),
    });

    public static DataObjectReference ReadObjectReference(ElementReader r) => FlowElementsXml.Element(r, new DataObjectReference
    {
        ItemSubjectRef = r.Ref("itemSubjectRef"),
        DataObjectRef = r.Ref("dataObjectRef"),
        DataState = r.One("dataState", ReadState),
    });

    public static DataStoreReference ReadStoreReference(ElementReader r) => FlowElementsXml.Element(r, new DataStoreReference
    {
        ItemSubjectRef = r.Ref("itemSubjectRef"),
        DataStoreRef = r.Ref("dataStoreRef"),
        DataState = r.One("dataState", ReadState),
    });

    public static DataStore ReadStore(ElementReader r) => r.Documented(new DataStore
    {
        Capacity = r.Number("capacity"),
        IsUnlimited = r.Flag("isUnlimited", true),
        ItemSubjectRef = r.Ref("itemSubjectRef"),
        DataState = r.One("dataState", ReadState),
    });

    public static Property ReadProperty(ElementReader r) => r.Documented(new Property
    {
        ItemSubjectRef = r.Ref("itemSubjectRef"),
        DataState = r.One("dataState", ReadState),
    });

    public static DataState ReadState(ElementReader r) => r.Documented(new DataState());

    public static void Write(ElementWriter w, FlowElement data)
    {
        switch (data)
        {
            case DataObject item:
                w.Start("dataObject", item);
                w.Text("itemSubjectRef", item.ItemSubjectRef);
                w.Flag("isCollection", item.IsCollection, false, item);
                Finish(w, item, item.DataState);
                break;
            case DataObjectReference reference:
                w.Start("dataObjectReference", reference);
                w.Text("itemSubjectRef", reference.ItemSubjectRef);
                w.Text("dataObjectRef", reference.DataObjectRef);
                Finish(w, reference, reference.DataState);
                break;
            case DataStoreReference reference:
                w.Start("dataStoreReference", reference);
                w.Text("itemSubjectRef", reference.ItemSubjectRef);
                w.Text("dataStoreRef", reference.DataStoreRef);
                Finish(w, reference, reference.DataState);
                break;
            default:
                throw new InvalidOperationException($"Expected data, but got {data.GetType().Name}.");
        }
    }

    public static void Write(ElementWriter w, DataStore store)
    {
        w.Start("dataStore", store);
        w.Number("capacity", store.Capacity);
        w.Flag("isUnlimited", store.IsUnlimited, true, store);
        w.Text("itemSubjectRef", store.ItemSubjectRef);
        w.Body(store);
        w.One(store.DataState, Write);
        w.End(store);
    }

    public static void Write(ElementWriter w, Property property)
    {
        w.Start("property", property);
        w.Text("itemSubjectRef", property.ItemSubjectRef);
        w.Body(property);
        w.One(property.DataState, Write);
        w.End(property);
    }

    public static void Write(ElementWriter w, DataState state)
    {
        w.Start("dataState", state);
        w.Body(state);
        w.End(state);
    }

    private static void Finish(ElementWriter w, FlowElement data, DataState? state)
    {
        FlowElementsXml.ElementBody(w, data);
        w.One(state, Write);
        w.End(data);
    }
}
