using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Security;

/// <summary>Finds policies that make each query slower than need be.</summary>
public sealed class PerRowPolicyRule() : LiveRule(Definition)
{
    public static readonly RuleOption<int> MinRows = RuleOption.Number(
        "min_rows", "Rows from which on a policy's column without an index is reported.", 10000);

    public static readonly RuleDescriptor Definition = new("PL8015", "rls-per-row-call")
    {
        Title = "Policy that costs for each row",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Preset = RulePreset.Recommended,
        Rationale = """
            A policy is part of every query on its table. `current_setting(…)` in it is called for each row that is looked at; put into a
            query of its own, `(SELECT current_setting(…))`, it becomes an InitPlan that runs once (PostgreSQL manual, "Using EXPLAIN"): the same
            holds for `auth.uid()` and its like (`policy-per-row-call`). Several permissive policies for one command and role are all
            computed, joined by OR, which also keeps indexes from being used (`multiple-permissive`, a suggestion). And a column that the policy compares on a large
            table wants an index (`policy-column-without-index`, a suggestion).
            """,
        Example = new RuleExample(
            Flagged: """
                model Note {
                  id       Int @id
                  tenantId Int
                }
                """,
            Clean: """
                model Note {
                  id       Int @id
                  tenantId Int
                }
                """)
        {
            Database = """
                CREATE TABLE "Note" (id integer PRIMARY KEY, "tenantId" integer NOT NULL);
                ALTER TABLE "Note" ENABLE ROW LEVEL SECURITY;
                CREATE POLICY tenant ON "Note" USING ("tenantId" = current_setting('app.tenant_id')::integer);
                """,
            Repair = """
                ALTER POLICY tenant ON "Note" USING ("tenantId" = (SELECT current_setting('app.tenant_id')::integer));
                """,
        },
        WhenNotToUse = """
            Tables that stay small. Columns that hold a foreign key are PL8002's, whatever a policy does with them.
            """,
    };

    public override IReadOnlyList<RuleOption> Options => [MinRows];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Policies, Definition.Name))
            return [];
        var knowsIndexes = context.Has(EvidenceSource.Indexes, "policy-column-without-index");
        return context.UserTables.Where(table => table.HasRowSecurity).SelectMany(table =>
        {
            var all = PolicyReading.Of(table);
            return new[] { PerRow(context, table, all), Multiple(context, table, all) }.OfType<Diagnostic>().Concat(knowsIndexes ? WithoutIndex(context, table, all) : []);
        });
    }

    private static Diagnostic? PerRow(LiveContext context, DatabaseTable table, IReadOnlyList<PolicyReading> all)
    {
        var calls = all.Select(policy => (policy.Policy.Name, Calls: policy.Expressions.SelectMany(expression => expression.CallsPerRow(table.Name)).Distinct().ToArray())).Where(pair => pair.Calls.Length > 0).ToArray();
        if (calls.Length == 0)
            return null;
        string[] functions = [.. calls.SelectMany(pair => pair.Calls).Distinct()];
        var policies = calls.Length == 1 ? "the policy" : "the policies";
        return context.Report(
            context.PlaceOf(table),
            "policy-per-row-call",
            $"on `{table.QualifiedName}` {policies} {SqlNames.List([.. calls.Select(pair => pair.Name)])} {(calls.Length == 1 ? "calls" : "call")} {SqlNames.List(functions)} for each row. Write `(SELECT {functions[0].Replace("()", "(…)")})`, which is run once");
    }

    private static Diagnostic? Multiple(LiveContext context, DatabaseTable table, IReadOnlyList<PolicyReading> all)
    {
        var permissive = all.Where(policy => policy.Policy.IsPermissive).ToArray();
        var several = permissive.Where(policy => permissive.Any(other => other != policy && other.Overlaps(policy))).ToArray();
        return several.Length == 0 ? null : context.Report(
            context.PlaceOf(table),
            "multiple-permissive",
            $"on `{table.QualifiedName}` the permissive policies {SqlNames.List([.. several.Select(policy => policy.Policy.Name)])} share a command and a role: each query computes them all, joined by OR. One policy could say it") with
        {
            Severity = DiagnosticSeverity.Suggestion,
        };
    }

    private static IEnumerable<Diagnostic> WithoutIndex(LiveContext context, DatabaseTable table, IReadOnlyList<PolicyReading> all)
    {
        if (table.Rows is not { } rows || rows < context.Get(MinRows))
            yield break;
        var compared = all
            .SelectMany(policy => new[] { policy.Using }.OfType<PolicyExpression>())
            .SelectMany(expression => expression.Equalities(table.Name))
            .Where(equality => equality.IsToSession)
            .Select(equality => table.FindColumn(equality.Column))
            .OfType<DatabaseColumn>()
            .Distinct();
        foreach (var column in compared.Where(column => column is { TypeName: not "bool", TypeKind: not "e" }))
        {
            if (table.ForeignKeys.Any(key => key.Columns.Contains(column.Name)) || table.Indexes.Any(index => index.IsUsable && index.KeyColumns.Count > 0 && index.KeyColumns[0] == column.Name))
                continue;
            yield return context.Report(
                context.PlaceOf(column),
                "policy-column-without-index",
                $"policies of `{table.QualifiedName}` compare `{column.Name}`, which leads no index, on about {Figures.Count(rows, "row")}. `CREATE INDEX CONCURRENTLY ON {SqlNames.Write(table)} ({SqlNames.Write(column.Name)})`") with
            {
                Severity = DiagnosticSeverity.Suggestion,
            };
        }
    }
}
