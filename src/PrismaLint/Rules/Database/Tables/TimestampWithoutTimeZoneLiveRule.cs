using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Types;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds columns that hold moments without a time zone.</summary>
public sealed class TimestampWithoutTimeZoneLiveRule() : LiveRule(Definition)
{
    private const string Detail = "timestamp-without-tz";

    public static readonly RuleDescriptor Definition = new("PL8035", "timestamp-without-time-zone-live")
    {
        Title = "Column that holds moments without a time zone",
        Category = DiagnosticCategory.Database,
        Preset = RulePreset.Recommended,
        Rationale = """
            `timestamp` holds the digits of a clock without saying whose: `now()` in SQL, psql or a session in another zone write something
            else than Prisma, which writes UTC, and nothing in the column shows it. `timestamptz` stores the moment. `timetz` is an offset
            without a date, which PostgreSQL itself advises against (manual, "Date/Time Types"; wiki, "Don't Do This").

            Where most moments of the database have no zone, that is a decision and not a slip (it is what Prisma makes of a plain `DateTime`):
            then there is one suggestion, at the first field, with the count.
            """,
        Example = new RuleExample(
            Flagged: """
                model Event {
                  id Int      @id
                  at DateTime
                }
                """,
            Clean: """
                model Event {
                  id Int      @id
                  at DateTime @db.Timestamptz(3)
                }
                """)
        {
            Database = """
                CREATE TABLE "Event" (id integer PRIMARY KEY, at timestamp(3) NOT NULL);
                """,
            Repair = """
                ALTER TABLE "Event" ALTER COLUMN at TYPE timestamptz(3) USING at AT TIME ZONE 'UTC';
                """,
        },
        WhenNotToUse = """
            Columns that mean the clock on a wall are left out by their name. Where the schema says `Timestamptz` and the column has no zone,
            the two differ, which PL8001 says. PL4001, PL4002 and PL4003 give way at the same line; they do not count a column that has a zone
            in the database, whatever the schema says.

            | schema | database | who speaks |
            |---|---|---|
            | `DateTime` | `timestamp` | this rule, instead of PL4001 and PL4002 |
            | `DateTime @db.Timestamptz` | `timestamp` | PL8001 |
            | `DateTime` | `timestamptz` | PL8001; PL4001 and PL4002 are silent |
            | unknown | `timestamp` | this rule, at the model |
            """,
    };

    public static readonly RuleOption<string> Reported = RuleOption.Choice(
        "report", "`auto`: one finding where it is a habit of the database; `schema`: always one; `field`: always one for each column.", "auto", "auto", "schema", "field");

    // A few of them can still be slips.
    private const int Few = 5;

    public override IReadOnlyList<RuleOption> Options => [Reported];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Columns, Definition.Name))
            yield break;
        DatabaseColumn[] columns = [.. context.UserTables.SelectMany(table => table.Columns)];
        var withZone = columns.Count(column => column.TypeName == "timestamptz");
        DatabaseColumn[] without =
        [
            .. columns.Where(column => column.TypeName is "timestamp" or "timetz"
                && context.Map.FieldOf(column) is var field
                && field?.NativeType?.Name != "Timestamptz"
                && field?.IsIgnored != true
                && !TimestampColumns.IsWallClock(field?.Name ?? column.Name)),
        ];
        var isHabit = context.Get(Reported) switch
        {
            "schema" => without.Length > 1,
            "field" => false,
            _ => without.Length > Few && without.Length > withZone,
        };
        if (!isHabit)
        {
            foreach (var column in without)
                yield return Report(context, column, $"`{column.QualifiedName}` is `{column.Type}`, {(column.TypeName == "timetz" ? "a time of day with an offset and no date, so that no zone can be worked out" : "a moment without time zone")}" + (withZone > 0 && column.TypeName != "timetz" ? $"; {Figures.Count(withZone, "other column")} with one" : ""));
            yield break;
        }
        // The first in the order of the schema.
        var first = context.Schema.Models.SelectMany(model => model.Columns).Select(field => context.Map.ColumnOf(field)).FirstOrDefault(column => column is not null && without.Contains(column)) ?? without[0];
        yield return Report(context, first, $"`{first.QualifiedName}` and {Figures.Count(without.Length - 1, "more column")} are moments without time zone; {Figures.Count(withZone, "column")} with one") with { Severity = DiagnosticSeverity.Suggestion };
    }

    private static Diagnostic Report(LiveContext context, DatabaseColumn column, string message) =>
        context.Report(context.PlaceOf(column), Detail, message) with { Supersedes = ["PL4001", "PL4002", "PL4003"] };
}
