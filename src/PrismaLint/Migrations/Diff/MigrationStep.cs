namespace PrismaLint.Migrations.Diff;

/// <summary>One step on the way to a change while clients run.</summary>
/// <param name="Phase">The part of the way that it belongs to.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="Text">The step in words.</param>
/// <param name="Sql">The statements, where they are known; PostgreSQL only.</param>
public sealed record MigrationStep(MigrationPhase Phase, MigrationStepKind Kind, string Text, string? Sql = null)
{
    /// <summary>The strongest lock that the statements take; <see langword="null"/> where none is worth a word.</summary>
    public TableLock? Lock { get; init; }

    /// <summary>What the query of a look gives when it is well: <c>true</c>, <c>no row</c>, <c>0</c>; <see langword="null"/> where that is for people to judge.</summary>
    public string? Expected { get; init; }

    /// <summary>The statements that take the step back, after those of later steps; PostgreSQL only.</summary>
    public string? Rollback { get; init; }

    /// <summary>What the way back loses, or why there is none.</summary>
    public string? RollbackNote { get; init; }
}
