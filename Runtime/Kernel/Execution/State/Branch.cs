namespace Platform.Kernel.Execution;

/// <summary>One branch of one fork activation: the link of a lineage.</summary>
/// <param name="Fork">The fork activation: id of the token that forked.</param>
/// <param name="Index">Which branch: its position for a fork, the id of the joined token after a partial join.</param>
public readonly record struct Branch(long Fork, long Index);
