using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Platform.Benchmarks.Designing;

/// <summary>The floor: a page with nothing but bpmn-js as it is published, which opens a file.</summary>
internal sealed class PlainPage : IDisposable
{
    private const string Html = """
        <!doctype html><meta charset="utf-8"><style>#c{width:1000px;height:700px}</style><div id="c"></div><script src="/bpmn.js"></script>
        <script>
        window.openFile = async () => {
          const xml = await (await fetch('/model')).text();
          const begin = performance.now();
          const modeler = new BpmnJS({ container: '#c' });
          await modeler.importXML(xml);
          await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
          const opened = performance.now() - begin;
          const again = performance.now();
          await modeler.saveXML();
          return [opened, performance.now() - again];
        };
        </script>
        """;

    private readonly HttpListener listener = new();
    private readonly string library;
    private byte[] model = [];

    /// <summary>Begins to answer.</summary>
    /// <param name="root">Root of the checkout, whose client has been built.</param>
    internal PlainPage(string root)
    {
        library = Path.Combine(root, "Designer", "client", "node_modules", "bpmn-js", "dist", "bpmn-modeler.production.min.js");
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        listener.Prefixes.Add(Address);
        listener.Start();
        _ = AnswerAsync();
    }

    /// <summary>Where it is.</summary>
    internal string Address { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="tab">The browser.</param>
    /// <param name="file">BPMN with a drawing.</param>
    /// <returns>Milliseconds from text to painted, and to write the text again.</returns>
    internal async Task<(double Open, double Save)> MeasureAsync(ChromiumTab tab, byte[] file)
    {
        model = file;
        await tab.GoAsync(Address);
        var times = (await tab.EvaluateAsync("openFile()"))!.AsArray();
        return (times[0]!.GetValue<double>(), times[1]!.GetValue<double>());
    }

    public void Dispose() => listener.Close();

    private async Task AnswerAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await listener.GetContextAsync();
                (string type, byte[] content) = context.Request.Url!.AbsolutePath switch
                {
                    "/bpmn.js" => ("text/javascript", await File.ReadAllBytesAsync(library)),
                    "/model" => ("application/xml", model),
                    _ => ("text/html; charset=utf-8", Encoding.UTF8.GetBytes(Html)),
                };
                context.Response.ContentType = type;
                await context.Response.OutputStream.WriteAsync(content);
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
