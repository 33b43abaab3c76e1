using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class ExtraTableRuleTests : LiveRuleTests<ExtraTableRule>
{
    private const string Schema = """
        datasource [|db|] {
          provider = "postgresql"
        }

        model Post {
          id   Int   @id
          tags Tag[]
        }

        model Tag {
          id    Int    @id
          posts Post[]
        }
        """;

    private static string Unmarked => Schema.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    [Test]
    public void Reports_a_table_that_no_model_stands_for() =>
        Lint(Schema, database => database.AddTable("backup"))
        .Should().Report("the schema does not know the table `public.backup`: migrations propose to drop it unless it is one of `externalTables`");

    [Test]
    public void Folds_many_into_one() =>
        Lint(Schema, database =>
        {
            foreach (var name in new[] { "a", "b", "c", "d" })
                database.AddTable(name);
        }).Should().Report("the schema does not know 4 tables of `public`: `a`, `b`, `c`, `d`. Migrations propose to drop them unless they are `externalTables`");

    [Test]
    public void Lets_what_is_no_table_of_the_application_be() =>
        Lint(Unmarked, database =>
        {
            database.AddTable("_prisma_migrations");
            database.AddTable("part").Set("is_partition", true);
            database.AddTable("child").Set("parent", database.Table("Post").Oid);
            database.AddTable("spatial_ref_sys").Set("ext", true);
            database.AddTable("a_view").Set("kind", "v");
            database.AddTable("foreign").Set("kind", "f");
            database.AddTable("elsewhere", "other");
        }).Should().ReportNothing();

    [Test]
    public void Leaves_a_renamed_table_to_the_missing_one() =>
        Lint(Unmarked, database =>
        {
            database.Drop("Post");
            database.AddTable("post");
        }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_tables()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Relations)).Should().ReportNothing();

        NotJudged.Should().Equal("extra-table: the role may not read relations");
    }
}
