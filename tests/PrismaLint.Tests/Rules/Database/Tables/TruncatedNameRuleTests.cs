using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class TruncatedNameRuleTests : LiveRuleTests<TruncatedNameRule>
{
    private static readonly string s_long = new('x', 63);

    private const string User = """
        model User {
          id    Int    @id
          [|email|] String
        }
        """;

    [Test]
    public void Reports_an_index_at_its_field() =>
        Lint(User, database => database.Table("User").AddIndex(s_long, ["email"]))
        .Should().Report($"The name of the index `{s_long}` has 63 bytes, as many as PostgreSQL keeps: it looks cut off")
        .Found.Single().Detail.Should().Be("name-truncated");

    [Test]
    public void Reports_constraints_columns_and_tables()
    {
        Lint(User, database => database.Table("User").AddConstraint(s_long, "c", "email")).Should().ReportAtTheMarks();
        Lint(User, database => database.Table("User").AddColumn(s_long, "text")).Found.Single().Object.Should().Be("public.User." + s_long);
        Lint(User, database => database.AddTable(s_long)).Found.Single().Object.Should().Be("public." + s_long);
    }

    [Test]
    public void Accepts_shorter_names_and_generated_ones()
    {
        Lint(User, database => database.Table("User").AddIndex(s_long[1..], ["email"])).Should().ReportNothing();
        Lint(User, database => database.Table("User").AddIndex(s_long[4..] + "_idx", ["email"])).Should().ReportNothing();
    }

    [Test]
    public void Accepts_what_the_schema_writes_just_so() =>
        Lint($$"""
            model User {
              id    Int    @id
              email String @map("{{s_long}}")

              @@index([email], map: "{{s_long}}")
              @@map("{{s_long}}")
            }
            """, _ => { }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_relations()
    {
        Lint(User, database => database.Without(EvidenceSource.Relations)).Should().ReportNothing();

        NotJudged.Should().Equal("truncated-name: the role may not read relations");
    }
}
