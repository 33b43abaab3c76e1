using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class ViewDriftRuleTests : LiveRuleTests<ViewDriftRule>
{
    private const string Schema = """
        generator client {
          provider        = "prisma-client-js"
          previewFeatures = ["views"]
        }

        view [|Busy|] {
          id    Int @unique
          total Int
        }
        """;

    private static string Unmarked => Schema.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    [Test]
    public void Reports_a_view_that_is_not_there() =>
        Lint(Schema, database => database.Drop("Busy"))
        .Should().Report("the database has no view `public.Busy`: every query of `Busy` fails. Prisma does not make it: a migration written by hand does");

    [Test]
    public void Names_the_view_that_differs_in_case() =>
        Lint(Schema, database => database.Drop("Busy").AddTable("busy").Set("kind", "v"))
        .Should().Report("the database has no view `public.Busy`: every query of `Busy` fails. `busy` differs from it only in case");

    [Test]
    public void Reports_a_column_that_it_does_not_have() =>
        Lint(Schema.Replace("[|Busy|]", "Busy", System.StringComparison.Ordinal).Replace("total ", "[|total|] ", System.StringComparison.Ordinal), database => database.Table("Busy").DropColumn("total"))
        .Should().Report("the view `public.Busy` has no column `total`: every query of `Busy` fails");

    [Test]
    public void Lets_more_columns_more_views_and_a_table_in_its_place_be() =>
        Lint(Unmarked, database =>
        {
            database.Table("Busy").Set("kind", "r").AddColumn("more", "text");
            database.AddTable("other").Set("kind", "v");
        }).Should().ReportNothing();

    [Test]
    public void Says_of_a_locked_view_that_it_is_not_judged()
    {
        Lint(Unmarked, database => database.Drop("Busy").WithoutSome(EvidenceSource.Relations, "\"Busy\"")).Should().ReportNothing();

        NotJudged.Should().Equal("view-drift: `Busy`: another session had the view locked");
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_tables()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Relations)).Should().ReportNothing();

        NotJudged.Should().Equal("view-drift: the role may not read relations");
    }
}
