using System.Collections.Generic;

namespace PrismaLint.Planning.Document;

/// <summary>A change that the plan recommends.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">The model, or what else it changes.</param>
/// <param name="Title">What is to be done, in one sentence without a full stop.</param>
/// <param name="Reason">Why, in one sentence that names the fact behind it.</param>
public sealed record PlanChange(PlanChangeKind Kind, string Subject, string Title, string Reason)
{
    /// <summary>The rules whose findings ask for it, in their order.</summary>
    public IReadOnlyList<string> RuleIds { get; init; } = [];

    /// <summary>What has to be true for it to be wanted, where nothing at hand says so; <see langword="null"/>: it is recommended as it stands.</summary>
    public string? Condition { get; init; }

    /// <summary>What the migration that Prisma writes by itself would do, in one sentence; <see langword="null"/>: nothing worth a word.</summary>
    public string? Hazard { get; init; }

    /// <summary>The steps in their order.</summary>
    public IReadOnlyList<PlanStep> Steps { get; init; } = [];
}
