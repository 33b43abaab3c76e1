using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds relations without their foreign key in the database.</summary>
public sealed class MissingForeignKeyRule() : DriftRule(Definition, EvidenceSource.Constraints)
{
    public static readonly RuleDescriptor Definition = new("PL8512", "missing-foreign-key")
    {
        Title = "Relation without a foreign key in the database",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Preset = RulePreset.Recommended,
        Rationale = """
            Rows may refer to others that do not exist: a required relation then makes reads fail (`Inconsistent query result`), and `onDelete`
            does nothing. Without the key nobody notices until it is used.

            Not reported with `relationMode = "prisma"`, for relations with a view, and where a column or the other table is missing. A foreign key over
            the same columns to another place is [PL8514](PL8514.md).
            """,
        Example = new RuleExample(
            Flagged: Schema,
            Clean: Schema)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY);
                CREATE TABLE "Post" (id integer PRIMARY KEY, "authorId" integer NOT NULL);
                """,
            Repair = """
                ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" (id) ON DELETE RESTRICT ON UPDATE CASCADE;
                """,
        },
    };

    internal const string Schema = """
        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id       Int  @id
          authorId Int
          author   User @relation(fields: [authorId], references: [id])
        }
        """;

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        if (context.Schema.RelationMode == RelationMode.Prisma)
            yield break;
        foreach (var (model, table) in drift.StoredTables)
        {
            foreach (var key in model.ForeignKeys)
            {
                if (!IsExpected(drift, key) || drift.Map.ConstraintOf(key) is not null || ForeignKeyDifferences.FindOther(drift, key, table) is not null)
                    continue;
                var found = context.Report(LiveContext.PlaceOf(key), Definition.Name, Describe(drift, key, table)) with { Severity = DriftScope.SeverityOf(model, DiagnosticSeverity.Warning) };
                yield return found.WithRelated(key.Fields[0].Location, "the column that refers");
            }
        }
    }

    /// <summary>Migrations make the key, and both tables are there with its columns.</summary>
    internal static bool IsExpected(DriftScope drift, ForeignKeySymbol key) =>
        !key.Target.IsView && key.Fields.Count > 0 && drift.HasColumns(key.Fields) && drift.HasColumns(key.References)
        && drift.Map.TableOf(key.Target) is { IsTable: true };

    private static string Describe(DriftScope drift, ForeignKeySymbol key, DatabaseTable table)
    {
        var name = SqlNames.Quote(SchemaMap.DatabaseName(key.ConstraintName));
        var target = $"{SqlNames.Quote(drift.Map.SchemaOf(key.Target))}.{SqlNames.Quote(SchemaMap.DatabaseName(key.Target.TableName))}";
        return $"`{table.QualifiedName}` has no foreign key for `{key.DisplayName}`: rows may refer to {key.Target.Name} rows that do not exist. "
            + $"`ALTER TABLE {SqlNames.Quote(table)} ADD CONSTRAINT {name} FOREIGN KEY ({SqlNames.QuoteColumns(key.Fields)}) REFERENCES {target} ({SqlNames.QuoteColumns(key.References)}) "
            + $"ON DELETE {ForeignKeyDifferences.Words(key.OnDelete)} ON UPDATE {ForeignKeyDifferences.Words(key.OnUpdate)} NOT VALID`, then `VALIDATE CONSTRAINT`";
    }
}
