using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Configuration;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Testing;
using PrismaLint.Text;

namespace PrismaLint.Tests.Rules.Database.Evidence;

/// <summary>A fault that both the schema and the database show is said once.</summary>
public sealed class SupersedingTests
{
    private const string Schema = """
        datasource db {
          provider = "postgresql"
        }

        model User {
          id    Int    @id
          email String @unique
          posts Post[]

          @@index([email])
        }

        model Post {
          id       Int  @id
          authorId Int
          author   User @relation(fields: [authorId], references: [id])
        }

        """;

    [Test]
    public void The_rule_that_has_seen_the_database_says_it() =>
        Lint(Schema).Should().Contain(["PL8002", "PL8003"]).And.NotContain(["PL3001", "PL3002"]);

    [Test]
    public void Where_that_rule_is_off_the_other_one_says_it() =>
        Lint(Schema, "dotnet_diagnostic.PL8002.severity = none\ndotnet_diagnostic.PL8003.severity = none").Should().Contain(["PL3001", "PL3002"]).And.NotContain(["PL8002", "PL8003"]);

    [Test]
    public void Without_a_database_nothing_changes() =>
        Linter.Lint(SchemaSource.FromText("schema.prisma", Schema)).Diagnostics.Select(found => found.Id).Should().Contain(["PL3001", "PL3002"]).And.NotContain(["PL8002", "PL8003"]);

    [Test]
    public void Who_has_decided_the_matter_hears_no_more_of_it() =>
        Lint(Schema.Replace("authorId Int", "authorId Int // prismalint-ignore PL3001: few rows", StringComparison.Ordinal)).Should().NotContain(["PL3001", "PL8002"]);

    private static string[] Lint(string schema, string configuration = "")
    {
        var snapshot = SnapshotBuilder.From(SemanticModel.Create([SyntaxTree.Parse("schema.prisma", schema)])).Build();
        var file = new ConfigurationFile(new SourceText(".editorconfig", "root = true\n[*.prisma]\n" + configuration), "/.editorconfig") { IsNamed = true };
        var report = Linter.Lint(SchemaSource.FromText("schema.prisma", schema), new LintOptions { Snapshot = snapshot, Configuration = LintConfiguration.Create([file], "/") });
        return [.. report.Diagnostics.Where(found => !found.IsSuppressed).Select(found => found.Id)];
    }
}
