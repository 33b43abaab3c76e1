using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds enum values that only one side has.</summary>
public sealed class EnumValueDriftRule() : DriftRule(Definition, EvidenceSource.Enums)
{
    public static readonly RuleDescriptor Definition = new("PL8516", "enum-value-drift")
    {
        Title = "Enum value that only one side knows",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            A value that only the schema has cannot be written: the database refuses it (22P02). One that only the database has makes each
            read of a row that holds it fail: the client finds no such value in its enum. Another order of the same values is a suggestion: ORDER BY
            and comparisons follow the database's.
            """,
        Example = new RuleExample(
            Flagged: MissingEnumRule.Schema,
            Clean: MissingEnumRule.Schema)
        {
            Database = """
                CREATE TYPE "Role" AS ENUM ('USER', 'MODERATOR');
                CREATE TABLE "User" (id integer PRIMARY KEY, role "Role" NOT NULL);
                """,
            Repair = """
                DROP TABLE "User";
                DROP TYPE "Role";
                CREATE TYPE "Role" AS ENUM ('USER', 'ADMIN');
                CREATE TABLE "User" (id integer PRIMARY KEY, role "Role" NOT NULL);
                """,
        },
    };

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        foreach (var symbol in context.Static.Enums)
        {
            if (!drift.Judges(context.Map.SchemaOf(symbol)) || context.Map.EnumOf(symbol) is not { } type)
                continue;
            string[] declared = [.. symbol.Values.Select(value => SchemaMap.DatabaseName(value.DatabaseName))];
            var extra = type.Labels.Where(label => !declared.Contains(label)).ToList();
            var missing = symbol.Values.Where(value => !type.Labels.Contains(SchemaMap.DatabaseName(value.DatabaseName))).ToList();
            foreach (var value in missing)
            {
                var other = extra.Find(label => string.Equals(label, value.DatabaseName, StringComparison.OrdinalIgnoreCase)) ?? (missing.Count == 1 && extra.Count == 1 ? extra[0] : null);
                yield return context.Report(
                    new LivePlace(value.Location, value.DisplayName, IsDeclared: true), Definition.Name,
                    $"the type `{type.QualifiedName}` has no value `{value.DatabaseName}`: a write of it fails. "
                    + (other is null ? $"`ALTER TYPE {SqlNames.Quote(type.Schema)}.{SqlNames.Quote(type.Name)} ADD VALUE {SqlText.Literal(value.DatabaseName)}`" : $"Is it `{other}`?"));
            }
            if (extra.Count > 0)
            {
                yield return context.Report(
                    new LivePlace(symbol.Location, symbol.DisplayName, IsDeclared: true), Definition.Name,
                    $"only the database has {SqlNames.List(extra, 8)} in the type `{type.QualifiedName}`: a read of a row that holds {(extra.Count == 1 ? "it" : "one")} fails");
            }
            var common = type.Labels.Where(declared.Contains);
            if (missing.Count == 0 && extra.Count == 0 && !common.SequenceEqual(declared))
            {
                yield return context.Report(
                    new LivePlace(symbol.Location, symbol.DisplayName, IsDeclared: true), Definition.Name,
                    $"the type `{type.QualifiedName}` has its values in another order ({SqlNames.List(type.Labels)}): ORDER BY and comparisons follow it")
                    with { Severity = DiagnosticSeverity.Suggestion };
            }
        }
    }
}
