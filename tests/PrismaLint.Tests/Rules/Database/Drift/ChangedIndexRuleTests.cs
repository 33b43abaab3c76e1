using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class ChangedIndexRuleTests : LiveRuleTests<ChangedIndexRule>
{
    private const string Unmarked = """
        model User {
          id        Int       @id
          email     String    @unique
          name      String?
          deletedAt DateTime?

          @@index([name])
          @@index([name, email(sort: Desc)])
        }
        """;

    [Test]
    public void Reports_a_unique_that_became_partial() =>
        Lint("""
            model User {
              id    Int    @id
              email String [|@unique|]
            }
            """, database => database.Table("User").SetIndex("User_email_key", "pred", "(id > 0)"))
        .Should().Report("`User_email_key` on `public.User` is not what `@unique` says: it holds only for rows with `(id > 0)`: of the others duplicates can come in, and `upsert` by it fails");

    [TestCase("uniq", false, DiagnosticSeverity.Warning)]
    [TestCase("immediate", false, DiagnosticSeverity.Warning)]
    public void Reports_what_makes_a_unique_weaker(string property, object value, DiagnosticSeverity severity) =>
        Lint(Unmarked, database => database.Table("User").SetIndex("User_email_key", property, value)).Found.Should().ContainSingle().Which.Severity.Should().Be(severity);

    [TestCase("uniq", true, DiagnosticSeverity.Warning)]
    [TestCase("am", "hash", DiagnosticSeverity.Warning)]
    [TestCase("pred", "(id > 0)", DiagnosticSeverity.Warning)]
    [TestCase("opt", new[] { 3 }, DiagnosticSeverity.Warning)]
    [TestCase("opt", new[] { 2 }, DiagnosticSeverity.Suggestion)]
    [TestCase("own_coll", new[] { true }, DiagnosticSeverity.Suggestion)]
    [TestCase("opsdefault", new[] { false }, DiagnosticSeverity.Suggestion)]
    public void Rates_a_plain_index_by_what_it_serves(string property, object value, DiagnosticSeverity severity) =>
        Lint(Unmarked, database => database.Table("User").SetIndex("User_name_idx", property, value)).Found.Should().ContainSingle().Which.Severity.Should().Be(severity);

    [Test]
    public void Reports_other_columns_under_the_name() =>
        Lint("""
            model User {
              id   Int    @id
              name String
              nick String

              [|@@index([name])|]
            }
            """, database =>
        {
            database.Table("User").DropIndex("User_name_idx");
            database.Table("User").AddIndex("User_name_idx", ["nick"]);
        }).Should().Report("`User_name_idx` on `public.User` is not what `@@index([name])` says: it is over (nick), not (name)");

    [Test]
    public void Takes_nulls_not_distinct_lightly_and_only_where_nulls_can_be() =>
        Lint("""
            model User {
              id   Int     @id
              a    String  @unique
              b    String? @unique
            }
            """, database => database.Table("User").SetIndex("User_a_key", "nulls_not_distinct", true).SetIndex("User_b_key", "nulls_not_distinct", true))
        .Found.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Suggestion);

    [Test]
    public void Compares_operator_classes_that_are_written() =>
        Lint("""
            model User {
              id   Int  @id
              data Json

              [|@@index([data(ops: JsonbPathOps)], type: Gin)|]
            }
            """, database => database.Table("User").SetIndex("User_data_idx", "ops", new[] { "jsonb_ops" }))
        .Should().Report("`User_data_idx` on `public.User` is not what `@@index([data])` says: the operator class of `data` is `jsonb_ops`, not `jsonb_path_ops`");

    [Test]
    public void Lets_conditions_in_another_spelling_and_included_columns_be() =>
        Lint("""
            generator client {
              provider        = "prisma-client-js"
              previewFeatures = ["partialIndexes"]
            }

            model User {
              id     Int    @id
              status String @db.VarChar(9)
              n      Int

              @@unique([n], where: raw("status in ('a', 'b') and n != 5"))
              @@index([status], where: { n: { not: 5 }, status: "a" })
            }
            """, database =>
        {
            database.Table("User").SetIndex("User_n_key", "pred", "(((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])) AND (n <> 5))");
            database.Table("User").SetIndex("User_status_idx", "pred", "(((status)::text = 'a'::text) AND (n <> 5))");
        }).Should().ReportNothing();

    [Test]
    public void Leaves_invalid_indexes_to_their_rule() =>
        Lint(Unmarked, database => database.Table("User").SetIndex("User_name_idx", "valid", false)).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_indexes()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Indexes)).Should().ReportNothing();

        NotJudged.Should().Equal("changed-index: the role may not read indexes");
    }
}
