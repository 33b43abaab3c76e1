using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class StringLengthPolicyRuleTests : RuleTests<StringLengthPolicyRule>
{
    private static string User(string fields) => "model User {\n  id Int @id\n  " + fields + "\n}\n";

    [Test]
    public void Reports_texts_without_a_length_and_gives_them_one() =>
        Lint(User("[|name|] String\n  [|bio|] String @db.Text\n  tags String[] @db.VarChar(20)"), (StringLengthPolicyRule.Mode, "require-length"), (StringLengthPolicyRule.Length, "100"))
            .Should().Report(
                "`User.name` is a text without a native type that gives its length",
                "`User.bio` is `Text`, a text without a length")
            .And.BecomeWhenFixed(User("name String @db.VarChar(100)\n  bio String @db.VarChar(100)\n  tags String[] @db.VarChar(20)"));

    [TestCase("code String @db.Char(3)")]
    [TestCase("key String @db.Uuid")]
    [TestCase("token String @default(cuid())")]
    [TestCase("old String @ignore")]
    [TestCase("size Int")]
    public void Accepts_lengths_and_what_a_generator_writes(string rest) => Lint(User(rest), (StringLengthPolicyRule.Mode, "require-length")).Should().ReportNothing();

    [Test]
    public void Accepts_keys_to_generated_ids() =>
        Lint("model A {\n  id String @id @default(cuid())\n  bs B[]\n}\nmodel B {\n  id Int @id\n  aId String\n  a A @relation(fields: [aId], references: [id])\n}\n", (StringLengthPolicyRule.Mode, "require-length"))
            .Should().ReportNothing();

    [Test]
    public void Accepts_text_where_that_is_a_decision() =>
        Lint(User("bio String @db.Text"), (StringLengthPolicyRule.Mode, "require-length"), (StringLengthPolicyRule.AllowText, "true")).Should().ReportNothing();

    [Test]
    public void Reports_a_varchar_without_its_length() =>
        Lint(User("[|name|] String @db.VarChar"), (StringLengthPolicyRule.Mode, "require-length")).Should().Report("`User.name` is `VarChar`, a text without a length");

    [Test]
    public void Reports_lengths_where_none_are_wanted() =>
        Lint(User("name String [|@db.VarChar(20)|]\n  code String @db.Char(3)"), (StringLengthPolicyRule.Mode, "no-varchar"))
            .Should().Report("`User.name` is `VarChar(20)`, a text with a length")
            .And.BecomeWhenFixed(User("name String @db.Text\n  code String @db.Char(3)"));

    [TestCase(Provider.Sqlite, "require-length", "name String")]
    [TestCase(Provider.MySql, "no-varchar", "name String @db.VarChar(20)")]
    public void Is_silent_where_the_database_leaves_no_choice(Provider provider, string mode, string field) =>
        Lint(User(field), provider, (StringLengthPolicyRule.Mode, mode)).Should().ReportNothing();

    [Test]
    public void Is_silent_without_a_mode_and_on_broken_models()
    {
        Lint(User("name String")).Should().ReportNothing();
        Lint("model User {\n  name String\n}\n", (StringLengthPolicyRule.Mode, "require-length")).Should().ReportNothing();
    }

    [Test]
    public void Judges_every_text_by_its_attribute_alone_where_prisma_lint_does() =>
        Lint(
            "model User {\n  [|id|] String @default(cuid())\n  [|bio|] String @db.Text\n  [|name|] String @pg.VarChar(20)\n  code String @db.Citext\n}\n",
            Provider.Sqlite,
            (StringLengthPolicyRule.Compatibility, "prisma-lint"))
        .Should().ReportAtTheMarks().And.OfferNoFix();
}
