using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class PrimaryKeyDriftRuleTests : LiveRuleTests<PrimaryKeyDriftRule>
{
    private const string Single = """
        model Tag {
          id   Int    [|@id|]
          name String @unique
        }
        """;

    private const string Unmarked = """
        model Tag {
          id   Int    @id
          name String @unique
        }
        """;

    private const string Compound = """
        model Vote {
          user Int
          post Int

          [|@@id([user, post])|]
        }
        """;

    [Test]
    public void Reports_a_table_without_its_key() =>
        Lint(Single, database => database.Table("Tag").DropIndex("Tag_pkey"))
        .Should().Report("`public.Tag` has no primary key: several rows may have the same `id`, and `upsert` fails. `ALTER TABLE \"public\".\"Tag\" ADD PRIMARY KEY (\"id\")`");

    [Test]
    public void Takes_a_unique_index_over_its_columns_for_half_of_it()
    {
        var found = Lint(Single, database =>
        {
            database.Table("Tag").DropIndex("Tag_pkey");
            database.Table("Tag").AddIndex("Tag_id_key", ["id"], IndexKind.Unique);
        });
        found.Should().Report("`public.Tag` has no primary key, only the unique index `Tag_id_key` over its columns. `ALTER TABLE \"public\".\"Tag\" ADD PRIMARY KEY (\"id\")`");
        found.Found.Should().OnlyContain(one => one.Severity == DiagnosticSeverity.Warning);
    }

    [Test]
    public void Reports_a_key_over_other_columns() =>
        Lint(Compound, database =>
        {
            database.Table("Vote").DropIndex("Vote_pkey");
            database.Table("Vote").AddIndex("Vote_pkey", ["user"], IndexKind.PrimaryKey);
        }).Should().Report("the primary key of `public.Vote` is (user) in the database, and (user, post) by the schema: several rows may have the same `user`, `post`");

    [Test]
    public void Rates_another_order_lower() =>
        Lint(Compound, database =>
        {
            database.Table("Vote").DropIndex("Vote_pkey");
            database.Table("Vote").AddIndex("Vote_pkey", ["post", "user"], IndexKind.PrimaryKey);
        }).Found.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Warning);

    [Test]
    public void Takes_a_key_that_only_the_database_has_lightly() =>
        Lint("""
            model [|T|] {
              code String @unique
              n    Int
            }
            """, database => database.Table("T").AddIndex("T_pkey", ["n"], IndexKind.PrimaryKey))
        .Should().Report("`public.T` has the primary key (n), and `T` none");

    [Test]
    public void Leaves_a_missing_column_to_its_rule() =>
        Lint(Unmarked, database => database.Table("Tag").DropIndex("Tag_pkey").DropColumn("id")).Should().ReportNothing();

    [Test]
    public void Does_not_care_for_names() =>
        Lint(Unmarked, database => database.Table("Tag").SetIndex("Tag_pkey", "name", "pk")).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_indexes()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Indexes)).Should().ReportNothing();

        NotJudged.Should().Equal("primary-key-drift: the role may not read indexes");
    }
}
