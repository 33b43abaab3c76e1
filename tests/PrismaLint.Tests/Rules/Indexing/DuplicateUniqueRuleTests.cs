using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Indexing;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Indexing;

public sealed class DuplicateUniqueRuleTests : RuleTests<DuplicateUniqueRule>
{
    [Test]
    public void Reports_a_unique_on_the_primary_key_and_deletes_it() =>
        Lint("model User {\n  id String @id [|@unique|] // key\n}")
            .Should().Report("`@unique` of `User` repeats `@id` on `id`")
            .And.BecomeWhenFixed("model User {\n  id String @id // key\n}");

    [Test]
    public void Reports_a_compound_unique_equal_to_the_key() =>
        Lint("model A {\n  a Int\n  b Int\n\n  @@id([a, b])\n  [|@@unique([a, b])|]\n}")
            .Should().Report("`@@unique([a, b])` of `A` repeats `@@id([a, b])`")
            .And.BecomeWhenFixed("model A {\n  a Int\n  b Int\n\n  @@id([a, b])\n}");

    [TestCase("@@unique([b, a])")]
    [TestCase("@@unique([a])")]
    [TestCase("@@index([a, b])")]
    [TestCase("@@unique([a, b], where: { a: 1 })")]
    public void Accepts_another_order_another_set_and_another_condition(string index) =>
        Lint($"model A {{\n  a Int\n  b Int\n\n  @@id([a, b])\n  {index}\n}}").Should().ReportNothing();

    [Test]
    public void Warns_that_a_name_of_the_client_goes() =>
        Lint("model A {\n  a Int\n  b Int\n\n  @@id([a, b])\n  [|@@unique([a, b], name: \"pair\")|]\n}")
            .ReportAtTheMarks().Found.Single().Fixes.Single().Safety.Should().Be(FixSafety.Unsafe);

    [Test]
    public void Leaves_broken_models_alone() => Lint("model A {\n  id Int @id @unique\n  b Missing\n}").Should().ReportNothing();
}
