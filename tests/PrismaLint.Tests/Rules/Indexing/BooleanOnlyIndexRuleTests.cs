using NUnit.Framework;
using PrismaLint.Rules.Indexing;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Indexing;

public sealed class BooleanOnlyIndexRuleTests : RuleTests<BooleanOnlyIndexRule>
{
    [Test]
    public void Reports_an_index_over_one_flag() =>
        Lint("model Task {\n  id Int @id\n  done Boolean\n  [|@@index([done])|]\n}").Should().Report("`@@index([done])` of `Task` tells two values apart");

    [TestCase("@@index([done, id])")]
    [TestCase("@@unique([done])")]
    [TestCase("@@index([done], where: { done: true })")]
    [TestCase("x Missing\n  @@index([done])")]
    public void Accepts_flags_beside_other_columns_and_partial_indexes(string index) =>
        Lint($"model Task {{\n  id Int @id\n  done Boolean\n  {index}\n}}").Should().ReportNothing();
}
