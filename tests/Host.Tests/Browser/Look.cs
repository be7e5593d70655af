namespace Platform.Host.Tests.Browser;

/// <summary>Looks at pages as a careful reviewer would: nothing wider than its window, no complaint of the browser, nobody kept out.</summary>
internal sealed class Look
{
    private readonly List<string> _complaints = [];

    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Opens a page, keeps a picture of it and notes what is wrong with it.</summary>
    public async Task VisitAsync(Official official, string path, string picture, bool mayComplain = false)
    {
        await official.Page.GotoAsync(path);
        await official.Live();
        await ShootAsync(official, picture, mayComplain);
    }

    /// <summary>Keeps a picture of the page as it is now and notes what is wrong with it.</summary>
    public async Task ShootAsync(Official official, string picture, bool mayComplain = false)
    {
        await official.Visitor.ShootAsync(picture);
        var tooWide = await official.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (tooWide > 0)
        {
            _complaints.Add($"{picture} is {tooWide} px wider than its window");
        }
        if (!mayComplain)
        {
            _complaints.AddRange(official.Visitor.Complaints.Select(complaint => $"{picture}: {complaint}").Except(_complaints));
        }
        var found = await Axe.ViolationsAsync(official.Page);
        _complaints.AddRange(found.Select(violation => $"{picture}: {violation}"));
        // The checker measures with styles of its own, which the page's policy forbids; that is no fault of the page.
        official.Visitor.Forget();
    }

    /// <summary>Notes something that a test found by itself.</summary>
    public void Note(string complaint) => _complaints.Add(complaint);
}
