using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Rules.Indexing;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class NullableUniqueLiveRuleTests : LiveRuleTests<NullableUniqueLiveRule>
{
    internal const string Page = """
        model Page {
          id    Int     @id
          orgId Int
          slug  String?

          [|@@unique([orgId, slug])|]
        }
        """;

    private const string Single = """
        model User {
          id    Int     @id
          email String? [|@unique|]
        }
        """;

    [Test]
    public void Reports_a_compound_unique() =>
        Lint(Page, database => database.Table("Page").Analyzed("slug", nullFraction: 0.3))
        .Should().Report("`Page_orgId_slug_key` on `public.Page` lets through equal rows in which `slug` is null (30 % of the rows)")
        .Found.Single().Severity.ToString().Should().Be("Warning");

    [Test]
    public void One_column_is_a_suggestion() =>
        Lint(Single, _ => { }).Should().ReportAtTheMarks().Found.Single().Severity.ToString().Should().Be("Suggestion");

    [Test]
    public void The_column_decides_and_not_the_field() =>
        Lint(Single, database => database.Table("User").SetColumn("email", "notnull", true)).Should().ReportNothing();

    [TestCase("nulls_not_distinct", true)]
    [TestCase("pred", "(slug IS NOT NULL)")]
    [TestCase("exprs", "lower(slug)")]
    [TestCase("valid", false)]
    public void Accepts_other_uniques(string property, object value) =>
        Lint(Page, database => database.Table("Page").SetIndex("Page_orgId_slug_key", property, value)).Should().ReportNothing();

    [Test]
    public void Accepts_a_unique_whose_other_columns_are_covered() =>
        Lint(Page, database => database.Table("Page").AddIndex("one_without_slug", ["orgId"], IndexKind.Unique, "(slug IS NULL)")).Should().ReportNothing();

    [TestCase(true, 0)]
    [TestCase(false, 1)]
    public void Accepts_a_column_that_a_check_keeps_from_null(bool validated, int count) =>
        Lint(Page, database =>
        {
            var check = database.Table("Page").AddConstraint("slug_given", "c", "slug");
            (check["def"], check["validated"]) = ("CHECK ((slug IS NOT NULL))", validated);
        }).Found.Count.Should().Be(count);

    [Test]
    public void Accepts_a_one_to_one_relation() =>
        Lint("""
            model User {
              id      Int      @id
              profile Profile?
            }

            model Profile {
              id     Int   @id
              userId Int?  @unique
              user   User? @relation(fields: [userId], references: [id])
            }
            """, _ => { }).Should().ReportNothing();

    [Test]
    public void Leaves_the_mark_of_deleted_rows_to_its_rules() =>
        Lint("""
            model User {
              id        Int       @id
              email     String
              deletedAt DateTime?

              @@unique([email, deletedAt])
            }
            """, _ => { }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_indexes()
    {
        Lint(Page, database => database.Without(EvidenceSource.Indexes)).Should().ReportNothing();

        NotJudged.Should().Equal("nullable-unique-live: the role may not read indexes");
    }
}
