using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Inputs;
using PrismaLint.Planning.Sections.Security;

namespace PrismaLint.Tests.Planning.Security;

public sealed class SecuritySectionTests
{
    private const string Shop = """
        model Organization {
          id       Int       @id @default(autoincrement())
          users    User[]
          orders   Order[]
          products Product[]
        }

        model User {
          id             Int          @id
          email          String       @unique
          password       String
          deletedAt      DateTime?
          organizationId Int
          organization   Organization @relation(fields: [organizationId], references: [id])
          orders         Order[]
          visits         Visit[]
        }

        model Order {
          id             Int          @id
          total          Decimal      @db.Decimal(10, 2)
          userId         Int
          organizationId Int
          user           User         @relation(fields: [userId], references: [id])
          organization   Organization @relation(fields: [organizationId], references: [id])
        }

        model Visit {
          id        Int    @id
          ipAddress String
          userId    Int
          user      User   @relation(fields: [userId], references: [id], onDelete: Cascade)
        }

        model Product {
          id             Int          @id
          organizationId Int
          organization   Organization @relation(fields: [organizationId], references: [id])
        }

        model AuditLog {
          id   Int    @id
          what String
        }
        """;

    [Test]
    public void Row_level_security_that_nobody_looked_for_is_not_said_to_be_missing()
    {
        var texts = new PlanCase(Shop).Texts(6);
        texts.Should().ContainMatch("Row-level security cannot be seen here*");
        Item(new PlanCase(Shop), "RLS").State.Should().Be(ChecklistState.NotKnown);
    }

    [Test]
    public void Nothing_told_leaves_no_line_of_the_checklist_ticked()
    {
        var items = SecurityChecklist.Create(new PlanCase(Shop).Context()).ToArray();
        items.Should().HaveCount(8).And.NotContain(item => item.State == ChecklistState.Pass);
        items.Should().OnlyContain(item => item.Evidence.EndsWith('.'));
    }

    [Test]
    public void What_is_told_is_the_evidence_and_named()
    {
        var inputs = PlanInputs.None with
        {
            Path = "plan.yml",
            AreBackupsEncrypted = true,
            AreRawQueriesReviewed = false,
            IsTlsRequired = true,
            LastAudit = "2026-03",
            Lines = new Dictionary<string, int> { ["backup.encrypted"] = 12 },
        };
        var plan = new PlanCase(Shop) { Inputs = inputs };
        Item(plan, "Backup").Should().Be(new ChecklistItem("Backup encryption enabled", ChecklistState.Pass, "Backups are encrypted, by `plan.yml:12`."));
        Item(plan, "SQL injection").State.Should().Be(ChecklistState.Fail);
        Item(plan, "Encrypted connections").State.Should().Be(ChecklistState.Pass);
        Item(plan, "Regular").Evidence.Should().Contain("2026-03");
    }

    [Test]
    public void Candidates_that_nobody_has_marked_are_not_identified()
    {
        Item(new PlanCase(Shop), "PII").State.Should().Be(ChecklistState.Fail);
        Item(new PlanCase("model Person {\n  id Int @id\n  plainPassword String\n}"), "PII").Evidence.Should().Contain("(PL6003)");
        Item(new PlanCase("model Person {\n  id Int @id\n  email String\n}"), "PII").Evidence.Should().Contain("1 of 1 candidate carry no mark").And.Contain("(PL6005)");
        Item(new PlanCase("model Person {\n  id Int @id\n  /// @pii\n  email String\n}"), "PII").State.Should().Be(ChecklistState.Pass);
    }

    [Test]
    public void A_proposal_is_called_one_and_its_changes_have_a_condition()
    {
        new PlanCase(Shop).Texts(6).Should().ContainMatch("Proposal, to be confirmed by `tenancy.model`*`Organization`*");
        var changes = new PlanCase(Shop).Context().Changes.Where(change => change.Kind == PlanChangeKind.RowSecurity).ToArray();
        changes.Should().NotBeEmpty().And.OnlyContain(change => change.Condition != null);
        var told = new PlanCase(Shop) { Inputs = PlanInputs.None with { TenantModel = "Organization" } }.Context();
        told.Changes.Where(change => change.Kind == PlanChangeKind.RowSecurity).Should().OnlyContain(change => change.Condition == null);
    }

    [Test]
    public void The_client_is_deployed_before_policies_are_on()
    {
        var changes = new PlanCase(Shop).Context().Changes.Where(change => change.Kind == PlanChangeKind.RowSecurity).ToArray();
        changes[0].Subject.Should().Be("client");
        changes.Skip(1).Should().OnlyContain(change => change.Steps.Count == 2 && change.Steps.All(step => step.Rollback != null && step.Verification != null));
    }

    [Test]
    public void The_client_gets_the_type_of_the_key() =>
        new PlanCase(Shop).Texts(6).Should().ContainMatch("*(tenantId: number)*forTenant(organizationId)*");

    [Test]
    public void Every_change_outside_of_section_7_is_a_step_of_it()
    {
        var context = new PlanCase(Shop).Context();
        var steps = string.Join("\n", context.Changes.SelectMany(change => change.Steps).Select(step => step.Sql));
        var blocks = new PlanDocument("", [], [new PlanCase(Shop).Section(6)]).Statements().Where(statement => statement.Sql.Role == SqlRole.Change).ToArray();
        blocks.Should().NotBeEmpty();
        foreach (var line in blocks.SelectMany(block => block.Sql.Text.Split('\n')))
            steps.Should().Contain(line);
    }

    [Test]
    public void What_deletes_a_person_is_told()
    {
        var texts = new PlanCase(Shop).Texts(6);
        texts.Should().Contain("`User`: deleting a row deletes rows of `Visit`, is refused while rows refer to it in `Order`. `deletedAt` hides a row and keeps `email`, `password`: a request for erasure has to empty them.");
        texts.Should().ContainMatch("`Visit` | network address or device: `ipAddress` | `Visit.userId` → `User` | deleted too, by Cascade");
    }

    [Test]
    public void A_record_of_changes_is_recognised_and_gets_no_trigger()
    {
        new PlanCase(Shop).Texts(6).Should().ContainMatch("`AuditLog` is a record of changes already*");
        var audited = new PlanCase(Shop).Context().Changes.Where(change => change.Kind == PlanChangeKind.Audit).Select(change => change.Subject);
        audited.Should().Equal("audit.log", "User", "Order");
    }

    [Test]
    public void Values_of_secrets_are_not_recorded() =>
        new PlanCase(Shop).Context().Changes.Single(change => change is { Kind: PlanChangeKind.Audit, Subject: "User" }).Steps.Single().Sql.Should().Contain("'{\"id\"}', '{\"password\"}'");

    [TestCase("mysql", "MySQL has no row-level security*")]
    [TestCase("sqlite", "SQLite has no row-level security*")]
    public void Another_database_gets_no_statements(string provider, string sentence)
    {
        var plan = new PlanCase(Shop.Replace(" @db.Decimal(10, 2)", "")) { Provider = provider };
        plan.Texts(6).Should().ContainMatch(sentence);
        new PlanDocument("", [], [plan.Section(6)]).Statements().Should().BeEmpty();
    }

    [Test]
    public void Rules_to_be_kept_are_told_what_they_ask_of_this_schema()
    {
        var plan = new PlanCase(Shop) { Inputs = PlanInputs.None with { Compliance = ["GDPR", "HIPAA", "ISO 1"], RetentionMonths = 24 } };
        plan.Texts(6).Should().ContainMatch("GDPR, erasure and access: *`User`*")
            .And.ContainMatch("GDPR, retention: 24 months*It does not show in `User`, `Visit`*")
            .And.ContainMatch("HIPAA: no field is named for health*")
            .And.ContainMatch("ISO 1: this plan knows no rule by that name*");
    }

    [Test]
    public void A_snapshot_without_policies_fails_what_was_told()
    {
        var plan = new PlanCase(Shop) { Database = _ => { }, Inputs = PlanInputs.None with { TenantModel = "Organization" } };
        var item = Item(plan, "RLS");
        item.State.Should().Be(ChecklistState.Fail);
        item.Evidence.Should().Contain("(PL8012)");
    }

    private static ChecklistItem Item(PlanCase plan, string start) => SecurityChecklist.Create(plan.Context()).Single(item => item.Text.StartsWith(start, System.StringComparison.Ordinal));
}
