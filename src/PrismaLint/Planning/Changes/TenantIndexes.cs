using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Changes;

/// <summary>Indexes for policies that compare a column which is no foreign key: of those no rule speaks.</summary>
internal static class TenantIndexes
{
    public static IEnumerable<PlanChange> Find(PlanContext context)
    {
        foreach (var policy in context.TenantPolicies.Missing.Where(policy => policy is { Scope: TenantScope.Direct, Depth: 0 }))
        {
            if (policy.Table.Model is { } model && context.Tenants.ColumnOf(model) is { } column && !column.ForeignKeysOver.Any() && !model.IndexesLedBy(column).Any())
                yield return Create(context, policy.Table, model, column);
        }
    }

    private static PlanChange Create(PlanContext context, ExpectedTable table, ModelSymbol model, FieldSymbol column)
    {
        var name = SqlPieces.Derived(model.TableName + "_" + column.ColumnName, "_idx");
        if (context.Schema.HasIndexNamed(model.SchemaName, name))
            name = SqlPieces.Derived(name, "_2");
        var sql = $"CREATE INDEX CONCURRENTLY {SqlPieces.Name(name)} ON {table.Sql} ({TableSql.Column(column)});";
        return new PlanChange(
            PlanChangeKind.Index,
            model.Name,
            $"Add {PlanText.Code($"@@index([{column.Name}])")} to {PlanText.Code(model.Name)}",
            $"The policy of section 6 compares {PlanText.Code(column.Name)} in every query of {PlanText.Code(model.Name)}, and no index begins with it; it is no foreign key, so that no rule asks for one")
        {
            Condition = RowSecurityChanges.ConditionOf(context),
            Steps =
            [
                new PlanStep(MigrationPhase.Expand, MigrationStepKind.Sql, SchemaSteps.BuildIndex)
                {
                    Sql = sql,
                    Lock = StatementLocks.Strongest(sql)?.ToString(),
                    Verification = StepCheck.Of(sql),
                    Expected = StepCheck.Expected,
                    Rollback = $"DROP INDEX CONCURRENTLY {SqlPieces.Name(model.SchemaName, name)};",
                },
            ],
        };
    }
}
