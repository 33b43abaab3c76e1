using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Indexing;

/// <summary>Finds compound uniques that rows with a null slip through.</summary>
public sealed class UniqueWithNullableFieldRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL3009", "unique-with-nullable-field")
    {
        Title = "Compound unique over an optional field",
        Message = "`{0}` of `{1}` lets through equal rows in which `{2}` is null",
        Category = DiagnosticCategory.Indexing,
        Contracts = ContractSupport.Full,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            To a unique, two nulls are different: rows whose other columns are equal may repeat as often as one column is null.
            The generated client, too, cannot look such a row up by the compound key.

            Ways out: a required field with a value for "none"; a second, partial unique over the other columns for the rows
            with null; in PostgreSQL 15 and later `NULLS NOT DISTINCT` in the migration. On SQL Server and MongoDB nulls are
            equal, and nothing is reported.
            """,
        Example = new RuleExample(
            Flagged: """
                model Page {
                  id    Int     @id
                  orgId Int
                  slug  String?

                  @@unique([orgId, slug])
                }
                """,
            Clean: """
                model Page {
                  id    Int    @id
                  orgId Int
                  slug  String

                  @@unique([orgId, slug])
                }
                """),
        WhenNotToUse = """
            "Unique where present" is what is meant. A unique over one column is taken for that and not reported; nor is the
            marker of a soft deletion (PL5002), nor a unique whose required columns are unique among themselves, nor one that a
            comment directly above it or on its line calls `NULLS NOT DISTINCT`, as the migration then does.
            """,
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (!context.Connector.IsSql || context.Connector.TreatsNullsAsEqualInUniques)
            yield break;
        var softDelete = new SoftDelete(context);
        foreach (var model in context.Tables)
        {
            foreach (var index in model.Indexes)
            {
                if (index is not { Kind: IndexKind.Unique, Predicate: null, Columns.Count: > 1 })
                    continue;
                var nullable = index.Fields.Where(column => column.IsOptional).ToArray();
                if (nullable.Length == 0
                    || softDelete.MarkersOf(model).Any(marker => nullable.Contains(marker.Field))
                    || model.ForeignKeys.Any(key => key.IsOneToOne && key.Fields.All(column => index.Fields.Contains(column)))
                    || IsCoveredOtherwise(model, index, nullable)
                    || NullsNotDistinct.IsSaidOf(index)
                    || LiveUniques.IsStricterOrPartial(context, index)
                    || IsCoveredInDatabase(context, index, nullable))
                {
                    continue;
                }
                yield return Definition
                    .At(index.Location, index.Quote, model.Name, string.Join("` or `", nullable.Select(column => column.Name)))
                    .On(index.DisplayName);
            }
        }
    }

    private static bool IsCoveredInDatabase(RuleContext context, IndexSymbol index, FieldSymbol[] nullable) =>
        context.Evidence?.Map.MatchOf(index)?.Index is { } found
        && NullableUniqueLiveRule.IsCoveredOtherwise(found, [.. nullable.Select(column => SchemaMap.DatabaseName(column.ColumnName))]);

    // Another unique over some of the required columns, whether for all rows or for those with null.
    private static bool IsCoveredOtherwise(ModelSymbol model, IndexSymbol index, FieldSymbol[] nullable) =>
        model.Indexes.Any(other => other != index
            && other.IsUnique
            && other.Columns.Count > 0
            && other.Fields.All(column => index.Fields.Contains(column) && !nullable.Contains(column)));
}
