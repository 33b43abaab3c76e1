using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Relations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class SetDefaultCannotWorkRuleTests : RuleTests<SetDefaultCannotWorkRule>
{
    private static string Schema(string column, string action = "onDelete: SetDefault") => $$"""
        model User {
          id    String @id
          posts Post[]
        }

        model Post {
          id     Int   @id
          userId {{column}}
          user   User{{(column.Contains('?') ? "?" : "")}} @relation(fields: [userId], references: [id], {{action}})
        }
        """;

    [Test]
    public void Reports_a_required_column_without_default() =>
        Lint(Schema("String", "onDelete: [|SetDefault|]"))
            .Should().Report("`onDelete: SetDefault` of `Post.user` always fails: `Post.userId` is required and has no default")
            .And.BecomeWhenFixed(Schema("String", "onDelete: NoAction"));

    [Test]
    public void Reports_each_action() =>
        Lint(Schema("String", "onDelete: [|SetDefault|], onUpdate: [|SetDefault|]"))
            .Should().Report(
                "`onDelete: SetDefault` of `Post.user` always fails: `Post.userId` is required and has no default",
                "`onUpdate: SetDefault` of `Post.user` always fails: `Post.userId` is required and has no default");

    [TestCase("String @default(cuid())", "has `cuid()`, which is no default of the database")]
    [TestCase("String? @default(dbgenerated(\"gen_random_uuid()\"))", "draws a new identifier by default")]
    public void Reports_defaults_that_name_no_row(string column, string reason) =>
        Lint(Schema(column, "onDelete: [|SetDefault|]"))
            .Should().Report($"`onDelete: SetDefault` of `Post.user` always fails: `Post.userId` {reason}");

    [TestCase("String @default(\"nobody\")")]
    [TestCase("String?")]
    [TestCase("String? @default(cuid())")]
    public void Accepts_a_default_and_null(string column) => Lint(Schema(column)).Should().ReportNothing();

    [Test]
    public void Leaves_mysql_to_the_warning_of_prisma() => Lint(Schema("String"), Provider.MySql).Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() => Lint(Schema("String\n  = 7")).Should().ReportNothing();
}
