using Platform.Governance.Rehearsals;
using Platform.Testing;

namespace Platform.Workflows.Tests.Rehearsals;

public sealed class RehearsalPlacesTests
{
    [Fact]
    public async Task Of_many_rehearsals_the_longest_untouched_gives_its_world_back_and_plays_on_later()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        var sessions = new List<RehearsalSession>();
        var first = (await stage.ActsAsync("01"))[0];
        for (var i = 0; i < RehearsalWorlds.Most + 2; i++)
        {
            var session = await stage.SessionAsync();
            sessions.Add(session);
            (await session.DoAsync(first, default)).Problem?.Message.ShouldBeNull();
        }

        stage.Worlds.Open.ShouldBe(RehearsalWorlds.Most);
        var again = await sessions[0].ViewAsync(default);
        again.Value.Matters.ShouldHaveSingleItem().Tasks.ShouldHaveSingleItem().Task.Name.ShouldBe("分类建账");
        stage.Worlds.Open.ShouldBe(RehearsalWorlds.Most);

        foreach (var session in sessions)
        {
            await session.DisposeAsync();
        }

        stage.Worlds.Open.ShouldBe(0);
    }

    [Fact]
    public async Task When_every_world_is_in_use_the_next_one_is_told_so_and_not_made()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        var ground = await stage.GroundAsync();
        var worlds = new List<RehearsalWorld>();
        for (var i = 0; i < RehearsalWorlds.Most; i++)
        {
            worlds.Add((await stage.Worlds.OpenAsync(ground, RehearsalStage.Start, default)).Value);
        }

        await using var late = await stage.SessionAsync();
        (await late.ViewAsync(default)).Problem!.Code.ShouldBe("rehearsal.full");
        await worlds[0].DisposeAsync();
        (await late.ViewAsync(default)).Problem?.Message.ShouldBeNull();

        foreach (var world in worlds)
        {
            await world.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_idle_rehearsal_gives_its_world_back_by_itself()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        var machine = new ManualClock(RehearsalStage.Start);
        await using var session = new RehearsalSession(stage.Worlds, await stage.GroundAsync(), RehearsalStage.Start, machine);
        (await session.DoAsync((await stage.ActsAsync("01"))[0], default)).Problem?.Message.ShouldBeNull();
        stage.Worlds.Open.ShouldBe(1);

        machine.Advance(RehearsalSession.Patience);
        await session.SleepAsync();

        stage.Worlds.Open.ShouldBe(0);
        session.Acts.Count.ShouldBe(1);
    }
}
