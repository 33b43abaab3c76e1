using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class DisabledTriggerRuleTests : LiveRuleTests<DisabledTriggerRule>
{
    private const string Model = """
        model [|User|] {
          id Int @id
        }
        """;

    [Test]
    public void Reports_a_foreign_key_that_nobody_enforces_once()
    {
        var found = Lint(DuplicateForeignKeyLiveRuleTests.Post, database =>
        {
            var oid = database.Table("Post").Constraint("Post_authorId_fkey")["oid"];
            foreach (var (table, name) in new[] { ("Post", "RI_ConstraintTrigger_c_1"), ("Post", "RI_ConstraintTrigger_c_2"), ("User", "RI_ConstraintTrigger_a_3") })
                database.Table(table).Add(EvidenceSource.Triggers, ("name", name), ("enabled", "D"), ("internal", true), ("con", oid), ("kind", 5));
        }).Should().ReportAtTheMarks().Found.Single();

        (found.Detail, found.Severity.ToString()).Should().Be(("fk-enforcement-disabled", "Error"));
        found.Message.Should().StartWith("The foreign key `Post_authorId_fkey` of `public.Post` is not enforced: its triggers on `public.Post` are switched off");
    }

    [Test]
    public void Reports_a_trigger_of_the_user() =>
        Lint(Model, database => database.Table("User").Add(EvidenceSource.Triggers, ("name", "audit"), ("enabled", "D"), ("internal", false), ("con", 0)))
        .Should().Report("The trigger `audit` of `public.User` is switched off: `ALTER TABLE \"public\".\"User\" ENABLE TRIGGER \"audit\"`")
        .Found.Single().Severity.ToString().Should().Be("Warning");

    [TestCase("O")]
    [TestCase("R")]
    [TestCase("A")]
    public void Accepts_triggers_that_fire_or_were_set_for_replicas(string enabled) =>
        Lint(Model, database => database.Table("User").Add(EvidenceSource.Triggers, ("name", "audit"), ("enabled", enabled), ("internal", false), ("con", 0))).Should().ReportNothing();

    [Test]
    public void Tells_a_trigger_of_partitions_once_and_leaves_extensions_out() =>
        Lint(Model, database =>
        {
            database.AddTable("ext").Set("ext", true).Add(EvidenceSource.Triggers, ("name", "audit"), ("enabled", "D"), ("internal", false), ("con", 0));
            foreach (var name in new[] { "User_1", "User_2" })
                database.AddTable(name).Set("is_partition", true).Set("parent", database.Table("User").Oid).Add(EvidenceSource.Triggers, ("name", "audit"), ("enabled", "D"), ("internal", false), ("con", 0));
        }).Should().ReportAtTheMarks();

    [Test]
    public void Says_that_nothing_is_known_without_the_triggers()
    {
        Lint(Model, database => database.Without(EvidenceSource.Triggers)).Should().ReportNothing();

        NotJudged.Should().Equal("disabled-trigger: the role may not read triggers");
    }
}
