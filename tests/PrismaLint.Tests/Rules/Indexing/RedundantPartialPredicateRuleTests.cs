using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Indexing;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Indexing;

public sealed class RedundantPartialPredicateRuleTests : RuleTests<RedundantPartialPredicateRule>
{
    private const string Generator = "generator client {\n  provider = \"prisma-client\"\n  output = \"x\"\n  previewFeatures = [\"partialIndexes\"]\n}\n";

    [Test]
    public void Reports_not_null_over_a_required_field_and_drops_it() =>
        Lint(Generator + "model User {\n  id Int @id\n  email String\n\n  @@unique([email], where: [|{ email: { not: null } }|])\n}")
            .Should().Report("The condition on `email` in `@@unique([email])` of `User` holds for every row: it is required")
            .And.BecomeWhenFixed(Generator + "model User {\n  id Int @id\n  email String\n\n  @@unique([email])\n}");

    [TestCase("{ email: null }", 1)]
    [TestCase("{ nick: null }", 0)]
    [TestCase("{ nick: { not: null } }", 0)]
    [TestCase("raw(\"email IS NOT NULL\")", 1)]
    [TestCase("raw(\"\\\"email\\\" IS NOT NULL AND nick IS NULL\")", 1)]
    [TestCase("raw(\"nick IS NULL AND nick IS NOT NULL\")", 1)]
    [TestCase("raw(\"email IS NOT NULL OR nick = 'x'\")", 0)]
    [TestCase("raw(\"length(email) > 3\")", 0)]
    public void Reads_conjunctions_of_tests_for_null(string condition, int findings) =>
        Lint(Generator + $"model User {{\n  id Int @id\n  email String\n  nick String?\n  @@unique([email], where: {condition})\n}}").Found.Should().HaveCount(findings);

    [Test]
    public void Leaves_broken_models_alone() =>
        Lint(Generator + "model User {\n  id Int @id\n  x Missing\n  email String @unique(where: { email: { not: null } })\n}").Should().ReportNothing();
}
