using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Indexes;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Indexes;

public sealed class InvalidIndexRuleTests : LiveRuleTests<InvalidIndexRule>
{
    private const string User = """
        model User {
          id    Int    @id
          email String

          [|@@index([email])|]
        }
        """;

    private const string Unmarked = """
        model User {
          id    Int    @id
          email String

          @@index([email])
        }
        """;

    [Test]
    public void Reports_an_index_that_was_never_finished_where_it_is_declared() =>
        Lint(User, database => database.Table("User").SetIndex("User_email_idx", "valid", false))
        .Should().Report("`User_email_idx` on `public.User` is invalid: queries do not use it and writes pay for it. `REINDEX INDEX CONCURRENTLY` builds it anew");

    [Test]
    public void Lets_an_index_grow() =>
        Lint(Unmarked, database =>
        {
            var index = database.Table("User").Index("User_email_idx");
            index["valid"] = false;
            database.Row(EvidenceSource.IndexProgress, ("index", index["oid"]));
        }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_indexes()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Indexes)).Should().ReportNothing();

        NotJudged.Should().Equal("invalid-index: the role may not read indexes");
    }
}
