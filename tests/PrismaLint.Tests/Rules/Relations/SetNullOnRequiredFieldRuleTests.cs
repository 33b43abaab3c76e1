using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Relations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class SetNullOnRequiredFieldRuleTests : RuleTests<SetNullOnRequiredFieldRule>
{
    private static string Schema(string column, string type, string actions) => $$"""
        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id     Int  @id
          userId {{column}}
          user   {{type}} @relation(fields: [userId], references: [id], {{actions}})
        }
        """;

    [Test]
    public void Reports_contracts_which_prisma_accepts() =>
        Lint("// use prisma-8\n" + Schema("Int", "User", "onDelete: [|SetNull|], onUpdate: [|SetNull|]"))
            .Should().Report(
                "`onDelete: SetNull` of `Post.user` always fails: `Post.userId` cannot be null",
                "`onUpdate: SetNull` of `Post.user` always fails: `Post.userId` cannot be null")
            .And.BecomeWhenFixed("// use prisma-8\n" + Schema("Int", "User", "onDelete: Restrict, onUpdate: Restrict"));

    [Test]
    public void Reports_what_prisma_does_not_come_to_for_another_error() =>
        Lint(Schema("Int", "User", "onDelete: [|SetNull|]") + "\n\nmodel Broken {\n  id Missing @id\n}\n").ReportAtTheMarks();

    [Test]
    public void Offers_to_make_the_columns_optional_as_well()
    {
        var fix = Lint("// use prisma-8\n" + Schema("Int", "User", "onDelete: [|SetNull|]")).Found.Single().Fixes[1];
        fix.Safety.Should().Be(FixSafety.Unsafe);
        fix.Title.Should().Be("Make `userId` and `user` optional");
        fix.Edits.Select(edit => edit.NewText).Should().Equal("?", "?");
    }

    [TestCase("Int?", "User?", "onDelete: SetNull")]
    [TestCase("Int", "User", "onDelete: Restrict")]
    [TestCase("Int\n  = 7", "User", "onDelete: SetNull")]
    public void Accepts_what_can_be_null_and_passes_over_a_broken_neighbour(string column, string type, string actions)
    {
        Lint("// use prisma-8\n" + Schema(column, type, actions)).Should().ReportNothing();
        Lint(Schema(column, type, actions) + "\n\nmodel Broken {\n  id Missing @id\n}\n").Should().ReportNothing();
    }

    // Decision: what Prisma says is not said again. PL0009 has the finding, and the fix.
    [TestCase("postgresql", "foreignKeys", "set-null-on-required-in-postgresql", DiagnosticSeverity.Warning)]
    [TestCase("postgresql", "prisma", "set-null-on-required", DiagnosticSeverity.Error)]
    [TestCase("mysql", "foreignKeys", "set-null-on-required", DiagnosticSeverity.Error)]
    [TestCase("cockroachdb", "foreignKeys", "set-null-on-required", DiagnosticSeverity.Error)]
    [TestCase("sqlserver", "foreignKeys", "set-null-on-required", DiagnosticSeverity.Error)]
    public void Is_silent_where_validation_speaks(string provider, string mode, string detail, DiagnosticSeverity severity)
    {
        var text = $"datasource db {{\n  provider = \"{provider}\"\n  relationMode = \"{mode}\"\n}}\n\n" + Schema("Int", "User", "onDelete: SetNull");
        var found = Linter.Lint(SchemaSource.FromText("schema.prisma", text)).Diagnostics;

        found.Should().NotContain(diagnostic => diagnostic.Id == "PL2005");
        var said = found.Single(diagnostic => diagnostic.Detail == detail);
        said.Severity.Should().Be(severity);
        said.Object.Should().Be("Post.user");
        said.Fixes[1].Title.Should().Be(provider == "sqlserver" ? "Replace `SetNull` with `NoAction`" : "Replace `SetNull` with `Restrict`");
        said.Fixes[0].Title.Should().Be("Make `userId`, `user` optional");
    }
}
