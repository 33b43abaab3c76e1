using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Security;

/// <summary>Finds functions that lend their owner's rights too freely.</summary>
public sealed class SecurityDefinerFunctionRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8041", "security-definer-function")
    {
        Title = "Function that lends its owner's rights",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            A SECURITY DEFINER function runs with the rights of its owner. Without a `search_path` of its own the caller's decides which table or function a name in
            it means, and a table of that name in a schema of the caller's is enough to be read and called with the owner's rights
            (`secdef-search-path`; PostgreSQL manual, CREATE FUNCTION, "Writing SECURITY DEFINER Functions Safely"). And every new function is executable by
            PUBLIC until that is revoked, so each role of the server may call it (`secdef-public-execute`, a warning).
            """,
        Example = new RuleExample(
            Flagged: """
                model Note {
                  id Int @id
                }
                """,
            Clean: """
                model Note {
                  id Int @id
                }
                """)
        {
            Database = """
                CREATE TABLE "Note" (id integer PRIMARY KEY);
                CREATE FUNCTION purge() RETURNS void LANGUAGE sql SECURITY DEFINER AS 'DELETE FROM "Note"';
                """,
            Repair = """
                ALTER FUNCTION purge() SET search_path = public, pg_temp;
                REVOKE ALL ON FUNCTION purge() FROM PUBLIC;
                """,
        },
        WhenNotToUse = """
            Not reported: functions of extensions, functions whose body was read when they were made (`BEGIN ATOMIC`), and for `secdef-public-execute`
            trigger functions, which nobody can call, and functions in a schema that PUBLIC may not enter.
            """,
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Functions, Definition.Name))
            yield break;
        var exposed = new ExposedRoles(context);
        foreach (var function in context.Snapshot.Functions.Where(function => function.IsSecurityDefiner).OrderBy(function => function.QualifiedName, StringComparer.Ordinal))
        {
            var place = context.PlaceOfDatabase(function.QualifiedName);
            if (!function.HasSqlBody && function.Language is not ("c" or "internal") && !function.Configuration.Any(setting => setting.StartsWith("search_path=", StringComparison.OrdinalIgnoreCase)))
            {
                yield return context.Report(
                    place,
                    "secdef-search-path",
                    $"`{function.QualifiedName}` runs with the rights of `{function.Owner}` and looks names up as its caller says. `ALTER ROUTINE {SqlNames.Write(function)} SET search_path = {SqlNames.Write(function.Schema)}, pg_temp`");
            }
            if (function is { IsExecutableByPublic: true, IsTrigger: false } && exposed.IsOpenToPublic(function.Schema))
            {
                yield return context.Report(
                    place,
                    "secdef-public-execute",
                    $"every role may call `{function.QualifiedName}`, which runs with the rights of `{function.Owner}`. `REVOKE ALL ON ROUTINE {SqlNames.Write(function)} FROM PUBLIC`, and grant EXECUTE to the roles that need it") with
                {
                    Severity = DiagnosticSeverity.Warning,
                };
            }
        }
    }
}
