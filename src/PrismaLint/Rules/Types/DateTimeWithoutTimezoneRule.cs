using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Types;

/// <summary>Finds moments that are stored without a time zone.</summary>
public sealed class DateTimeWithoutTimezoneRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4001", "datetime-without-timezone")
    {
        Title = "Moment stored without a time zone",
        Message = "{0}",
        Category = DiagnosticCategory.Types,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            `DateTime` becomes `timestamp(3)` in PostgreSQL and CockroachDB: the digits of a clock, without saying whose.
            Prisma writes UTC into it; `now()` in SQL, psql, another service or a session in another zone write something else,
            and nothing in the column shows it. `timestamptz` stores the moment.

            Reported once for a schema, at the first such field, with the count: it is one decision, not hundreds. Dates and
            times of day are left out, and so are fields whose name means the clock on a wall.

            Before changing over: the migration rewrites the columns and reads their values in the zone of its session, which
            must be UTC for values that Prisma wrote. The driver adapter of Prisma 7 for PostgreSQL mistakes `timestamptz` where
            the session's zone is not UTC: keep server and sessions at UTC.
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
                """),
        WhenNotToUse = "Only Prisma writes the database, in UTC, and it shall stay so.",
        Fix = "Unsafe: adds `@db.Timestamptz(3)` to each of the fields, at their precision where they have one.",
    };

    public static readonly RuleOption<string> Report = RuleOption.Choice(
        "report", "One finding for the whole `schema`, for each `model` or for each `field`.", "schema", "schema", "model", "field");

    public override IReadOnlyList<RuleOption> Options => [Report];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (!context.Connector.IsPostgreSqlLike)
            yield break;
        var moments = TimestampColumns.Of(context);
        // The schema has decided for time zones: PL4002 names the exceptions.
        if (moments.AreMixed)
            yield break;
        var groups = context.Get(Report) switch
        {
            "field" => moments.WithoutZone.GroupBy(column => column.DisplayName),
            "model" => moments.WithoutZone.GroupBy(column => column.Owner.Name),
            _ => moments.WithoutZone.GroupBy(_ => ""),
        };
        foreach (var group in groups)
        {
            var columns = group.ToArray();
            var first = columns[0];
            var text = columns.Length == 1
                ? $"`{first.DisplayName}` is a moment without time zone"
                : $"`{first.DisplayName}` and {columns.Length - 1} more fields are moments without time zone";
            var edits = columns.Select(column => SchemaEdits.SetNativeType(
                column, TimestampColumns.Zoned(column, "3"), context.Schema.Datasource?.Name ?? "db"));
            yield return Definition.At(first.Location, text)
                .On(first.DisplayName)
                .WithFix(CodeFix.Unsafe(
                    columns.Length == 1 ? $"Make `{first.DisplayName}` a `timestamptz`" : $"Make {columns.Length} fields `timestamptz`", [.. edits]));
        }
    }
}
