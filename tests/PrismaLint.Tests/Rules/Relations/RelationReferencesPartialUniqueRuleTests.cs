using NUnit.Framework;
using PrismaLint.Rules.Relations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class RelationReferencesPartialUniqueRuleTests : RuleTests<RelationReferencesPartialUniqueRule>
{
    private static string Schema(string unique, string references = "[email]") => $$"""
        generator client {
          provider        = "prisma-client"
          output          = "../generated"
          previewFeatures = ["partialIndexes"]
        }

        model User {
          id        Int       @id
          email     String
          deletedAt DateTime?
          mails     Mail[]

          {{unique}}
        }

        model Mail {
          id      Int    @id
          address String
          user    User   @relation(fields: [address], references: {{references}})
        }
        """;

    [TestCase("@@unique([email], where: { deletedAt: null })")]
    [TestCase("@@unique([email], where: raw(\"deleted_at IS NULL\"))")]
    public void Reports_a_reference_to_columns_that_are_unique_under_a_condition(string unique) =>
        Lint(Schema(unique, "[|[email]|]"))
            .Should().Report("`Mail.user` refers to `email` of `User`, unique only where its `@@unique` applies: PostgreSQL refuses the foreign key")
            .And.OfferNoFix();

    [TestCase("@@unique([email])")]
    [TestCase("@@unique([email])\n  @@unique([email], where: { deletedAt: null }, map: \"live\")")]
    [TestCase("@@unique([email], where: { email: { not: null } })")]
    public void Accepts_columns_that_are_unique_over_all_rows(string unique) => Lint(Schema(unique)).Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint(Schema("@@unique([email], where: { deletedAt: null })\n  = 7")).Should().ReportNothing();
}
