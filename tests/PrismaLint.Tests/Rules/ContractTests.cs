using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Diagnostics;
using PrismaLint.Fixes;
using PrismaLint.Rules;
using PrismaLint.Semantics;

namespace PrismaLint.Tests.Rules;

/// <summary>Rules on Prisma 8 contracts, through the front door.</summary>
public sealed class ContractTests
{
    private const string Blog = """
        // use prisma-8
        namespace blog {
          model User {
            id    Int    @id @default(autoincrement())
            email String
            deletedAt DateTime?
            posts Post[]

            @@unique([email])
            @@index([email])
          }

          // prismalint-ignore PL3001: few posts
          model Post { id Int @id authorId Int author User @relation(fields: [authorId], references: [id], index: false) }

          model Comment { id Int @id postId Int post Post @relation(fields: [postId], references: [id]) }

          model Like {
            id     Int  @id
            postId Int
            post   Post @relation(fields: [postId], references: [id], index: false)
            at     Timestamp(0)
          }
        }
        """;

    [Test]
    public void Find_what_they_find_in_schemas() => Found(Blog).Should().Equal(
        "PL5001 User(email)",
        "PL3002 User(email)",
        "PL5006 Post.author",
        "PL3001 Like.postId",
        "PL4001 Like.at",
        "PL4003 Like.at");

    [Test]
    public void A_schema_of_the_other_language_is_not_what_a_contract_is_measured_by()
    {
        var report = Linter.Lint(SchemaSource.FromText("contract.prisma", Blog), new LintOptions { Preset = RulePreset.All });
        report.Schemas.Single().PrismaVersion.Should().Be(PrismaVersion.V8);
        report.ErrorCount.Should().Be(0);
        report.SuppressedCount.Should().Be(1);
        report.Diagnostics.Should().NotContain(diagnostic => diagnostic.Id == "PL0013" || (diagnostic.Id == "PL0012" && !IsAboutPolicies(diagnostic)));
    }

    [Test]
    public void Fixes_write_what_contracts_have_or_are_not_offered()
    {
        var report = Linter.Lint(SchemaSource.FromText("contract.prisma", Blog), new LintOptions { Preset = RulePreset.All });
        report.Diagnostics.Where(diagnostic => diagnostic.Fixes.Count > 0).Select(diagnostic => diagnostic.Id).Distinct().Should().BeEquivalentTo("PL3001", "PL3002");
        var after = FixApplier.Apply([SchemaSource.FromText("contract.prisma", Blog)], new LintOptions { Preset = RulePreset.All }, FixSafety.Unsafe);
        after.Report.ErrorCount.Should().Be(0);
    }

    [Test]
    public void A_fix_may_go_into_a_block_on_one_line()
    {
        const string text = "// use prisma-8\nmodel A { id Int @id bs B[] }\nmodel B { id Int @id aId Int a A @relation(fields: [aId], references: [id], index: false) } // end\n";
        var fix = Linter.Lint(SchemaSource.FromText("contract.prisma", text)).Diagnostics.Single(diagnostic => diagnostic.Id == "PL3001").Fixes[0];
        Apply(text, fix).Should().Be(text.Replace("index: false) }", "index: false) @@index([aId]) }", System.StringComparison.Ordinal));
    }

    [Test]
    public void An_attribute_that_shares_its_line_goes_alone()
    {
        const string text = "// use prisma-8\nmodel A { id Int @id b Int @@index([b]) @@index([b]) @@map(\"a\") }\n";
        var fix = Linter.Lint(SchemaSource.FromText("contract.prisma", text)).Diagnostics.Single(diagnostic => diagnostic.Id == "PL3002").Fixes[0];
        Apply(text, fix).Should().Be("// use prisma-8\nmodel A { id Int @id b Int @@index([b]) @@map(\"a\") }\n");
    }

    [TestCase("model A { id id.ulid() kind String @@discriminator(kind) }\nmodel B { x Int @unique @@base(A, \"b\") }")]
    [TestCase("model A { id Int @id createdAt temporal.createdAt() updatedAt temporal.updatedAt() }")]
    [TestCase("model A { id Int @id at DateTime starts Timestamptz(3) }")]
    [TestCase("model A { id Int @id tags Jsonb @@index([tags], type: \"gin\") }")]
    [TestCase("model A { id uuidString() @id b cuid2() @unique c nanoid() }")]
    [TestCase("model A { id Int @id }\nmodel B { id Int @id x Int a A @relation(fields: [x], references: [id]) }")]
    [TestCase("model A { id Int @id bs B[] }\nmodel B { id Int @id as A[] }\nmodel AB { a Int b Int x A @relation(fields: [a], references: [id]) y B @relation(fields: [b], references: [id]) @@id([a, b]) }")]
    public void Have_nothing_to_say_of_good_contracts(string contract) => Found("// use prisma-8\n" + contract + "\n").Should().BeEmpty();

    [Test]
    public void Those_about_what_contracts_do_not_have_keep_silent() =>
        RuleCatalog.All.Where(rule => rule.Descriptor.Category == DiagnosticCategory.Configuration).Should().OnlyContain(rule => rule.Descriptor.Contracts == ContractSupport.None);

    private static List<string> Found(string text) =>
    [
        .. Linter.Lint(SchemaSource.FromText("contract.prisma", text), new LintOptions { Preset = RulePreset.All })
            .Visible.Where(diagnostic => !IsAboutPolicies(diagnostic)).Select(diagnostic => $"{diagnostic.Id} {diagnostic.Object}"),
    ];

    // Said once in a run with every rule on: some of them need a value.
    private static bool IsAboutPolicies(Diagnostic diagnostic) =>
        diagnostic.Id == "PL0012" && diagnostic.Message.StartsWith("The preset holds policies", StringComparison.Ordinal);

    private static string Apply(string text, CodeFix fix)
    {
        foreach (var edit in fix.Edits.OrderByDescending(edit => edit.Span))
            text = text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        return text;
    }
}
