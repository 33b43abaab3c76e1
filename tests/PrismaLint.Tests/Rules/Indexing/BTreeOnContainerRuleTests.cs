using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Indexing;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Indexing;

public sealed class BTreeOnContainerRuleTests : RuleTests<BTreeOnContainerRule>
{
    [Test]
    public void Reports_a_B_tree_over_a_list_and_makes_it_a_GIN_index() =>
        Lint("model Post {\n  id Int @id\n  tags String[]\n\n  [|@@index([tags])|]\n}")
            .Should().Report("`@@index([tags])` of `Post` is a B-tree over whole values of `tags`: no query for something inside uses it")
            .And.BecomeWhenFixed("model Post {\n  id Int @id\n  tags String[]\n\n  @@index([tags], type: Gin)\n}");

    [TestCase("tags Json", "@@index([tags])", 1)]
    [TestCase("tags Json @db.Json", "@@index([tags])", 0)]
    [TestCase("tags String[]", "@@index([tags], type: Gin)", 0)]
    [TestCase("tags String[]", "@@index([id, tags])", 0)]
    [TestCase("tags String[]", "@@index([tags(ops: raw(\"x\"))])", 0)]
    [TestCase("tags String", "@@index([tags])", 0)]
    public void Looks_at_the_type_and_at_the_index(string column, string index, int findings) =>
        Lint($"model Post {{\n  id Int @id\n  {column}\n  {index}\n}}").Found.Should().HaveCount(findings);

    [Test]
    public void Speaks_of_databases_with_GIN_only() =>
        Lint("model Post {\n  id Int @id\n  data Json\n  @@index([data])\n}", Provider.Sqlite).Should().ReportNothing();

    [Test]
    public void Leaves_broken_models_alone() => Lint("model Post {\n  id Int @id\n  x Missing\n  tags String[]\n  @@index([tags])\n}").Should().ReportNothing();
}
