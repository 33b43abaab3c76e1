using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class DuplicateEnumValueMappingRuleTests : RuleTests<DuplicateEnumValueMappingRule>
{
    [Test]
    public void Reports_the_second_value_of_a_label() =>
        Lint("""
            enum Role {
              ADMIN @map("admin")
              OWNER [|@map("admin")|]
              USER  @map("user")
            }
            """)
        .Should().Report("Value `OWNER` of enum `Role` is `admin` in the database, and so is `ADMIN`").And.OfferNoFix();

    [Test]
    public void Reports_a_map_to_the_name_of_another_value() =>
        Lint("""
            enum Role {
              OWNER @map("ADMIN")
              [|ADMIN|]
            }
            """)
        .Should().Report("Value `ADMIN` of enum `Role` is `ADMIN` in the database, and so is `OWNER`");

    [Test]
    public void Accepts_one_label_in_two_enums() =>
        Lint("enum A {\n  X @map(\"x\")\n}\n\nenum B {\n  X @map(\"x\")\n}\n").Should().ReportNothing();

    [Test]
    public void Ignores_the_case_on_mysql() =>
        Lint("enum Role {\n  ADMIN @map(\"admin\")\n  OWNER [|@map(\"Admin\")|]\n}\n", Provider.MySql).Should().ReportAtTheMarks();

    [Test]
    public void Compares_with_the_case_elsewhere() =>
        Lint("enum Role {\n  ADMIN @map(\"admin\")\n  OWNER @map(\"Admin\")\n}\n").Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_enum() =>
        Lint("enum Role {\n  ADMIN @map(\"admin\")\n  OWNER @map(\"admin\")\n  = 7\n}\n").Should().ReportNothing();
}
