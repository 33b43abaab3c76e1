using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Types;

/// <summary>Finds the few moments without time zone in a schema whose moments have one.</summary>
public sealed class MixedTimestampTypesRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4002", "mixed-timestamp-types")
    {
        Title = "Moment without time zone among moments with one",
        Message = "`{0}` has no time zone, unlike the {1} other moments of the schema that are `timestamptz`",
        Category = DiagnosticCategory.Types,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            Comparing or subtracting a `timestamp` and a `timestamptz` converts one of them by the zone of the session: the same
            query gives another answer in another session. Where four of five moments of a schema, and five at least, are
            stored with a zone, the others were most likely forgotten.

            Only PostgreSQL and CockroachDB have the two types. Dates and times of day are left out, and so are fields whose
            name means the clock on a wall (`localTime`).
            """,
        Example = new RuleExample(
            Flagged: """
                model Order {
                  id          Int       @id
                  createdAt   DateTime  @db.Timestamptz(3)
                  paidAt      DateTime? @db.Timestamptz(3)
                  packedAt    DateTime? @db.Timestamptz(3)
                  sentAt      DateTime? @db.Timestamptz(3)
                  deliveredAt DateTime? @db.Timestamptz(3)
                  returnedAt  DateTime?
                }
                """,
            Clean: """
                model Order {
                  id          Int       @id
                  createdAt   DateTime  @db.Timestamptz(3)
                  paidAt      DateTime? @db.Timestamptz(3)
                  packedAt    DateTime? @db.Timestamptz(3)
                  sentAt      DateTime? @db.Timestamptz(3)
                  deliveredAt DateTime? @db.Timestamptz(3)
                  returnedAt  DateTime? @db.Timestamptz(3)
                }
                """),
        WhenNotToUse = "The column belongs to a library that prescribes its type.",
        Fix = "Unsafe: adds `@db.Timestamptz`, at the precision most of the schema uses. The migration reads the stored values in the zone of its session.",
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (!context.Connector.IsPostgreSqlLike)
            yield break;
        var moments = TimestampColumns.Of(context);
        if (!moments.AreMixed)
            yield break;
        var usual = moments.WithZone
            .GroupBy(column => column.NativeType?.ToString() ?? "Timestamptz")
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, System.StringComparer.Ordinal)
            .First().Key;
        foreach (var column in moments.WithoutZone)
        {
            var type = column.NativeType is null ? usual : TimestampColumns.Zoned(column, "3");
            yield return Definition.At(column.Location, column.DisplayName, moments.WithZone.Count)
                .On(column.DisplayName)
                .WithFix(CodeFix.Unsafe(
                    $"Make `{column.DisplayName}` a `{type}`",
                    SchemaEdits.SetNativeType(column, type, context.Schema.Datasource?.Name ?? "db")));
        }
    }
}
