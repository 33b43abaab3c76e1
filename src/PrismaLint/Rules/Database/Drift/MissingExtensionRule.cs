using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Syntax;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds extensions of the datasource that the database does not have.</summary>
public sealed class MissingExtensionRule() : DriftRule(Definition, EvidenceSource.Extensions)
{
    public static readonly RuleDescriptor Definition = new("PL8521", "missing-extension")
    {
        Title = "Extension of the datasource that the database does not have",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Preset = RulePreset.Recommended,
        Rationale = """
            `extensions` says what the database needs: functions in defaults, types, operator classes. Without the extension raw queries and
            `dbgenerated` defaults that use it fail, and so do migrations that come after. Another schema or version than the one written is a suggestion.
            """,
        Example = new RuleExample(
            Flagged: Schema,
            Clean: Schema)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY);
                """,
            Repair = """
                CREATE EXTENSION pg_trgm;
                """,
        },
    };

    private const string Schema = """
        generator client {
          provider        = "prisma-client-js"
          previewFeatures = ["postgresqlExtensions"]
        }

        datasource db {
          provider   = "postgresql"
          extensions = [pg_trgm]
        }

        model User {
          id Int @id
        }
        """;

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        if (context.Schema.Datasource is not { } datasource || datasource.FindProperty("extensions")?.Value is not { } value)
            yield break;
        foreach (var item in value is ArrayExpressionSyntax array ? array.Elements : [value])
        {
            var call = item as CallExpressionSyntax;
            var name = call is null ? (item as PathExpressionSyntax)?.Name.Text : Find(call, "map") ?? call.Name.Text;
            if (name is null)
                continue;
            var place = context.PlaceOfDatabase(name) with { Location = datasource.LocationOf(item) };
            if (drift.Snapshot.Extensions.FirstOrDefault(extension => extension.Name == name) is not { } found)
            {
                yield return context.Report(place, Definition.Name, $"the database has no extension `{name}`: what uses it fails. `CREATE EXTENSION {SqlNames.Quote(name)}`");
                continue;
            }
            var others = new List<string>();
            if (call is not null && Find(call, "schema") is { } schema && schema != found.Schema)
                others.Add($"lies in the schema `{found.Schema}`, not `{schema}`");
            if (call is not null && Find(call, "version") is { } version && version != found.Version)
                others.Add($"has the version {found.Version}, not {version}");
            if (others.Count > 0)
                yield return context.Report(place, Definition.Name, $"the extension `{name}` {string.Join(" and ", others)}") with { Severity = DiagnosticSeverity.Suggestion };
        }
    }

    private static string? Find(CallExpressionSyntax call, string argument) =>
        call.Arguments.FirstOrDefault(found => found.Name.Text == argument)?.Value is LiteralExpressionSyntax { IsString: true } text ? text.Value : null;
}
