using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Governance.Rows;

/// <summary>A case (件): one matter in one of the three ledgers. Its id is that of its process instance. Texts about people are sealed, see <see cref="Sealing.TextSealer"/>.</summary>
public sealed class CaseRow
{
    /// <summary>Region (county) that owns the row; first part of every key.</summary>
    public required string TenantId { get; set; }

    /// <summary>Identity; version 7, so later rows sort later.</summary>
    public Guid Id { get; set; }

    /// <summary>Number for people, such as 999901-X-LY-2026-00417; sealed cases have a random one.</summary>
    public required string Number { get; set; }

    /// <summary>Eight random characters with which a citizen follows the case.</summary>
    public required string QueryCode { get; set; }

    /// <summary>Command that registered it; a repeated command finds it.</summary>
    public Guid CommandId { get; set; }

    /// <summary>LY claims, JY suggestions, JB complaints.</summary>
    public required string Ledger { get; set; }

    /// <summary>X county, Z town, C village.</summary>
    public required string Level { get; set; }

    /// <summary>How it came in.</summary>
    public required string Channel { get; set; }

    /// <summary>What it is about.</summary>
    public required string Category { get; set; }

    /// <summary>一般, 紧急 or 特急.</summary>
    public required string Urgency { get; set; }

    /// <summary>Where it stands, as the process words it (gov:stage).</summary>
    public required string Stage { get; set; }

    /// <summary>Whether the process still runs.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether it is booked in a ledger; not so for merged ones.</summary>
    public bool IsBooked { get; set; }

    /// <summary>When it came in.</summary>
    public DateTimeOffset ArrivedAt { get; set; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset RegisteredAt { get; set; }

    /// <summary>Who registered it; null for a citizen.</summary>
    public Guid? RegisteredById { get; set; }

    /// <summary>Registration desk that owns it.</summary>
    public Guid DeskUnitId { get; set; }

    /// <summary>Unit that handles it; null before dispatch and for complaints.</summary>
    public Guid? LeadUnitId { get; set; }

    /// <summary>Code of the town where it happened.</summary>
    public required string Town { get; set; }

    /// <summary>Code of the village; empty when unknown.</summary>
    public required string Village { get; set; }

    /// <summary>Address, sealed.</summary>
    public required string Place { get; set; }

    /// <summary>Title, sealed for sealed cases.</summary>
    public required string Title { get; set; }

    /// <summary>Text, sealed for sealed cases.</summary>
    public required string Body { get; set; }

    /// <summary>Name of the citizen, sealed; null when anonymous.</summary>
    public string? PetitionerName { get; set; }

    /// <summary>Phone, sealed; null when unknown.</summary>
    public string? Phone { get; set; }

    /// <summary>Identity number, sealed; null when not given.</summary>
    public string? IdentityNumber { get; set; }

    /// <summary>Keyed digest of identity number or phone, to find the same person again; null when anonymous.</summary>
    public string? IdentityKey { get; set; }

    /// <summary>Person who came for the citizen, sealed.</summary>
    public string? ProxyName { get; set; }

    /// <summary>Whether the citizen can be reached.</summary>
    public bool HasContact { get; set; }

    /// <summary>How many people came together, at least 1.</summary>
    public int GroupSize { get; set; }

    /// <summary>Whether several departments are concerned.</summary>
    public bool CrossDepartment { get; set; }

    /// <summary>Whether the citizen agrees to publication of the result.</summary>
    public bool MayPublish { get; set; }

    /// <summary>Case it was merged into.</summary>
    public Guid? MainCaseId { get; set; }

    /// <summary>How many times the same matter had come in, this time included; 1 for the first.</summary>
    public int RepeatOrdinal { get; set; }

    /// <summary>Later arrivals merged into it.</summary>
    public int RepeatCount { get; set; }

    /// <summary>Case out of which it arose; null for none. Never set where one of the two is sealed.</summary>
    public Guid? ParentCaseId { get; set; }

    /// <summary>How it arose: split or reopened; null for none.</summary>
    public string? ParentRelation { get; set; }

    /// <summary>When a case that was put aside is looked at again; null when it is not.</summary>
    public DateTimeOffset? ShelvedUntil { get; set; }

    /// <summary>Keyed digest of the citizen's name, to find it again; null for anonymous and sealed cases.</summary>
    public string? NameKey { get; set; }

    /// <summary>Group of cases about the same matter by different people.</summary>
    public Guid? AggregateId { get; set; }

    /// <summary>When it was accepted; both clocks start here.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>Promised date, extensions included.</summary>
    public DateTimeOffset? PromiseDueAt { get; set; }

    /// <summary>Promised date as first set; never changes.</summary>
    public DateTimeOffset? OriginalPromiseDueAt { get; set; }

    /// <summary>Legal date, extensions included; null where the law sets none.</summary>
    public DateTimeOffset? LegalDueAt { get; set; }

    /// <summary>Legal date as first set; never changes.</summary>
    public DateTimeOffset? OriginalLegalDueAt { get; set; }

    /// <summary>When the responsible unit reported for the last time.</summary>
    public DateTimeOffset? FeedbackAt { get; set; }

    /// <summary>Since when the promise clock stands; null when it runs.</summary>
    public DateTimeOffset? PausedSince { get; set; }

    /// <summary>How often it was worked on again.</summary>
    public int ReworkCount { get; set; }

    /// <summary>How often the citizen was dissatisfied with reason.</summary>
    public int DissatisfiedCount { get; set; }

    /// <summary>Highest line of supervision so far; 0 for none.</summary>
    public int SupervisionLine { get; set; }

    /// <summary>How many units objected to the dispatch.</summary>
    public int Objections { get; set; }

    /// <summary>Result in the books.</summary>
    public string? Result { get; set; }

    /// <summary>Why it was not booked or handled here.</summary>
    public string? NotBookedReason { get; set; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Number of the file in the archive.</summary>
    public string? ArchiveNumber { get; set; }

    /// <summary>How long the file is kept.</summary>
    public string? Retention { get; set; }

    /// <summary>Grows by one with every change.</summary>
    public long RowVersion { get; set; }
}

internal sealed class CaseMapping : IEntityTypeConfiguration<CaseRow>
{
    public void Configure(EntityTypeBuilder<CaseRow> builder)
    {
        builder.ToTable("cases");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TenantId).HasMaxLength(32);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(40);
        builder.Property(row => row.QueryCode).HasMaxLength(8);
        builder.Property(row => row.Ledger).HasMaxLength(2);
        builder.Property(row => row.Level).HasMaxLength(1);
        builder.Property(row => row.Channel).HasMaxLength(20);
        builder.Property(row => row.Category).HasMaxLength(40);
        builder.Property(row => row.Urgency).HasMaxLength(8);
        builder.Property(row => row.Stage).HasMaxLength(20);
        builder.Property(row => row.Town).HasMaxLength(20);
        builder.Property(row => row.Village).HasMaxLength(20);
        builder.Property(row => row.Place).HasMaxLength(600);
        builder.Property(row => row.Title).HasMaxLength(1200);
        builder.Property(row => row.PetitionerName).HasMaxLength(400);
        builder.Property(row => row.Phone).HasMaxLength(400);
        builder.Property(row => row.IdentityNumber).HasMaxLength(400);
        builder.Property(row => row.IdentityKey).HasMaxLength(64);
        builder.Property(row => row.ProxyName).HasMaxLength(400);
        builder.Property(row => row.ParentRelation).HasMaxLength(12);
        builder.Property(row => row.NameKey).HasMaxLength(64);
        builder.Property(row => row.Result).HasMaxLength(20);
        builder.Property(row => row.NotBookedReason).HasMaxLength(500);
        builder.Property(row => row.ArchiveNumber).HasMaxLength(60);
        builder.Property(row => row.Retention).HasMaxLength(20);
        builder.Property(row => row.RowVersion).IsConcurrencyToken();
        builder.HasIndex(row => new { row.TenantId, row.Number }).IsUnique();
        builder.HasIndex(row => new { row.TenantId, row.QueryCode }).IsUnique();
        builder.HasIndex(row => new { row.TenantId, row.CommandId }).IsUnique();
        builder.HasIndex(row => new { row.TenantId, row.Ledger, row.RegisteredAt, row.Id });
        builder.HasIndex(row => new { row.TenantId, row.IdentityKey }).HasFilter("identity_key IS NOT NULL");
        builder.HasIndex(row => new { row.TenantId, row.NameKey }).HasFilter("name_key IS NOT NULL");
        builder.HasIndex(row => new { row.TenantId, row.ParentCaseId }).HasFilter("parent_case_id IS NOT NULL");
        builder.HasIndex(row => new { row.TenantId, row.IsOpen, row.PromiseDueAt });
        builder.HasIndex(row => new { row.TenantId, row.MainCaseId }).HasFilter("main_case_id IS NOT NULL");
    }
}
