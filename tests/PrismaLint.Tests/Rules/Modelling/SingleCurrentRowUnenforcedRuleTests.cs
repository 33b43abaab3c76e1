using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Modelling;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class SingleCurrentRowUnenforcedRuleTests : RuleTests<SingleCurrentRowUnenforcedRule>
{
    private const string Generator = "generator client {\n  provider = \"prisma-client\"\n  output = \"x\"\n  previewFeatures = [\"partialIndexes\"]\n}\n\n";

    private static string Schema(string flag, string attributes = "@@index([userId])", string name = "Address", string lines = "", string key = "userId Int", string more = "") => $$"""
        model User {
          id   Int @id
          rows {{name}}[]
        }

        model {{name}} {
          id   Int  @id
          {{key}}
          user User{{(key.EndsWith('?') ? "?" : "")}} @relation(fields: [userId], references: [id], onDelete: Cascade)
          {{lines}}
          {{flag}}

          {{attributes}}
        }

        {{more}}
        """;

    [Test]
    public void Reports_the_flag_and_adds_the_partial_unique() =>
        Lint(Generator + Schema("[|isDefault|] Boolean @default(false)"))
            .Should().Report("Nothing keeps two `Address` of one `User` from being `isDefault`: a partial `@@unique([userId], where: …)` over rows with the flag does")
            .And.BecomeWhenFixed(Generator + Schema("isDefault Boolean @default(false)", "@@index([userId])\n  @@unique([userId], where: { isDefault: true })"));

    [TestCase(Provider.PostgreSql, "a unique index over `userId` `WHERE is_primary` in a migration does")]
    [TestCase(Provider.MySql, "a field of `User` that refers to the one row does")]
    public void Names_the_way_out_that_the_database_has(Provider provider, string wayOut) =>
        Lint(Schema("[|isPrimary|] Boolean @map(\"is_primary\")"), provider)
            .Should().Report("Nothing keeps two `Address` of one `User` from being `isPrimary`: " + wayOut)
            .Found.Should().OnlyContain(found => found.Fixes.Count == 0);

    [TestCase("is_current Boolean @default(true)", "Address")]
    [TestCase("isLatest Boolean", "Address")]
    [TestCase("isActive Boolean @default(false)", "DocumentVersion")]
    public void Knows_other_flags(string flag, string name) => Lint(Schema("[|" + flag.Replace(" Boolean", "|] Boolean"), name: name)).Should().ReportAtTheMarks();

    [TestCase("isDefault Boolean?", "@@unique([userId, isDefault])")]
    [TestCase("isDefault Boolean", "@@unique([userId], where: { isDefault: true })")]
    [TestCase("isDefault Boolean", "@@unique([userId], where: raw(\"\\\"isDefault\\\"\"))")]
    [TestCase("isDefault Boolean", "@@unique([userId, name, locale])")]
    [TestCase("isDefault Boolean @default(true)", "@@index([userId])")]
    [TestCase("isActive Boolean @default(false)", "@@index([userId])")]
    [TestCase("isDefault String", "@@index([userId])")]
    [TestCase("isVerified Boolean", "@@index([userId])")]
    [TestCase("isDefault Boolean\n  x Missing", "@@index([userId])")]
    public void Accepts_flags_that_are_tied_or_of_many(string flag, string attributes) =>
        Lint(Schema(flag, attributes, lines: "name String\n  locale String")).Should().ReportNothing();

    [Test]
    public void Accepts_a_single_row_of_each_owner() =>
        Lint(Schema("isDefault Boolean", "@@unique([userId])").Replace("rows Address[]", "row Address?")).Should().ReportNothing();

    [Test]
    public void Accepts_an_optional_owner() => Lint(Schema("isDefault Boolean", key: "userId Int?")).Should().ReportNothing();

    [Test]
    public void Accepts_mappings() => Lint(Schema("isDefault Boolean", name: "CodeMapping")).Should().ReportNothing();

    private const string Country = "model Country {\n  id Int @id\n  addresses Address[]\n}";

    [Test]
    public void Takes_the_parent_that_deletes_with_cascade_for_the_owner() =>
        Lint(Schema("[|isDefault|] Boolean", lines: "countryId Int\n  country Country @relation(fields: [countryId], references: [id])", more: Country))
            .Should().ReportAtTheMarks();

    [Test]
    public void Is_silent_where_two_may_be_the_owner() =>
        Lint(Schema("isDefault Boolean", lines: "countryId Int\n  country Country @relation(fields: [countryId], references: [id], onDelete: Cascade)", more: Country))
            .Should().ReportNothing();

    [Test]
    public void Reads_its_options()
    {
        Lint(Schema("isDefault Boolean"), (SingleCurrentRowUnenforcedRule.Intended, "Address.isDefault")).Found.Should().BeEmpty();
        Lint(Schema("favourite Boolean"), (SingleCurrentRowUnenforcedRule.Flags, "Favourite")).Found.Should().ContainSingle();
    }
}
