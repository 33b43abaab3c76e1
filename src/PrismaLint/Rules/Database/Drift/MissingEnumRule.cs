using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds enums whose type the database does not have.</summary>
public sealed class MissingEnumRule() : DriftRule(Definition, EvidenceSource.Enums)
{
    public static readonly RuleDescriptor Definition = new("PL8515", "missing-enum")
    {
        Title = "Enum without a type in the database",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            The client casts each value to the type (`$1::"Role"`), so every query that names the field fails with `type does not exist`
            (42704). An enum that no field uses is a warning.
            """,
        Example = new RuleExample(
            Flagged: Schema,
            Clean: Schema)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY, role text NOT NULL);
                """,
            Repair = """
                CREATE TYPE "Role" AS ENUM ('USER', 'ADMIN');
                ALTER TABLE "User" ALTER COLUMN role TYPE "Role" USING role::"Role";
                """,
        },
    };

    internal const string Schema = """
        model User {
          id   Int  @id
          role Role
        }

        enum Role {
          USER
          ADMIN
        }
        """;

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        foreach (var symbol in Missing(drift, context))
        {
            var isUsed = context.Static.Models.Any(model => model is { IsView: false, IsIgnored: false } && model.Columns.Any(declared => declared.TypeSymbol == symbol && !declared.IsIgnored));
            yield return context.Report(new LivePlace(symbol.Location, symbol.DisplayName, IsDeclared: true), Definition.Name, Describe(drift, context, symbol, isUsed))
                with { Severity = isUsed ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning };
        }
    }

    /// <summary>Enums of compared schemas without a type.</summary>
    internal static IEnumerable<EnumSymbol> Missing(DriftScope drift, LiveContext context) =>
        context.Static.Enums.Where(symbol => symbol.IsDatabaseType && symbol.Values.Count > 0 && drift.Judges(context.Map.SchemaOf(symbol)) && context.Map.EnumOf(symbol) is null);

    /// <summary>The extra type that a missing enum was perhaps renamed to: same name but for case, or the same labels.</summary>
    internal static DatabaseEnum? RenamedTo(DriftScope drift, LiveContext context, EnumSymbol symbol)
    {
        var name = SchemaMap.DatabaseName(symbol.DatabaseName);
        var schema = context.Map.SchemaOf(symbol);
        HashSet<string> known = [.. context.Static.Enums.Where(other => context.Map.SchemaOf(other) == schema).Select(other => SchemaMap.DatabaseName(other.DatabaseName))];
        DatabaseEnum[] extra = [.. drift.Snapshot.Enums.Where(type => type.Schema == schema && !known.Contains(type.Name))];
        return Array.Find(extra, type => string.Equals(type.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? Array.Find(extra, type => type.Labels.OrderBy(label => label, StringComparer.Ordinal).SequenceEqual(symbol.Values.Select(value => value.DatabaseName).OrderBy(label => label, StringComparer.Ordinal)));
    }

    private static string Describe(DriftScope drift, LiveContext context, EnumSymbol symbol, bool isUsed)
    {
        var schema = context.Map.SchemaOf(symbol);
        var name = SchemaMap.DatabaseName(symbol.DatabaseName);
        var text = $"the database has no type `{schema}.{name}`{(isUsed ? $": queries with a value of `{symbol.Name}` fail" : "")}";
        if (RenamedTo(drift, context, symbol) is { } other)
            return string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase) ? $"{text}. `{other.Name}` differs from it only in case" : $"{text}. `{other.Name}` has its values: was it renamed?";
        return drift.Snapshot.Enums.FirstOrDefault(type => type.Name == name) is { } elsewhere ? $"{text}. There is one in the schema `{elsewhere.Schema}`" : $"{text}. A migration creates it";
    }
}
