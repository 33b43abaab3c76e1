using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class JoinTableDriftRuleTests : LiveRuleTests<JoinTableDriftRule>
{
    private const string Schema = """
        model Post {
          id   Int   @id
          [|tags|] Tag[]
        }

        model Tag {
          id    Int    @id
          posts Post[]
        }
        """;

    private static string Unmarked => Schema.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    [Test]
    public void Reports_a_relation_without_its_table() =>
        Lint(Schema, database => database.Drop("_PostToTag"))
        .Should().Report("the join table of `Post.tags`: the database has no table `public._PostToTag`: each query over the relation fails");

    [Test]
    public void Reports_a_missing_column() =>
        Lint(Schema, database => database.Table("_PostToTag").SetColumn("B", "name", "tag"))
        .Found.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Error);

    [Test]
    public void Reports_a_missing_key_in_one_finding_with_the_rest() =>
        Lint(Schema, database =>
        {
            database.Table("_PostToTag").DropIndex("_PostToTag_AB_pkey").AddIndex("a", ["A"]);
            database.Table("_PostToTag").DropConstraint("_PostToTag_B_fkey");
        }).Should().Report("the join table of `Post.tags`: `public._PostToTag` is not unique over `A` and `B`, so one pair can come in twice. `ALTER TABLE \"public\".\"_PostToTag\" ADD PRIMARY KEY (\"A\", \"B\")`; `public._PostToTag` has no foreign key from `B` to `Tag`");

    [Test]
    public void Reports_a_key_that_does_not_cascade() =>
        Lint(Schema, database => database.Table("_PostToTag").Constraint("_PostToTag_A_fkey")["ondelete"] = "a")
        .Should().Report("the join table of `Post.tags`: the foreign key `_PostToTag_A_fkey` is ON DELETE NO ACTION, so a Post that is connected cannot be deleted");

    [Test]
    public void Takes_a_unique_index_for_the_key_and_does_not_care_for_names() =>
        Lint(Unmarked, database =>
        {
            database.Table("_PostToTag").DropIndex("_PostToTag_AB_pkey").AddIndex("_PostToTag_AB_unique", ["A", "B"], IndexKind.Unique);
            database.Table("_PostToTag").SetIndex("_PostToTag_B_index", "name", "b");
            database.Table("_PostToTag").AddColumn("note", "text", isNotNull: false);
        }).Should().ReportNothing();

    [Test]
    public void Says_of_a_locked_table_that_it_is_not_judged()
    {
        Lint(Unmarked, database => database.Drop("_PostToTag").WithoutSome(EvidenceSource.Relations, "\"_PostToTag\"")).Should().ReportNothing();

        NotJudged.Should().Equal("join-table-drift: `_PostToTag`: another session had the table locked");
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_indexes()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Indexes)).Should().ReportNothing();

        NotJudged.Should().Equal("join-table-drift: the role may not read indexes");
    }
}
