using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class ColumnTypeDriftRuleTests : LiveRuleTests<ColumnTypeDriftRule>
{
    private const string Unmarked = """
        model T {
          id     Int       @id
          int    Int
          big    BigInt
          text   String
          code   String    @db.VarChar(20)
          uuid   String    @db.Uuid
          real   Float
          number Decimal   @db.Decimal(10, 2)
          at     DateTime
          list   Int[]
          role   Role
          point  Unsupported("point")?
        }

        enum Role {
          A
        }
        """;

    [TestCase("int", "bigint", DiagnosticSeverity.Error)]
    [TestCase("int", "smallint", DiagnosticSeverity.Warning)]
    [TestCase("int", "text", DiagnosticSeverity.Error)]
    [TestCase("int", "integer[]", DiagnosticSeverity.Error)]
    [TestCase("big", "integer", DiagnosticSeverity.Warning)]
    [TestCase("text", "character varying(20)", DiagnosticSeverity.Warning)]
    [TestCase("text", "character varying", DiagnosticSeverity.Suggestion)]
    [TestCase("text", "citext", DiagnosticSeverity.Warning)]
    [TestCase("text", "uuid", DiagnosticSeverity.Error)]
    [TestCase("code", "character varying(10)", DiagnosticSeverity.Warning)]
    [TestCase("code", "character varying(40)", DiagnosticSeverity.Suggestion)]
    [TestCase("code", "text", DiagnosticSeverity.Suggestion)]
    [TestCase("uuid", "text", DiagnosticSeverity.Error)]
    [TestCase("real", "real", DiagnosticSeverity.Warning)]
    [TestCase("number", "numeric(12,2)", DiagnosticSeverity.Suggestion)]
    [TestCase("number", "numeric(10,4)", DiagnosticSeverity.Warning)]
    [TestCase("number", "numeric", DiagnosticSeverity.Suggestion)]
    [TestCase("at", "timestamp(3) with time zone", DiagnosticSeverity.Warning)]
    [TestCase("at", "timestamp without time zone", DiagnosticSeverity.Suggestion)]
    [TestCase("at", "timestamp(0) without time zone", DiagnosticSeverity.Warning)]
    [TestCase("at", "date", DiagnosticSeverity.Warning)]
    [TestCase("list", "integer", DiagnosticSeverity.Error)]
    [TestCase("role", "text", DiagnosticSeverity.Error)]
    [TestCase("role", "other.\"Role\"", DiagnosticSeverity.Error)]
    [TestCase("point", "circle", DiagnosticSeverity.Warning)]
    public void Rates_a_type_by_what_happens(string column, string type, DiagnosticSeverity severity)
    {
        var found = Lint(Unmarked, database => database.Table("T").SetType(column, type)).Found;

        var one = found.Should().ContainSingle().Which;
        one.Severity.Should().Be(severity);
        one.Object.Should().Be("T." + column);
    }

    [TestCase("int", "integer")]
    [TestCase("role", "public.\"Role\"")]
    public void Takes_equal_types_for_equal(string column, string type) =>
        Lint(Unmarked, database => database.Table("T").SetType(column, type)).Should().ReportNothing();

    [Test]
    public void Looks_below_a_domain() =>
        Lint("""
            model T {
              id   Int    @id
              mail String
              code [|String|]
            }
            """.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal), database =>
            {
                database.Row(EvidenceSource.Domains, ("schema", "public"), ("name", "mail"), ("base", "text"));
                database.Row(EvidenceSource.Domains, ("schema", "public"), ("name", "short"), ("base", "character varying(4)"));
                database.Table("T").SetType("mail", "public.mail").SetColumn("mail", "typtype", "d");
                database.Table("T").SetType("code", "public.short").SetColumn("code", "typtype", "d");
            }).Found.Should().ContainSingle().Which.Object.Should().Be("T.code");

    [Test]
    public void Says_that_a_domain_of_an_unknown_schema_is_not_judged()
    {
        Lint(Unmarked, database => database.Table("T").SetType("text", "other.mail").SetColumn("text", "typtype", "d")).Should().ReportNothing();

        NotJudged.Should().Equal("column-type-drift: `T.text`: the domain `other.mail` lies in a schema that was not inspected");
    }

    [Test]
    public void Takes_an_ignored_field_lightly() =>
        Lint("""
            model T {
              id   Int  @id
              text Int? @ignore
            }
            """, database => database.Table("T").SetType("text", "text")).Found.Should().OnlyContain(found => found.Severity == DiagnosticSeverity.Suggestion);

    [Test]
    public void Says_that_nothing_is_known_without_the_columns()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Columns)).Should().ReportNothing();

        NotJudged.Should().Equal("column-type-drift: the role may not read columns");
    }
}
