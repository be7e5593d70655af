using Microsoft.Extensions.DependencyInjection;
using Platform.Governance.Archives;
using Platform.Governance.Bulletins;
using Platform.Governance.Cases;
using Platform.Governance.Clocks;
using Platform.Governance.Demo;
using Platform.Governance.Duplicates;
using Platform.Governance.Figures;
using Platform.Governance.Inquiries;
using Platform.Governance.Notices;
using Platform.Governance.Numbering;
using Platform.Governance.Places;
using Platform.Governance.Rehearsals;
using Platform.Governance.ReturnVisits;
using Platform.Governance.Rows;
using Platform.Governance.Scenarios;
using Platform.Governance.Sealing;
using Platform.Governance.Shelving;
using Platform.Governance.Splits;
using Platform.Governance.Submissions;
using Platform.Runtime.Access;
using Platform.Runtime.Calendar;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Rules;
using Platform.Runtime.Instances;
using Platform.Runtime.Instances.Starting;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;

namespace Platform.Governance;

/// <summary>Registrations of the governance of cases.</summary>
public static class GovernanceServices
{
    /// <summary>Adds the cases: tables, services and the projection that keeps cases in step with their processes.</summary>
    /// <param name="services">Where to add; the platform's runtime is added by the host.</param>
    /// <param name="configure">The host's decisions; <see cref="GovernanceOptions.SealKey"/> must be set.</param>
    /// <exception cref="InvalidOperationException">No key was set.</exception>
    public static IServiceCollection AddPlatformGovernance(this IServiceCollection services, Action<GovernanceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new GovernanceOptions();
        configure(options);
        var key = options.SealKey ?? throw new InvalidOperationException("Expected a key for sealed texts, but none was set.");
        services.AddSingleton(options);
        services.AddSingleton<IModelPart, GovernanceModelPart>();
        services.AddSingleton(new ReservedProcess(options.ProcessKey));
        services.AddSingleton(_ => new TextSealer(key));
        services.AddSingleton<ITextSealer>(_ => new ContentSealer(key));
        services.AddSingleton(provider => new CaseSetting
        {
            Database = provider.GetRequiredService<PlatformDatabase>(),
            Org = provider.GetRequiredService<OrgCache>(),
            Calendars = provider.GetRequiredService<CalendarCache>(),
            Sealer = provider.GetRequiredService<TextSealer>(),
            Options = options,
            Clock = provider.GetRequiredService<TimeProvider>(),
        });
        services.AddSingleton<IStepListener, CaseProjection>();
        services.AddSingleton<CaseNumbers>();
        services.AddSingleton(provider => new CaseDecisions(provider.GetRequiredService<GraphCache>, provider.GetRequiredService<DecisionVersions>, options));
        services.AddSingleton<CaseRoutes>();
        services.AddSingleton<CasePlaces>();
        services.AddSingleton<CaseFiles>();
        services.AddSingleton<CaseService>();
        services.AddSingleton<CitizenReports>();
        services.AddSingleton<CaseQuery>();
        services.AddSingleton<CaseTitles>();
        services.AddSingleton<CaseLog>();
        services.AddSingleton<CaseSplits>();
        services.AddSingleton<NoticeTemplates>();
        services.AddSingleton<Shelvings>();
        services.AddSingleton<BulletinService>();
        services.AddSingleton<ReturnVisitService>();
        services.AddSingleton<IRecurringWork, PauseExpiry>();
        services.AddSingleton<IRecurringWork, ShelvingReview>();
        services.AddSingleton<IRecurringWork, ReturnVisitDraw>();
        services.AddSingleton<IRecurringWork, MonthlyBulletin>();
        services.AddSingleton<Recusals>();
        services.AddSingleton<CaseRecords>();
        services.AddSingleton<OpenTasks>();
        services.AddSingleton<ScenarioTime>();
        services.AddSingleton<ScenarioOperations>();
        services.AddSingleton<ScenarioExpectations>();
        services.AddSingleton<ScenarioSideSteps>();
        services.AddSingleton<ScenarioRequests>();
        services.AddSingleton<ScenarioTasks>();
        services.AddSingleton<ScenarioStarts>();
        services.AddSingleton<ScenarioPlay>();
        services.AddSingleton<RehearsalGrounds>();
        services.AddSingleton<RehearsalWorlds>();
        services.AddSingleton<RehearsalSuite>();
        services.AddSingleton<SampleMatters>();
        services.AddSingleton<WhatIfCases>();
        services.AddSingleton<WhatIfRun>();
        services.AddSingleton<PublicProgress>();
        services.AddSingleton<DuplicateFinder>();
        services.AddSingleton<CallBacks>();
        services.AddSingleton<Evaluations>();
        services.AddSingleton<CaseClocks>();
        services.AddSingleton<Statistics>();
        services.AddSingleton<Board>();
        services.AddSingleton<ArchivePackage>();
        services.AddSingleton<DemoCounty>();
        services.AddSingleton<YearBooks>();
        services.AddSingleton<YearSideSteps>();
        services.AddTransient<YearRun>();
        return services;
    }
}
