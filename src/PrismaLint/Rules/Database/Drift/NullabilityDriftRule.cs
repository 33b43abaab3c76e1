using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds columns that take NULL where their fields do not, or the other way round.</summary>
public sealed class NullabilityDriftRule() : DriftRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8506", "nullability-drift")
    {
        Title = "Column that takes NULL where its field does not, or refuses it where the field allows it",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Preset = RulePreset.Recommended,
        Rationale = """
            A required field over a column that takes NULL: a single such row makes each query that reads it fail (P2032). An optional field over a
            NOT NULL column: the client lets a caller leave the value out, and the database refuses the row (23502, in Prisma P2011).

            Lists are not compared, for Prisma never writes NOT NULL there; only one that is NOT NULL without any default is named, as a suggestion:
            a `create` that leaves the list out fails. A domain that is NOT NULL counts as such.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    Int     @id
                  email String
                  phone String?
                }
                """,
            Clean: """
                model User {
                  id    Int     @id
                  email String
                  phone String
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY, email text, phone text NOT NULL);
                """,
            Repair = """
                ALTER TABLE "User" ALTER COLUMN email SET NOT NULL;
                """,
        },
        Fix = "Makes the field optional, or required, as the column is. Unsafe: the client's types change.",
    };

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        foreach (var (declared, column) in drift.Columns)
        {
            var isNotNull = column.IsNotNull || IsNotNullDomain(drift.Snapshot, column);
            if (declared.IsList)
            {
                if (isNotNull && column is { Default: null, IsGenerated: false } && declared.Default is null)
                {
                    yield return context.Report(
                        LiveContext.PlaceOf(declared), Definition.Name,
                        $"`{column.QualifiedName}` is NOT NULL and has no default: a `create` that leaves the list out fails")
                        with { Severity = DiagnosticSeverity.Suggestion };
                }
                continue;
            }
            if (declared.IsRequired == isNotNull || column.IsGenerated)
                continue;
            var found = context.Report(LiveContext.PlaceOf(declared), Definition.Name, Describe(declared, column))
                with { Severity = DriftScope.SeverityOf(declared, DiagnosticSeverity.Warning) };
            yield return declared.IsRequired && declared.Model?.PrimaryKey?.Fields.Contains(declared) == true
                ? found
                : found.WithFix(CodeFix.Unsafe(
                    declared.IsRequired ? $"Make `{declared.DisplayName}` optional" : $"Make `{declared.DisplayName}` required",
                    declared.IsRequired ? TypeEdits.MakeOptional(declared) : TypeEdits.MakeRequired(declared)));
        }
    }

    private static string Describe(FieldSymbol declared, DatabaseColumn column)
    {
        if (!declared.IsRequired)
        {
            return column.Default is null && !column.IsIdentity
                ? $"`{column.QualifiedName}` is NOT NULL, and `{declared.DisplayName}` optional: a `create` that leaves it out fails"
                : $"`{column.QualifiedName}` is NOT NULL, and `{declared.DisplayName}` optional: a write of `null` fails";
        }
        var share = column.Statistics is { NullFraction: > 0 and var fraction } ? $" ({Figures.Percent(fraction)} of the rows hold NULL)" : "";
        return $"`{column.QualifiedName}` takes NULL, and `{declared.DisplayName}` is required: a row with NULL makes each query that reads it fail{share}. "
            + $"`ALTER TABLE {SqlNames.Quote(column.Table)} ALTER COLUMN {SqlNames.Quote(column.Name)} SET NOT NULL`";
    }

    private static bool IsNotNullDomain(DatabaseSnapshot snapshot, DatabaseColumn column)
    {
        if (column.TypeKind != "d")
            return false;
        var type = SqlType.Parse(column.Type);
        return snapshot.Rows(EvidenceSource.Domains).Any(row => row.FindText("name") == type.Name && row.FindText("schema") == (type.Schema ?? column.TypeSchema) && row.Flag("typnotnull"));
    }
}
