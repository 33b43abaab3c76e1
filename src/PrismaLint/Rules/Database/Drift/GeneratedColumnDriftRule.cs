using System.Collections.Generic;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds fields that the client writes though the database computes their columns.</summary>
public sealed class GeneratedColumnDriftRule() : DriftRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8519", "generated-column-drift")
    {
        Title = "Column that the database computes and the client would write",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            A column `GENERATED ALWAYS AS (…)` takes no value but DEFAULT, stored or virtual, and an identity `GENERATED ALWAYS` none in an INSERT
            (428C9). Prisma has no word for either. A required field without a default makes every `create` fail; an optional one fails as soon as
            somebody writes it. With `@default(dbgenerated("…"))`, as introspection writes it, a `create` works, but a migration from that schema
            does not: PostgreSQL refuses a default that names another column.

            Not reported: `autoincrement()` over an identity column, and fields with `@ignore`.
            """,
        Example = new RuleExample(
            Flagged: """
                model Item {
                  id    Int @id
                  price Int
                  total Int
                }
                """,
            Clean: """
                model Item {
                  id    Int  @id
                  price Int
                  total Int? @ignore
                }
                """)
        {
            Database = """
                CREATE TABLE "Item" (id integer PRIMARY KEY, price integer NOT NULL, total integer GENERATED ALWAYS AS (price * 2) STORED);
                """,
        },
    };

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        foreach (var (declared, column) in drift.Columns)
        {
            if (declared.IsIgnored || declared.Kind == FieldKind.Unsupported)
                continue;
            if (column.IsGenerated)
            {
                yield return context.Report(LiveContext.PlaceOf(declared), Definition.Name, Describe(declared, column))
                    with { Severity = DriftScope.SeverityOf(declared, declared.Default?.Function == "dbgenerated" ? DiagnosticSeverity.Suggestion : declared.IsRequired ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning) };
            }
            else if (column.IsAlwaysIdentity && declared.Default?.Function is not ("autoincrement" or "dbgenerated"))
            {
                yield return context.Report(
                    LiveContext.PlaceOf(declared), Definition.Name,
                    $"`{column.QualifiedName}` is GENERATED ALWAYS AS IDENTITY, and the client gives `{declared.DisplayName}` a value: every `create` fails. `@default(autoincrement())` leaves it to the database")
                    with { Severity = DriftScope.SeverityOf(declared, DiagnosticSeverity.Error) };
            }
        }
    }

    private static string Describe(FieldSymbol declared, DatabaseColumn column)
    {
        var what = $"the database computes `{column.QualifiedName}`";
        if (declared.Default?.Function == "dbgenerated")
            return $"{what}: a write of `{declared.DisplayName}` fails, and a migration cannot make the column from this schema";
        return declared.IsRequired ? $"{what}: every `create` of `{declared.Owner.Name}` fails, for the client gives it a value" : $"{what}: a write of `{declared.DisplayName}` fails";
    }
}
