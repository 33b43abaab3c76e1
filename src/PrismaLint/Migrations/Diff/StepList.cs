using System.Collections.Generic;

namespace PrismaLint.Migrations.Diff;

/// <summary>Collects steps; where the database is no PostgreSQL, their SQL is left out.</summary>
internal sealed class StepList(bool hasSql)
{
    private readonly List<MigrationStep> _steps = [];

    public IReadOnlyList<MigrationStep> Steps => _steps;

    public StepList Schema(string text) => Add(MigrationPhase.Expand, MigrationStepKind.Schema, text, null);

    public StepList Expand(string text, string? sql) => Add(MigrationPhase.Expand, MigrationStepKind.Sql, text, sql);

    public StepList Migrate(string text, string? sql) => Add(MigrationPhase.Migrate, MigrationStepKind.Sql, text, sql);

    public StepList Contract(string text, string? sql) => Add(MigrationPhase.Contract, MigrationStepKind.Sql, text, sql);

    public StepList Deploy(string text) => Add(MigrationPhase.Migrate, MigrationStepKind.Deploy, text, null);

    public StepList Verify(string text, string? sql, MigrationPhase phase = MigrationPhase.Migrate) => Add(phase, MigrationStepKind.Verify, text, sql);

    public StepList AddRange(IEnumerable<MigrationStep> steps)
    {
        _steps.AddRange(steps);
        return this;
    }

    private StepList Add(MigrationPhase phase, MigrationStepKind kind, string text, string? sql)
    {
        _steps.Add(new MigrationStep(phase, kind, text, hasSql ? sql : null));
        return this;
    }
}
