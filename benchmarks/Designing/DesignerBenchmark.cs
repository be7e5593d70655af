using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Platform.Kernel.Layout;
using Platform.Kernel.Xml;

namespace Platform.Benchmarks.Designing;

/// <summary>
/// <c>designer [--nodes 600] [--rounds 5]</c>: a real Host, a headless Chromium, a model of so many elements and one of 2 MB. How long both views take
/// to open, from key to paint while a name is typed, and from a change to "saved" without the pause that is waited on purpose; beside it the floor,
/// a page with nothing but bpmn-js that opens the same file.
/// </summary>
internal static class DesignerBenchmark
{
    private const int Letters = 40;
    private const double Pause = 700;

    private const string Paint = "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(true))))";

    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        int nodes = Number(args, "--nodes", 600), rounds = Number(args, "--rounds", 5);
        string root = Root();
        string dist = Path.Combine(root, "Designer", "wwwroot", "dist");
        foreach (string entry in (string[])["modeler", "viewer", "page", "paper", "table"])
        {
            await output.WriteLineAsync($"bundle {entry,-8} {BundleSizes.Of(dist, entry) / 1000.0,7:0.0} KB gzip");
        }

        await using HostProgram host = await HostProgram.StartAsync(root);
        using PlainPage plain = new(root);
        await using ChromiumTab tab = await ChromiumTab.OpenAsync();
        await SignInAsync(tab, host.Address);
        foreach ((string name, string model) in new[] { ($"{nodes} nodes", LargeModel.Bpmn("nodes", nodes, 0)), ("2 MB", LargeModel.Bpmn("large", 1_100, 700)) })
        {
            byte[] drawn = Drawn(model);
            await output.WriteLineAsync($"{name}: file with drawing {drawn.Length / 1000.0:0} KB");
            string key = await ImportAsync(tab, host.Address, drawn);
            List<double> simple = [], canvas = [], typing = [], saves = [], floorOpen = [], floorSave = [];
            for (int round = 0; round <= rounds; round++)
            {
                // The first round warms up; nobody opens the designer on a platform that has just been started.
                (double open, double save) = await plain.MeasureAsync(tab, drawn);
                (double first, double second, IReadOnlyList<double> keys, double saved) = await RoundAsync(tab, $"{host.Address}/definitions/design/{key}", nodes);
                if (round > 0)
                {
                    floorOpen.Add(open);
                    floorSave.Add(save);
                    simple.Add(first);
                    canvas.Add(second);
                    typing.AddRange(keys);
                    saves.Add(saved);
                }
            }

            await output.WriteLineAsync($"  simple view opens   {Line(simple)}");
            await output.WriteLineAsync($"  canvas opens        {Line(canvas)}   plain bpmn-js {Line(floorOpen)}");
            await output.WriteLineAsync($"  key to paint        {Line(typing)}");
            await output.WriteLineAsync($"  change to saved     {Line(saves)}   plain bpmn-js writes its text {Line(floorSave)}");
        }

        return 0;
    }

    private static async Task<(double Simple, double Canvas, IReadOnlyList<double> Keys, double Saved)> RoundAsync(ChromiumTab tab, string address, int nodes)
    {
        await tab.GoAsync(address);
        await tab.WaitAsync("document.querySelector('.process-designer[data-ready]') && document.querySelectorAll('.simple-card-name').length > 100");
        await tab.EvaluateAsync(Paint);
        double simple = (await tab.EvaluateAsync("performance.now()"))!.GetValue<double>();
        await tab.EvaluateAsync("localStorage.setItem('shanzhi-designer-tour', 'seen')");

        double canvas = (await tab.EvaluateAsync($$"""
            (async () => {
              const begin = performance.now();
              [...document.querySelectorAll('.design-bar button')].find(b => b.textContent === '流程图').click();
              while (document.querySelectorAll('.djs-container .djs-shape').length < {{nodes}} || !document.querySelector('.djs-palette .entry')) await new Promise(done => setTimeout(done, 5));
              await {{Paint}};
              return performance.now() - begin;
            })()
            """))!.GetValue<double>();

        await tab.EvaluateAsync("(() => { document.querySelectorAll('.outline-list button')[1].click(); })()");
        await tab.WaitAsync("document.querySelector('#element-name')");
        await tab.EvaluateAsync("""
            (() => {
              const field = document.querySelector('#element-name');
              field.focus();
              field.setSelectionRange(field.value.length, field.value.length);
              window.keys = [];
              field.addEventListener('keydown', event => requestAnimationFrame(() => {
                const channel = new MessageChannel();
                channel.port1.onmessage = () => window.keys.push(performance.now() - event.timeStamp);
                channel.port2.postMessage(0);
              }), { capture: true });
            })()
            """);
        for (int letter = 0; letter < Letters; letter++)
        {
            await tab.TypeAsync((char)('a' + (letter % 26)));
            await Task.Delay(60);
        }

        // What was typed is handed on by itself after a pause; the change that is measured comes when all of that is over.
        await Task.Delay(TimeSpan.FromMilliseconds(2 * Pause));
        double saved = (await tab.EvaluateAsync("""
            (async () => {
              const status = document.querySelector('.design-saved');
              while (status.textContent.trim() !== '已保存') await new Promise(done => setTimeout(done, 5));
              const field = document.querySelector('#element-name');
              const begin = performance.now();
              field.value += '改';
              field.dispatchEvent(new Event('change', { bubbles: true }));
              while (status.textContent.trim() === '已保存') await new Promise(done => setTimeout(done, 1));
              while (status.textContent.trim() !== '已保存') await new Promise(done => setTimeout(done, 1));
              return performance.now() - begin;
            })()
            """))!.GetValue<double>() - Pause;
        JsonArray keys = (await tab.EvaluateAsync("window.keys"))!.AsArray();
        return (simple, canvas, [.. keys.Select(k => k!.GetValue<double>())], saved);
    }

    internal static async Task SignInAsync(ChromiumTab tab, string address, string name = "admin")
    {
        await tab.GoAsync(address + "/signin");
        await tab.EvaluateAsync($$"""
            (() => {
              document.querySelector('[name="Entry.Name"]').value = '{{name}}';
              document.querySelector('[name="Entry.Password"]').value = 'Qingyuan@2026';
              [...document.querySelectorAll('button')].find(b => b.textContent.trim() === '登录').click();
            })()
            """);
        await tab.WaitAsync("!location.href.includes('signin') && document.querySelector('main[data-live]')");
    }

    private static async Task<string> ImportAsync(ChromiumTab tab, string address, byte[] model)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("platform-bench-model-").FullName, "model.bpmn");
        await File.WriteAllBytesAsync(file, model);
        await tab.GoAsync(address + "/definitions");
        await tab.WaitAsync("document.querySelector('main[data-live]') && document.querySelector('#import-process')");
        await tab.ChooseAsync("#import-process", file);
        await tab.WaitAsync("location.href.includes('/definitions/design/')");
        return (await tab.EvaluateAsync("location.href.split('/').at(-1)"))!.GetValue<string>();
    }

    private static byte[] Drawn(string model)
    {
        using MemoryStream stream = new();
        BpmnWriter.Write(DiagramLayout.Arrange(BpmnReader.Read(Encoding.UTF8.GetBytes(model).AsSpan()).Definitions!), stream);
        return stream.ToArray();
    }

    internal static string Line(List<double> times)
    {
        double[] sorted = [.. times.Order()];
        return string.Create(CultureInfo.InvariantCulture, $"p50 {sorted[sorted.Length / 2],7:0.0} ms, p95 {sorted[(int)Math.Min(sorted.Length - 1, Math.Ceiling(sorted.Length * 0.95) - 1)],7:0.0} ms");
    }

    internal static int Number(string[] args, string name, int usual) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : usual;

    internal static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Expected to run inside the checkout, but found no Platform.sln above the program.");
    }
}
