using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class IntPrimaryKeyRuleTests : RuleTests<IntPrimaryKeyRule>
{
    private const string Tied = """
        model User {
          id      [|Int|]      @id @default(autoincrement()) @db.Integer // old
          posts   Post[]
          profile Profile?
        }

        model Post {
          id     BigInt @id @default(autoincrement())
          userId Int?
          user   User?  @relation(fields: [userId], references: [id])
        }

        model Profile {
          userId Int    @id @db.Integer
          user   User   @relation(fields: [userId], references: [id])
          notes  Note[]
        }

        model Note {
          id        BigInt  @id
          profileId Int
          profile   Profile @relation(fields: [profileId], references: [userId])
        }
        """;

    [Test]
    public void Reports_the_key_and_widens_all_that_is_tied_to_it() =>
        Lint(Tied)
            .Should().Report("`User.id` counts up in 32 bits and ends at 2,147,483,647")
            .And.BecomeWhenFixed("""
                model User {
                  id      BigInt      @id @default(autoincrement()) @db.BigInt // old
                  posts   Post[]
                  profile Profile?
                }

                model Post {
                  id     BigInt @id @default(autoincrement())
                  userId BigInt?
                  user   User?  @relation(fields: [userId], references: [id])
                }

                model Profile {
                  userId BigInt    @id @db.BigInt
                  user   User   @relation(fields: [userId], references: [id])
                  notes  Note[]
                }

                model Note {
                  id        BigInt  @id
                  profileId BigInt
                  profile   Profile @relation(fields: [profileId], references: [userId])
                }
                """);

    [TestCase("UnsignedInt", "32 bits and ends at 4,294,967,295", "UnsignedBigInt")]
    [TestCase("SmallInt", "16 bits and ends at 32,767", "BigInt")]
    public void Knows_the_native_types(string native, string text, string becomes) =>
        Lint($"model A {{\n  id [|Int|] @id @default(autoincrement()) @db.{native}\n}}", Provider.MySql)
            .Should().Report("`A.id` counts up in " + text)
            .And.BecomeWhenFixed($"model A {{\n  id BigInt @id @default(autoincrement()) @db.{becomes}\n}}");

    [TestCase("model A {\n  id BigInt @id @default(autoincrement())\n}")]
    [TestCase("model A {\n  id Int @id\n}")]
    [TestCase("model A {\n  id Int @id @default(autoincrement())\n  x Missing\n}")]
    public void Accepts_other_keys_and_passes_over_a_broken_neighbour(string model) => Lint(model).Should().ReportNothing();

    [Test]
    public void Offers_no_fix_where_a_broken_model_is_tied_to_the_key() =>
        Lint("model A {\n  id [|Int|] @id @default(autoincrement())\n  bs B[]\n}\n\nmodel B {\n  id BigInt @id\n  aId Int\n  a A @relation(fields: [aId], references: [id])\n  x Missing\n}")
            .ReportAtTheMarks().And.OfferNoFix();

    [TestCase("/// @rows 5e8", false)]
    [TestCase("/// About @rows: 2_000_000_000 by next year.", true)]
    [TestCase("/// @rows 1e9", true)]
    [TestCase("/// many rows", false)]
    public void Asks_the_documentation_where_there_is_a_threshold(string documentation, bool isReported)
    {
        var result = Lint($"{documentation}\nmodel A {{\n  id Int @id @default(autoincrement())\n}}", (IntPrimaryKeyRule.Threshold, "1000000000"));
        NUnit.Framework.Assert.That(result.Found, Has.Count.EqualTo(isReported ? 1 : 0));
    }

    [Test]
    public void Leaves_out_models_by_name() =>
        Lint("model A {\n  id Int @id @default(autoincrement())\n}", (IntPrimaryKeyRule.IgnoredModels, "A")).Should().ReportNothing();

    [Test]
    public void Says_nothing_where_integers_are_long() => Lint("model A {\n  id Int @id @default(autoincrement())\n}", Provider.Sqlite).Should().ReportNothing();
}
