using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class ExtraColumnRuleTests : LiveRuleTests<ExtraColumnRule>
{
    private const string Schema = """
        model [|User|] {
          id Int @id
        }
        """;

    private const string Unmarked = """
        model User {
          id Int @id
        }
        """;

    [Test]
    public void Reports_a_column_that_a_create_would_have_to_name() =>
        Lint(Schema, database => database.Table("User").AddColumn("email", "character varying(50)"))
        .Should().Report("the schema does not know the column `email` of `public.User`, which is NOT NULL and has no default: every `create` of `User` fails")
        .And.BecomeWhenFixed("""
            model User {
              id Int @id
              email String @db.VarChar(50)
            }
            """);

    [Test]
    public void Rates_it_lower_where_a_trigger_may_fill_it() =>
        Lint(Schema, database =>
        {
            database.Table("User").AddColumn("email", "text");
            database.Table("User").Add(EvidenceSource.Triggers, ("name", "fill"), ("enabled", "O"), ("internal", false), ("kind", 7));
        }).Found.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Warning);

    [Test]
    public void Folds_harmless_ones()
    {
        var found = Lint(Schema, database =>
        {
            database.Table("User").AddColumn("note", "text", isNotNull: false);
            database.Table("User").AddColumn("n", "integer")["def"] = "0";
            database.Table("User").AddColumn("i", "integer")["ident"] = "a";
            database.Table("User").AddColumn("g", "integer")["gen"] = "s";
        });
        found.Should().Report("the schema does not know the columns `note`, `n`, `i`, `g` of `public.User`: the client never reads them, and a migration drops them");
        found.Found.Should().OnlyContain(one => one.Severity == DiagnosticSeverity.Suggestion);
    }

    [Test]
    public void Leaves_a_renamed_column_to_the_missing_one() =>
        Lint("""
            model User {
              id    Int    @id
              email String
            }
            """, database => database.Table("User").SetColumn("email", "name", "mail")).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_columns()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Columns)).Should().ReportNothing();

        NotJudged.Should().Equal("extra-column: the role may not read columns");
    }
}
