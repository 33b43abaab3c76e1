using NUnit.Framework;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class EpochIntegerRuleTests : RuleTests<EpochIntegerRule>
{
    [Test]
    public void Reports_an_int_with_its_end() =>
        Lint("model A {\n  id Int @id\n  [|expiresAt|] Int?\n}")
            .Should().Report("`A.expiresAt` is named for a moment and is an `Int`: in seconds it ends in January 2038").And.OfferNoFix();

    [Test]
    public void Reports_a_bigint_with_its_doubt() =>
        Lint("model A {\n  id Int @id\n  [|block_timestamp|] BigInt\n}")
            .Should().Report("`A.block_timestamp` is named for a moment and is a `BigInt`, whose unit nobody sees");

    [TestCase("expiresAt DateTime")]
    [TestCase("timestamp Int")]
    [TestCase("format Int")]
    [TestCase("thumbnailTimestamp Int")]
    [TestCase("createdAtBlock Int")]
    [TestCase("expiresAt Int[]")]
    [TestCase("expiresAt Int @ignore")]
    [TestCase("expiresAt Int\n  x Missing")]
    public void Accepts_other_names_and_types(string column) => Lint($"model A {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();

    [Test]
    public void Leaves_the_columns_of_frameworks_and_recordings_alone()
    {
        Lint("model Account {\n  id Int @id\n  providerAccountId String\n  expires_at Int?\n}").Should().ReportNothing();
        Lint("model VideoChapter {\n  id Int @id\n  startsAt Int\n}").Should().ReportNothing();
    }

    [Test]
    public void Leaves_fields_out_by_name() =>
        Lint("model A {\n  id Int @id\n  expiresAt Int\n  [|seenAt|] Int\n}", (EpochIntegerRule.IgnoredFields, "A.expiresAt")).ReportAtTheMarks();
}
