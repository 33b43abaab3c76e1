using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class CollationDriftRuleTests : LiveRuleTests<CollationDriftRule>
{
    private const string Unmarked = """
        model User {
          id   Int    @id
          name String
        }
        """;

    [Test]
    public void Reports_a_column_with_a_collation_of_its_own() =>
        Lint("""
            model User {
              id   Int    @id
              [|name|] String
            }
            """, database => database.Table("User").SetColumn("name", "collation", "de_DE"))
        .Should().Report("`public.User.name` has the collation `de_DE`, which the schema cannot say: a database built from it sorts otherwise");

    [Test]
    public void Says_that_nothing_is_known_without_the_columns()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Columns)).Should().ReportNothing();

        NotJudged.Should().Equal("collation-drift: the role may not read columns");
    }
}
