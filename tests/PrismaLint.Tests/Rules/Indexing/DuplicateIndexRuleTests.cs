using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Indexing;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Indexing;

public sealed class DuplicateIndexRuleTests : RuleTests<DuplicateIndexRule>
{
    [Test]
    public void Reports_an_index_that_repeats_a_unique_and_deletes_it() =>
        Lint("""
            model User {
              id    Int    @id
              email String @unique

              [|@@index([email])|]
            }
            """)
        .Should().Report("`@@index([email])` of `User` repeats `@unique` on `email`")
        .And.BecomeWhenFixed("""
            model User {
              id    Int    @id
              email String @unique
            }
            """);

    [Test]
    public void Reports_the_later_of_two_indexes_whatever_they_are_called() =>
        Lint("""
            model User {
              id Int @id
              a  Int
              b  Int

              @@index([a, b], map: "one")
              [|@@index([a, b], map: "two")|]
              @@index([b, a])
            }
            """).Should().Report("`@@index([a, b])` of `User` repeats `@@index([a, b])`");

    [TestCase("@@index([a(sort: Desc), b(sort: Desc)], map: \"x\")", 1)]
    [TestCase("@@index([a(sort: Desc), b], map: \"x\")", 0)]
    [TestCase("@@index([a], type: Hash)", 0)]
    [TestCase("@@index([a, b], where: { a: 1 }, map: \"x\")", 0)]
    [TestCase("@@index([a(ops: raw(\"int4_ops\")), b], map: \"x\")", 0)]
    [TestCase("@@unique([a, b])", 1)]
    [TestCase("@@index([a, b, c])", 0)]
    public void Compares_all_that_makes_an_index(string index, int findings) =>
        Lint($"model A {{\n  id Int @id\n  a Int\n  b Int\n  c Int\n  @@index([a, b])\n  {index}\n}}").Found.Should().HaveCount(findings);

    [Test]
    public void Compares_other_methods_among_themselves() =>
        Lint("model A {\n  id Int @id\n  a Int[]\n  @@index([a], type: Gin, map: \"x\")\n  [|@@index([a], type: Gin, map: \"y\")|]\n}").Should().ReportAtTheMarks();

    [Test]
    public void Never_proposes_to_delete_a_key_or_a_unique()
    {
        var found = Lint("model A {\n  a Int\n  b Int\n  [|@@index([a, b])|]\n  @@unique([a, b])\n  @@id([a, b])\n}").ReportAtTheMarks().Found;

        found.Single().Message.Should().Be("`@@index([a, b])` of `A` repeats `@@id([a, b])`");
    }

    [Test]
    public void Leaves_clustered_indexes_of_SQL_Server_alone() =>
        Lint("model A {\n  id Int @id(clustered: false)\n  a Int @unique\n  @@index([a], clustered: true)\n}", Provider.SqlServer).Should().ReportNothing();

    [Test]
    public void Compares_prefix_lengths_of_MySQL() =>
        Lint("model A {\n  id Int @id\n  a String @db.Text\n  @@index([a(length: 10)], map: \"x\")\n  @@index([a(length: 20)], map: \"y\")\n}", Provider.MySql).Should().ReportNothing();

    [Test]
    public void Leaves_broken_models_alone() =>
        Lint("model A {\n  id Int @id\n  a Missing\n  b Int @unique\n  @@index([b])\n}").Should().ReportNothing();
}
