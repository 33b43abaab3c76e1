namespace PrismaLint.Migrations.Diff;

/// <summary>One step on the way to a change while clients run.</summary>
/// <param name="Phase">The part of the way that it belongs to.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="Text">The step in words.</param>
/// <param name="Sql">The statements, where they are known; PostgreSQL only.</param>
public sealed record MigrationStep(MigrationPhase Phase, MigrationStepKind Kind, string Text, string? Sql = null);
