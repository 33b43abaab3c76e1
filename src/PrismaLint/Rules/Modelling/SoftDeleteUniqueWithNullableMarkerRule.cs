using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds uniques that a nullable soft-delete marker puts out of force.</summary>
public sealed class SoftDeleteUniqueWithNullableMarkerRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5002", "soft-delete-unique-with-nullable-marker")
    {
        Title = "Unique that a nullable soft-delete marker puts out of force",
        Message = "`{0}` does not keep two living `{1}` apart: their `{2}` is null, and nulls differ; {3}",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            `@@unique([email, deletedAt])` looks as if it let an address be used again after a deletion. It lets it be used
            again at any time: to a unique, two nulls are different in PostgreSQL, CockroachDB, SQLite and MySQL, and the marker
            of every living row is null. Two living rows with the same address are accepted without a word. (To SQL Server and
            MongoDB nulls are equal: nothing is reported there.)

            The ways out differ:

            - PostgreSQL, CockroachDB, SQLite with Prisma 7.4 and later: `@@unique([email], where: { deletedAt: null })`, with the
              preview feature `partialIndexes`. The client no longer offers it to `findUnique` and `upsert`.
            - PostgreSQL 15 and later: the unique as it is, with `NULLS NOT DISTINCT` written into the migration by hand.
            - An older Prisma: `CREATE UNIQUE INDEX … WHERE "deletedAt" IS NULL` in a migration.
            - MySQL: a required marker with a constant default (an epoch, 0) for the living rows.
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
                  email     String
                  deletedAt DateTime?

                  @@unique([email, deletedAt])
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
            The migration was edited to `NULLS NOT DISTINCT`: a comment that says so, directly above the unique or on its line
            (`// NULLS NOT DISTINCT in the migration`), silences the rule and tells the next reader. So does a further unique
            over the other columns, partial or not.
            """,
        Fix = """
            Unsafe, offered where the schema's line of Prisma has partial indexes: a partial unique over the other columns. The
            migration fails as long as there are living rows that are equal.
            """,
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var found in SoftDeleteUniques.Find(context))
        {
            if (found.Kind != SoftDeleteUniqueKind.BindsNobody)
                continue;
            var (index, marker) = (found.Index, found.Marker);
            var others = index.Fields.Where(column => column != marker.Field).ToArray();
            var wayOut = SoftDeleteUniques.WayOut(context, marker, others);
            if (context.Provider == Provider.PostgreSql)
                wayOut = "`NULLS NOT DISTINCT` in the migration (PostgreSQL 15) or " + wayOut;
            yield return Definition.At(index.Location, index.Quote, index.Model.Name, marker.Field.Name, wayOut)
                .On(index.DisplayName)
                .WithRelated(marker.Field.Location, $"`{marker.Field.Name}` is null as long as the row lives")
                .WithFix(PartialUniqueFix.Create(context, index, others, marker.LiveCondition ?? ""));
        }
    }
}
