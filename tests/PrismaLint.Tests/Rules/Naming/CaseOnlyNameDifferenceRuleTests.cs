using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class CaseOnlyNameDifferenceRuleTests : RuleTests<CaseOnlyNameDifferenceRule>
{
    [Test]
    public void Reports_models_with_one_accessor() =>
        Lint("""
            model User {
              id Int @id

              @@map("users")
            }

            model [|user|] {
              id Int @id

              @@map("old_users")
            }
            """)
        .Should().Report("Models `User` and `user` differ only in the case of letters, so that both get the accessor `user`").And.OfferNoFix();

    [Test]
    public void Accepts_models_that_differ_behind_the_first_letter() =>
        Lint("model UserName {\n  id Int @id\n}\n\nmodel Username {\n  id Int @id\n}\n").Should().ReportNothing();

    [TestCase(Provider.Sqlite)]
    [TestCase(Provider.SqlServer)]
    [TestCase(Provider.MySql)]
    public void Reports_tables_that_the_database_takes_for_one(Provider provider)
    {
        var name = ConnectorFacts.Of(provider).DisplayName;
        Lint("model UserName {\n  id Int @id\n}\n\nmodel [|Username|] {\n  id Int @id\n}\n", provider)
            .Should().Report($"Tables `UserName` and `Username` differ only in the case of letters, so that {name} takes `UserName` and `Username` for one table");
    }

    [Test]
    public void Accepts_tables_that_are_mapped_apart() =>
        Lint("model UserName {\n  id Int @id\n}\n\nmodel Username {\n  id Int @id\n\n  @@map(\"names\")\n}\n", Provider.Sqlite).Should().ReportNothing();

    [Test]
    public void Reports_fields_and_enums() =>
        Lint("""
            enum Role {
              A
            }

            enum [|ROLE|] {
              A
            }

            model User {
              id      Int    @id
              name    String
              [|Name|]    String @map("name2")
              nickName String
              nickname String
            }
            """)
        .Should().Report(
            "Enums `Role` and `ROLE` differ only in the case of letters, so that their generated types are easily mistaken",
            "Fields `name` and `Name` differ only in the case of letters, so that their generated input types clash");

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint("model User {\n  id Int @id\n  = 7\n}\n\nmodel user {\n  id Int @id\n}\n").Should().ReportNothing();
}
