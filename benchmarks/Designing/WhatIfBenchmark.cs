using System.Diagnostics;
using System.Globalization;

namespace Platform.Benchmarks.Designing;

/// <summary>
/// <c>whatif [--cases 400] [--rounds 30]</c>: a real Host with so many matters; how long an official waits for the inbox and for a task, from the address
/// until it is painted, in turns, first on a platform that does nothing else and then while an administrator tries the matters on the flagship process.
/// </summary>
internal static class WhatIfBenchmark
{
    private const string Flagship = "shiquan-three-ledgers";
    private const string Painted = "performance.now()";

    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        int cases = DesignerBenchmark.Number(args, "--cases", 400), rounds = DesignerBenchmark.Number(args, "--rounds", 30);
        await using HostProgram host = await HostProgram.StartAsync(DesignerBenchmark.Root());
        await using ChromiumTab desk = await ChromiumTab.OpenAsync();
        await DesignerBenchmark.SignInAsync(desk, host.Address, "dengji");
        Stopwatch watch = Stopwatch.StartNew();
        await RegisterAsync(desk, cases);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{cases} matters registered in {watch.Elapsed.TotalSeconds:0.0} s"));

        await using ChromiumTab office = await ChromiumTab.OpenAsync();
        await DesignerBenchmark.SignInAsync(office, host.Address);
        await office.GoAsync($"{host.Address}/definitions/design/{Flagship}/whatif");
        await office.WaitAsync("document.querySelector('main[data-live] .button-main')");

        (List<double> Inbox, List<double> Task) quiet = ([], []), busy = ([], []);
        await RoundAsync(desk, host.Address, ([], []));
        for (int round = 0; round < rounds; round++)
        {
            await RoundAsync(desk, host.Address, quiet);
        }

        await office.EvaluateAsync("document.querySelector('main .button-main').click()");
        await office.WaitAsync("document.querySelector('#whatif-progress')?.value > 0");
        watch.Restart();
        while (busy.Inbox.Count < rounds && await IsRunningAsync(office))
        {
            await RoundAsync(desk, host.Address, busy);
        }

        string progress = await IsRunningAsync(office) ? (await office.EvaluateAsync("document.querySelector('#whatif-progress').value + ' of ' + document.querySelector('#whatif-progress').max"))!.GetValue<string>() : "all";
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"while it was measured for {watch.Elapsed.TotalSeconds:0.0} s, {progress} runs of matters were tried; {busy.Inbox.Count} rounds"));
        foreach ((string name, List<double> alone, List<double> beside) in new[] { ("inbox", quiet.Inbox, busy.Inbox), ("task", quiet.Task, busy.Task) })
        {
            await output.WriteLineAsync($"  {name,-6} alone {DesignerBenchmark.Line(alone)}   beside a what-if {DesignerBenchmark.Line(beside)}");
        }

        return 0;
    }

    private static async Task<bool> IsRunningAsync(ChromiumTab office) => (await office.EvaluateAsync("!!document.querySelector('#whatif-progress')"))!.GetValue<bool>();

    private static async Task RoundAsync(ChromiumTab desk, string address, (List<double> Inbox, List<double> Task) times)
    {
        await desk.GoAsync(address + "/inbox");
        await desk.WaitAsync("document.querySelector('main[data-live] .inbox-item a.title')");
        times.Inbox.Add((await desk.EvaluateAsync(Painted))!.GetValue<double>());
        string task = (await desk.EvaluateAsync("document.querySelector('.inbox-item a.title').href"))!.GetValue<string>();
        await desk.GoAsync(task);
        await desk.WaitAsync("document.querySelector('main[data-live] .action-bar')");
        times.Task.Add((await desk.EvaluateAsync(Painted))!.GetValue<double>());
    }

    private static async Task RegisterAsync(ChromiumTab desk, int cases)
    {
        const int Batch = 50;
        for (int first = 0; first < cases; first += Batch)
        {
            int count = Math.Min(Batch, cases - first);
            await desk.EvaluateAsync($$"""
                (async () => {
                  for (let i = {{first}}; i < {{first + count}}; i++) {
                    const body = { commandId: crypto.randomUUID(), ledger: 'LY', channel: '来访', title: `第 ${i} 件：村口路灯不亮`, text: '晚上看不清路，请派人修理。', category: '其他', personName: '张三', phone: '13800000000' };
                    const answer = await fetch('/api/v1/cases', { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Shanzhi-Request': '1' }, body: JSON.stringify(body) });
                    if (!answer.ok) throw new Error(answer.status + ' ' + await answer.text());
                  }
                })()
                """);
        }
    }
}
