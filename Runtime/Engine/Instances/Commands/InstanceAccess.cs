using System.Collections.Immutable;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances;

/// <summary>Who may know of an instance from its first moment.</summary>
/// <param name="Scope">知悉范围.</param>
/// <param name="OwnerUnitId">Unit that owns the matter; null for none.</param>
/// <param name="Exclusions">Persons and units that must not know of it.</param>
public sealed record InstanceAccess(InformationScope Scope, Guid? OwnerUnitId, ImmutableArray<AccessExclusion> Exclusions);

/// <summary>Somebody who must not know of an instance.</summary>
/// <param name="SubjectKind">Person or unit.</param>
/// <param name="SubjectId">The person or unit.</param>
/// <param name="Reason">Why.</param>
public sealed record AccessExclusion(AccessSubjectKind SubjectKind, Guid SubjectId, string Reason);
