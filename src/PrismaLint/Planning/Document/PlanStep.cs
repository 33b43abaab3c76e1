using PrismaLint.Migrations.Diff;

namespace PrismaLint.Planning.Document;

/// <summary>A step of a change.</summary>
/// <param name="Phase">The part of the way that it belongs to.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="Text">The step in words.</param>
public sealed record PlanStep(MigrationPhase Phase, MigrationStepKind Kind, string Text)
{
    /// <summary>The statements of a step that changes the database.</summary>
    public string? Sql { get; init; }

    /// <summary>The strongest lock that they take, with what waits: <c>ACCESS EXCLUSIVE on orders: reads and writes wait for a moment</c>.</summary>
    public string? Lock { get; init; }

    /// <summary>A query that reads whether the step has done its work, or whether the next one may come.</summary>
    public string? Verification { get; init; }

    /// <summary>What the query gives then: <c>true</c>, <c>no row</c>, <c>0</c>.</summary>
    public string? Expected { get; init; }

    /// <summary>The statements that take the step back; <see langword="null"/> where there is nothing to take back, or no way.</summary>
    public string? Rollback { get; init; }

    /// <summary>What to know about the way back: what it loses, or why there is none.</summary>
    public string? RollbackNote { get; init; }
}
