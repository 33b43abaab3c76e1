using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Server;

/// <summary>Finds settings of the application's role that let one session harm all.</summary>
public sealed class SessionSettingsRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8018", "session-settings")
    {
        Title = "Settings of sessions that harm the application",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Preset = RulePreset.Recommended,
        Rationale = """
            Without `statement_timeout`, `lock_timeout` and `idle_in_transaction_session_timeout` a statement may run, wait and hold its locks for ever: one forgotten
            transaction stops a migration, and the migration everybody who comes after it. Reported where none of the three is set, for the role by `ALTER ROLE`, for
            the database, or for the server.

            Another time zone than UTC is a trap with Prisma: values of `timestamptz` come back shifted by the offset through the driver adapters of Prisma 7, and
            `now()` writes local time into a `timestamp` column, which Prisma reads as UTC.

            The role is `prismalint.app_role`, else the one that the snapshot was taken with.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id        Int      @id
                  createdAt DateTime @default(now()) @db.Timestamptz(3)
                }
                """,
            Clean: """
                model User {
                  id        Int      @id
                  createdAt DateTime @default(now()) @db.Timestamptz(3)
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY, "createdAt" timestamptz(3) NOT NULL DEFAULT now());
                DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET timezone = %L', current_database(), 'Europe/Berlin'); END $$;
                """,
            Repair = """
                DO $$ BEGIN
                  EXECUTE format('ALTER DATABASE %I SET timezone = %L', current_database(), 'UTC');
                  EXECUTE format('ALTER DATABASE %I SET statement_timeout = %L', current_database(), '30s');
                END $$;
                """,
        },
        WhenNotToUse = """
            Where the application sets its timeouts itself, in the options of its pool or of the URL: the server does not know of it.
            """,
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Settings, Definition.Name))
            yield break;
        var settings = RoleSettings.Of(context);
        foreach (var diagnostic in FindTimeouts(context, settings).Concat(FindTimeZones(context, settings)))
            yield return diagnostic with { IsOperational = true };
    }

    private static readonly string[] s_timeouts = ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"];

    private static readonly HashSet<string> s_utc = new(StringComparer.OrdinalIgnoreCase)
    {
        "UTC", "Etc/UTC", "UCT", "Etc/UCT", "GMT", "Etc/GMT", "GMT0", "Etc/GMT0", "GMT+0", "GMT-0", "Etc/GMT+0", "Etc/GMT-0", "Greenwich", "Etc/Greenwich", "Universal", "Etc/Universal", "Zulu", "Etc/Zulu", "+00", "0",
    };

    private static IEnumerable<Diagnostic> FindTimeouts(LiveContext context, RoleSettings settings)
    {
        var values = s_timeouts.Select(name => settings.Find(name)).ToArray();
        if (values.Any(value => value is not null && !RoleSettings.IsZero(value)) || settings.Find("transaction_timeout") is { } whole && !RoleSettings.IsZero(whole))
            yield break;
        if (values.Any(value => value is null))
        {
            context.Note("missing-timeouts", $"the role that looked has timeouts of its own, and those of {settings.Name} are not known", "ALTER ROLE … SET statement_timeout for the application's role");
            yield break;
        }
        yield return context.Report(
            context.PlaceOfDatabase(settings.Role ?? "statement_timeout"),
            "missing-timeouts",
            $"None of {string.Join(", ", s_timeouts.Select(name => $"`{name}`"))} is set for {settings.Name}: a forgotten transaction holds its locks for ever. `ALTER ROLE {settings.Role ?? "…"} SET statement_timeout = '30s'`")
            with { Severity = DiagnosticSeverity.Suggestion };
    }

    private static IEnumerable<Diagnostic> FindTimeZones(LiveContext context, RoleSettings settings)
    {
        if (settings.Find("timezone") is not { } zone || s_utc.Contains(zone.Trim('\'')))
            yield break;
        DatabaseColumn[] columns = [.. context.Tables.Where(pair => pair.Table.IsTable).SelectMany(pair => pair.Table.Columns)];
        DatabaseColumn[] shifted = [.. columns.Where(column => column.TypeName is "timestamptz" or "_timestamptz")];
        if (shifted.Length > 0 && context.Schema.PrismaVersion is not PrismaVersion.V6)
        {
            yield return Report(
                shifted,
                $"{Figures.Count(shifted.Length, "column")} {Figures.Verb(shifted.Length, "is", "are")} timestamptz, `{shifted[0].QualifiedName}` among them: the driver adapters of Prisma 7 read them shifted by the offset",
                context.Schema.PrismaVersion == PrismaVersion.V7 ? DiagnosticSeverity.Warning : DiagnosticSeverity.Suggestion);
        }
        DatabaseColumn[] local = [.. columns.Where(column => column.TypeName == "timestamp" && IsNow(column.Default))];
        if (local.Length > 0)
            yield return Report(local, $"{Figures.Count(local.Length, "column")} {Figures.Verb(local.Length, "is", "are")} timestamp with `now()` for a default, `{local[0].QualifiedName}` among them: the default is local time, and Prisma reads it as UTC", DiagnosticSeverity.Suggestion);

        Diagnostic Report(DatabaseColumn[] concerned, string message, DiagnosticSeverity severity)
        {
            var diagnostic = context.Report(
                context.PlaceOfDatabase("timezone"), "timezone", $"The time zone of {settings.Name} is `{zone.Trim('\'')}`, and {message}. `ALTER ROLE {settings.Role ?? "…"} SET timezone = 'UTC'`") with { Severity = severity };
            foreach (var field in concerned.Select(column => context.Map.FieldOf(column)).OfType<FieldSymbol>().Take(3))
                diagnostic = diagnostic.WithRelated(field.Location, $"`{field.DisplayName}` is such a column");
            return diagnostic;
        }
    }

    private static bool IsNow(string? expression) =>
        expression is not null && (expression.StartsWith("CURRENT_TIMESTAMP", StringComparison.OrdinalIgnoreCase) || expression.StartsWith("now()", StringComparison.OrdinalIgnoreCase) || expression.StartsWith("LOCALTIMESTAMP", StringComparison.OrdinalIgnoreCase));
}
