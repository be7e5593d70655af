using Microsoft.EntityFrameworkCore;

namespace Platform.Runtime.Persistence;

/// <summary>
/// The platform's one database model. Each provider project derives one context from it, so that migrations are the provider's own;
/// everybody else names only this type.
/// </summary>
/// <remarks>
/// Get one through <see cref="PlatformDatabase"/>: <see cref="PlatformDatabase.CreateDbContext"/> to read,
/// <see cref="PlatformDatabase.WriteAsync{T}"/> to change something. Never save on a context that was opened to read: on SQLite there is exactly one writer.
/// </remarks>
public abstract class PlatformDb : DbContext
{
    private readonly PlatformModel model;

    /// <summary>For the provider's context.</summary>
    /// <param name="options">The provider's options, see <see cref="PlatformDatabase"/>.</param>
    /// <param name="model">Parts of the model.</param>
    protected PlatformDb(DbContextOptions options, PlatformModel model)
        : base(options) => this.model = model;

    /// <summary>A person or unit that must not know of a matter, because it is accused in it or for another reason.</summary>
    public DbSet<AccessExclusionRow> AccessExclusions => Set<AccessExclusionRow>();

    /// <summary>The bytes of an attached file.</summary>
    public DbSet<AttachmentContentRow> AttachmentContents => Set<AttachmentContentRow>();

    /// <summary>What is known of an attached file; its bytes are a row of their own.</summary>
    public DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();

    /// <summary>Something worth keeping that is not a step.</summary>
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    /// <summary>A day that differs from its weekday.</summary>
    public DbSet<CalendarDayRow> CalendarDays => Set<CalendarDayRow>();

    /// <summary>A working calendar of the tenant.</summary>
    public DbSet<CalendarRow> Calendars => Set<CalendarRow>();

    /// <summary>How far the platform's clock is ahead of the machine's.</summary>
    public DbSet<ClockRow> Clocks => Set<ClockRow>();

    /// <summary>A warning, card, escalation, pause or extension of a deadline.</summary>
    public DbSet<DeadlineEventRow> DeadlineEvents => Set<DeadlineEventRow>();

    /// <summary>One clock on one task (or on the whole instance).</summary>
    public DbSet<DeadlineRow> Deadlines => Set<DeadlineRow>();

    /// <summary>One version of one decision.</summary>
    public DbSet<DecisionRow> Decisions => Set<DecisionRow>();

    /// <summary>One version of one process.</summary>
    public DbSet<DefinitionRow> Definitions => Set<DefinitionRow>();

    /// <summary>One file of a deployment, byte for byte as it was uploaded.</summary>
    public DbSet<DeploymentFileRow> DeploymentFiles => Set<DeploymentFileRow>();

    /// <summary>One published set of files.</summary>
    public DbSet<DeploymentRow> Deployments => Set<DeploymentRow>();

    /// <summary>A deputy acts for a principal for a time (代理).</summary>
    public DbSet<DeputyRow> Deputies => Set<DeputyRow>();

    /// <summary>A file of a draft beside its process.</summary>
    public DbSet<DraftFileRow> DraftFiles => Set<DraftFileRow>();

    /// <summary>A process that is being worked on and has not been published yet.</summary>
    public DbSet<DraftRow> Drafts => Set<DraftRow>();

    /// <summary>One committed step of one instance, appended for ever.</summary>
    public DbSet<EventRow> Events => Set<EventRow>();

    /// <summary>A token that is stuck, and what became of it.</summary>
    public DbSet<IncidentRow> Incidents => Set<IncidentRow>();

    /// <summary>One running or ended process instance.</summary>
    public DbSet<InstanceRow> Instances => Set<InstanceRow>();

    /// <summary>Stored work that runs after the commit that ordered it.</summary>
    public DbSet<JobRow> Jobs => Set<JobRow>();

    /// <summary>A person holds a post for a time; part-time posts are further rows.</summary>
    public DbSet<MembershipRow> Memberships => Set<MembershipRow>();

    /// <summary>A message of the platform to one person.</summary>
    public DbSet<NotificationRow> Notifications => Set<NotificationRow>();

    /// <summary>A unit of the county in one of its two hierarchies.</summary>
    public DbSet<OrgUnitRow> OrgUnits => Set<OrgUnitRow>();

    /// <summary>A person who has or had a part in a matter and may therefore read it, within its scope.</summary>
    public DbSet<ParticipantRow> Participants => Set<ParticipantRow>();

    /// <summary>A person who works on the platform.</summary>
    public DbSet<PersonRow> People => Set<PersonRow>();

    /// <summary>A post in a unit, such as 联系办主任.</summary>
    public DbSet<PostRow> Posts => Set<PostRow>();

    /// <summary>Somebody wants to publish a process and a second person has to approve.</summary>
    public DbSet<PublishRequestRow> PublishRequests => Set<PublishRequestRow>();

    /// <summary>Something that a county has decided for itself.</summary>
    public DbSet<SettingRow> Settings => Set<SettingRow>();

    /// <summary>Somebody waits for a message, a signal or a condition.</summary>
    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    /// <summary>A person who may claim a task, with the reason recorded when the task was created.</summary>
    public DbSet<TaskCandidateRow> TaskCandidates => Set<TaskCandidateRow>();

    /// <summary>One task for a person.</summary>
    public DbSet<TaskRow> Tasks => Set<TaskRow>();

    /// <summary>A time at which an instance goes on (or a process starts).</summary>
    public DbSet<TimerRow> Timers => Set<TimerRow>();

    /// <summary>Equal for contexts that share a model.</summary>
    internal string ModelKey => model.Key;

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        if (Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true)
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantAsMicroseconds>();
        }
        else
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantInUtc>();
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        foreach (IModelPart part in model.Parts)
        {
            part.Configure(modelBuilder);
        }

        ColumnNaming.Apply(modelBuilder.Model);
    }
}
