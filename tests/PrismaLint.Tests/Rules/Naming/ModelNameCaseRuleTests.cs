using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class ModelNameCaseRuleTests : RuleTests<ModelNameCaseRule>
{
    private const string SevenInPascalCase = """
        model BlogPost {
          id Int @id
        }

        model BlogTag {
          id Int @id
        }

        model UserProfile {
          id Int @id
        }

        model UserSetting {
          id Int @id
        }

        model AccessLog {
          id Int @id
        }

        model MailQueue {
          id Int @id
        }

        model CronJob {
          id Int @id
        }


        """;

    [Test]
    public void Reports_the_one_name_in_another_style_and_renames_it_with_its_references() =>
        Lint(SevenInPascalCase + """
            model [|oauthClient|] {
              id     Int          @id
              tokens OauthToken[]
            }

            model OauthToken {
              id       Int          @id
              clientId Int
              client   oauthClient? @relation(fields: [clientId], references: [id])
            }
            """)
        .Should().Report("Model `oauthClient` is not in PascalCase, the style of 8 of 9 compound names")
        .And.BecomeWhenFixed(SevenInPascalCase + """
            model OauthClient {
              id     Int          @id
              tokens OauthToken[]

              @@map("oauthClient")
            }

            model OauthToken {
              id       Int          @id
              clientId Int
              client   OauthClient? @relation(fields: [clientId], references: [id])
            }
            """);

    [Test]
    public void Judges_a_single_word_by_its_first_letter() =>
        Lint(SevenInPascalCase + """
            model AuditEntry {
              id Int @id
            }

            model [|sessions|] {
              id Int @id

              @@map("session")
            }

            model Country {
              id Int @id
            }

            model SKU {
              id Int @id
            }
            """)
        .Should().Report("Model `sessions` is not in PascalCase, the style of 8 of 8 compound names")
        .And.BecomeWhenFixed(SevenInPascalCase + """
            model AuditEntry {
              id Int @id
            }

            model Sessions {
              id Int @id

              @@map("session")
            }

            model Country {
              id Int @id
            }

            model SKU {
              id Int @id
            }
            """);

    [Test]
    public void Says_nothing_where_too_few_names_show_a_style() =>
        Lint(SevenInPascalCase + "model oauth_client {\n  id Int @id\n\n  @@ignore\n}\n\nmodel audit {\n  id Int @id\n}\n").Should().ReportNothing();

    [Test]
    public void Says_nothing_where_two_styles_are_common() =>
        Lint(SevenInPascalCase + "model audit_entry {\n  id Int @id\n}\n\nmodel mail_entry {\n  id Int @id\n}\n").Should().ReportNothing();

    [Test]
    public void Leaves_tables_of_frameworks_alone() =>
        Lint(SevenInPascalCase + """
            model AuditEntry {
              id Int @id
            }

            model verification_token {
              identifier String
              token      String

              @@id([identifier, token])
            }
            """)
        .Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint(SevenInPascalCase + """
            model AuditEntry {
              id Int @id
            }

            model broken_one {
              id Int @id
              = 7
            }

            model [|mail_entry|] {
              id Int @id
            }
            """)
        .Should().ReportAtTheMarks();

    [Test]
    public void Offers_no_fix_where_a_join_table_would_be_renamed() =>
        Lint(SevenInPascalCase + """
            model AuditEntry {
              id Int @id
            }

            model [|mail_entry|] {
              id   Int        @id
              tags MailTag[]
            }

            model MailTag {
              id      Int          @id
              entries mail_entry[]
            }
            """)
        .Should().ReportAtTheMarks().And.OfferNoFix();

    [Test]
    public void Offers_no_fix_where_the_new_name_is_taken() =>
        Lint("""
            model [|blog_post|] {
              id Int @id
            }

            model BlogPost {
              id Int @id
            }
            """,
            (ModelNameCaseRule.Style, "pascal"))
        .Should().Report("Model `blog_post` is not in PascalCase").And.OfferNoFix();

    [Test]
    public void Follows_the_style_asked_for() =>
        Lint("""
            model [|Blog_Post|] {
              id Int @id
            }

            model blog_tag {
              id Int @id
            }
            """,
            (ModelNameCaseRule.Style, "snake"))
        .Should().Report("Model `Blog_Post` is not in snake_case");

    [Test]
    public void Judges_composite_types_and_renames_them_without_a_map() =>
        Lint("""
            type [|postal_address|] {
              city String
            }

            model User {
              id      String         @id @map("_id")
              address postal_address
            }
            """,
            Provider.MongoDb,
            (ModelNameCaseRule.Style, "pascal"))
        .Should().Report("Type `postal_address` is not in PascalCase")
        .And.BecomeWhenFixed("""
            type PostalAddress {
              city String
            }

            model User {
              id      String         @id @map("_id")
              address PostalAddress
            }
            """);

    [Test]
    public void Accepts_names_that_are_allowed_and_prefixes_that_do_not_count() =>
        Lint("""
            model legacy_users {
              id Int @id
            }

            model app_BlogPost {
              id Int @id
            }
            """,
            (ModelNameCaseRule.Style, "pascal"),
            (ModelNameCaseRule.Allow, "legacy_*"),
            (ModelNameCaseRule.TrimPrefix, "app_"))
        .Should().ReportNothing();
}
