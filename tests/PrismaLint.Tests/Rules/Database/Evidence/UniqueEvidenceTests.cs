using System;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules;
using PrismaLint.Rules.Indexing;
using PrismaLint.Rules.Modelling;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Evidence;

/// <summary>What the rule that reads the schema alone makes of a database.</summary>
public sealed class SoftDeleteUniqueBlocksReuseEvidenceTests : LiveRuleTests<SoftDeleteUniqueBlocksReuseRule>
{
    private const string User = """
        model User {
          id        Int       @id
          email     String    [|@unique|]
          deletedAt DateTime?
        }
        """;

    [Test]
    public void Reports_the_unique_that_the_database_has_as_declared() => Lint(User, _ => { }).Should().ReportAtTheMarks();

    [Test]
    public void Is_silent_where_the_unique_leaves_deleted_rows_out() =>
        Lint(User, database => database.Table("User").SetIndex("User_email_key", "pred", "(\"deletedAt\" IS NULL)")).Should().ReportNothing();

    [Test]
    public void Is_silent_where_it_does_so_over_an_expression() =>
        Lint(User, database =>
        {
            var index = database.Table("User").Index("User_email_key");
            (index["key"], index["exprs"], index["pred"]) = (new[] { 0L }, "lower(email)", "(\"deletedAt\" IS NULL)");
        }).Should().ReportNothing();

    [Test]
    public void Reports_it_where_a_full_unique_stands_beside_or_the_condition_is_another()
    {
        Lint(User, database => database.Table("User").AddIndex("living", ["email"], IndexKind.Unique, "(\"deletedAt\" IS NULL)")).Should().ReportAtTheMarks();
        Lint(User, database => database.Table("User").SetIndex("User_email_key", "pred", "(id > 5)")).Should().ReportAtTheMarks();
    }
}

/// <summary>What the rule that reads the schema alone makes of a database.</summary>
public sealed class SoftDeleteUniqueWithNullableMarkerEvidenceTests : LiveRuleTests<SoftDeleteUniqueWithNullableMarkerRule>
{
    private const string User = """
        model User {
          id        Int       @id
          email     String
          deletedAt DateTime?

          [|@@unique([email, deletedAt])|]
        }
        """;

    [Test]
    public void Reports_the_unique_that_the_database_has_as_declared() => Lint(User, _ => { }).Should().ReportAtTheMarks();

    [Test]
    public void Is_silent_where_a_partial_unique_holds_among_living_rows() =>
        Lint(User, database => database.Table("User").AddIndex("living", ["email"], IndexKind.Unique, "(\"deletedAt\" IS NULL)")).Should().ReportNothing();

    [Test]
    public void Is_silent_where_nulls_are_equal() =>
        Lint(User, database => database.Table("User").SetIndex("User_email_deletedAt_key", "nulls_not_distinct", true)).Should().ReportNothing();
}

/// <summary>What the rule that reads the schema alone makes of a database.</summary>
public sealed class UniqueWithNullableFieldEvidenceTests : LiveRuleTests<UniqueWithNullableFieldRule>
{
    private const string Page = """
        model Page {
          id    Int     @id
          orgId Int
          slug  String?

          [|@@unique([orgId, slug])|]
        }
        """;

    [Test]
    public void Reports_the_unique_that_the_database_has_as_declared() => Lint(Page, _ => { }).Should().ReportAtTheMarks();

    [Test]
    public void Is_silent_where_nulls_are_equal_or_covered()
    {
        Lint(Page, database => database.Table("Page").SetIndex("Page_orgId_slug_key", "nulls_not_distinct", true)).Should().ReportNothing();
        Lint(Page, database => database.Table("Page").AddIndex("without_slug", ["orgId"], IndexKind.Unique, "(slug IS NULL)")).Should().ReportNothing();
    }
}

/// <summary>What the rule that reads the schema alone makes of a database.</summary>
public sealed class SingleCurrentRowEvidenceTests : LiveRuleTests<SingleCurrentRowUnenforcedRule>
{
    private const string Address = """
        model Customer {
          id        Int       @id
          addresses Address[]
        }

        model Address {
          id         Int      @id
          customerId Int
          customer   Customer @relation(fields: [customerId], references: [id])
          [|isDefault|]  Boolean  @default(false)
        }
        """;

    [Test]
    public void Reports_the_flag_that_the_database_does_not_tie_either() => Lint(Address, _ => { }).Should().ReportAtTheMarks();

    [Test]
    public void Is_silent_where_a_partial_unique_ties_it() =>
        Lint(Address, database => database.Table("Address").AddIndex("one_default", ["customerId"], IndexKind.Unique, "\"isDefault\"")).Should().ReportNothing();
}

/// <summary>What the rule that reads the schema alone makes of a database.</summary>
public sealed class VersionWithoutUniqueEvidenceTests : LiveRuleTests<VersionWithoutUniqueRule>
{
    private const string Version = """
        model Document {
          id       Int               @id
          versions DocumentVersion[]
        }

        model DocumentVersion {
          id         Int      @id
          documentId Int
          document   Document @relation(fields: [documentId], references: [id])
          [|version|]    Int
        }
        """;

    [Test]
    public void Reports_the_number_that_the_database_does_not_tie_either() => Lint(Version, _ => { }).Should().ReportAtTheMarks();

    [Test]
    public void Is_silent_where_a_unique_was_made_by_hand() =>
        Lint(Version, database => database.Table("DocumentVersion").AddIndex("one_version", ["documentId", "version"], IndexKind.Unique)).Should().ReportNothing();
}
