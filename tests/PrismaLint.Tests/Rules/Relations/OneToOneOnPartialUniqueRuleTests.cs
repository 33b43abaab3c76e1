using NUnit.Framework;
using PrismaLint.Rules.Relations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class OneToOneOnPartialUniqueRuleTests : RuleTests<OneToOneOnPartialUniqueRule>
{
    private static string Schema(string unique, string back = "Profile?") => $$"""
        generator client {
          provider        = "prisma-client"
          output          = "../generated"
          previewFeatures = ["partialIndexes"]
        }

        model User {
          id      Int      @id
          profile {{back}}
        }

        model Profile {
          id        Int       @id
          userId    Int
          user      User      @relation(fields: [userId], references: [id])
          deletedAt DateTime?

          {{unique}}
        }
        """;

    [Test]
    public void Reports_the_single_side_and_makes_it_a_list() =>
        Lint(Schema("@@unique([userId], where: { deletedAt: null })", "[|Profile?|]"))
            .Should().Report("`User.profile` stands for one `Profile`, but `Profile.userId` is unique only where its `@@unique` applies")
            .And.BecomeWhenFixed(Schema("@@unique([userId], where: { deletedAt: null })", "Profile[]"));

    [TestCase("@@unique([userId])")]
    [TestCase("@@unique([userId], where: { userId: { not: null } })")]
    public void Accepts_a_key_that_is_unique_over_all_rows(string unique) => Lint(Schema(unique)).Should().ReportNothing();

    [Test]
    public void Accepts_a_list() =>
        Lint(Schema("@@unique([userId], where: { deletedAt: null })", "Profile[]")).Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint(Schema("@@unique([userId], where: { deletedAt: null })\n  = 7")).Should().ReportNothing();
}
