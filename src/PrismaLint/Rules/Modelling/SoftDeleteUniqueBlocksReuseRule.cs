using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds uniques over what people choose, in models that keep deleted rows.</summary>
public sealed class SoftDeleteUniqueBlocksReuseRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5001", "soft-delete-unique-blocks-reuse")
    {
        Title = "Unique that soft-deleted rows keep occupied",
        Message = "A soft-deleted `{0}` keeps its `{1}` taken: `{2}` does not look at `{3}`; {4}",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            A row that is only marked as deleted is still there. A unique over an e-mail address, a user name, a slug or the like
            still counts it: who deletes an account and comes back cannot have the address again, and the error says no more than
            that it is taken. The unique should hold among the living rows.

            The ways out differ:

            - PostgreSQL, CockroachDB, SQLite, SQL Server with Prisma 7.4 and later: a partial unique,
              `@@unique([email], where: { deletedAt: null })`, with the preview feature `partialIndexes`. The client then no
              longer offers `email` to `findUnique` and `upsert`, and no relation can refer to it.
            - The same databases with an older Prisma: no `@unique` in the schema, and `CREATE UNIQUE INDEX … WHERE "deletedAt"
              IS NULL` in a migration written by hand. Prisma 7.4.0 wanted to drop such indexes; later ones do not.
            - MySQL has no partial indexes: a required marker with a constant default, which the living rows share, inside the
              unique.
            - MongoDB: an index with `partialFilterExpression`, made outside Prisma.

            What people choose is a text whose name ends in one of the `business_words`. Generated identifiers, foreign keys and
            primary keys are not; the other uniques of such models are PL5003.
            """,
        Example = new RuleExample(
            Flagged: """
                generator client {
                  provider        = "prisma-client"
                  output          = "../generated/prisma"
                  previewFeatures = ["partialIndexes"]
                }

                model User {
                  id        Int       @id
                  email     String    @unique
                  deletedAt DateTime?
                }
                """,
            Clean: """
                generator client {
                  provider        = "prisma-client"
                  output          = "../generated/prisma"
                  previewFeatures = ["partialIndexes"]
                }

                model User {
                  id        Int       @id
                  email     String
                  deletedAt DateTime?

                  @@unique([email], where: { deletedAt: null })
                }
                """),
        WhenNotToUse = """
            A value shall never be given twice (invoice numbers, addresses that could be taken over): name the fields in
            `intended`, as `Model.field`. Models of what is gone or of what happened (Deleted, Tombstone, Trash, Archive,
            History, Log, Event in their name) are not reported.
            """,
        Fix = """
            Unsafe, offered where the schema's line of Prisma has partial indexes: replaces the unique with a partial one.
            `findUnique` and `upsert` by it no longer compile.
            """,
    };

    public static readonly RuleOption<NameList> Intended = RuleOption.Names(
        "intended", "Fields, as `Model.field`, whose values shall stay taken for ever.");

    public override IReadOnlyList<RuleOption> Options => [ChosenValues.BusinessWords, Intended];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var intended = context.Get(Intended);
        foreach (var found in SoftDeleteUniques.Find(context))
        {
            if (found.Kind != SoftDeleteUniqueKind.BlocksReuse || found.Index.Fields.Any(column => intended.Contains(column.DisplayName)))
                continue;
            var index = found.Index;
            yield return Definition
                .At(index.Location, index.Model.Name, SoftDeleteUniques.FieldList(index), index.Quote, found.Marker.Field.Name, WayOut(context, found))
                .On(index.DeclaringField?.DisplayName ?? index.DisplayName)
                .WithRelated(found.Marker.Field.Location, $"`{found.Marker.Field.Name}` marks deleted rows")
                .WithFix(Fix(context, found));
        }
    }

    private static string WayOut(RuleContext context, SoftDeleteUnique found)
    {
        var index = found.Index;
        if (found.Marker.Kind == SoftDeleteKind.Sentinel)
            return $"`@@unique([{string.Join(", ", index.Columns.Select(column => column.Path).Append(found.Marker.Field.Name))}])` does";
        return SoftDeleteUniques.WayOut(context, found.Marker, [.. index.Fields]);
    }

    private static CodeFix? Fix(RuleContext context, SoftDeleteUnique found) => found.Marker.LiveCondition is { } condition
        ? PartialUniqueFix.Create(context, found.Index, [.. found.Index.Fields], condition)
        : null;
}
