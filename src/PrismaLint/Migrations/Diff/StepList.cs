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

    /// <summary>What the query of the last step gives when it is well.</summary>
    public StepList Gives(string expected)
    {
        if (hasSql)
            _steps[_steps.Count - 1] = _steps[_steps.Count - 1] with { Expected = expected };
        return this;
    }

    /// <summary>The way back from the last step.</summary>
    public StepList Back(string? sql, string? note = null)
    {
        _steps[_steps.Count - 1] = _steps[_steps.Count - 1] with { Rollback = hasSql ? sql : null, RollbackNote = note };
        return this;
    }

    public StepList AddRange(IEnumerable<MigrationStep> steps)
    {
        _steps.AddRange(steps);
        return this;
    }

    private StepList Add(MigrationPhase phase, MigrationStepKind kind, string text, string? sql)
    {
        var hasStatements = hasSql && sql is not null;
        _steps.Add(new MigrationStep(phase, kind, text, hasSql ? sql : null)
        {
            Lock = hasStatements && kind == MigrationStepKind.Sql ? StatementLocks.Strongest(sql ?? "") : null,
        });
        return this;
    }
}
