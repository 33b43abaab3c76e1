using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class TransactionIdAgeRuleTests : LiveRuleTests<TransactionIdAgeRule>
{
    private const string User = """
        model [|User|] {
          id Int @id
        }
        """;

    [Test]
    public void Reports_old_ids_as_an_operational_matter()
    {
        var found = Lint(User, database => database.Table("User").Set("xid_age", 1_600_000_000))
            .Should().Report("`public.User` holds transaction ids of 1,600 million ago, and at 2,147 million the server stops writing: `VACUUM (FREEZE)`, after ending what holds it back")
            .Found.Single();

        (found.Detail, found.IsOperational).Should().Be(("xid-age", true));
    }

    [TestCase("xid_age", 400_000_000, null)]
    [TestCase("xid_age", 400_000_001, "Warning")]
    [TestCase("toast_xid_age", 1_500_000_001, "Error")]
    [TestCase("mxid_age", 800_000_000, null)]
    [TestCase("mxid_age", 800_000_001, "Warning")]
    public void Rates_by_age(string column, int age, string? severity) =>
        Lint(User, database => database.Table("User").Set(column, age)).Found.Select(found => found.Severity.ToString()).FirstOrDefault().Should().Be(severity);

    [Test]
    public void Goes_by_the_setting_of_the_server()
    {
        Lint(User, database => database.Setting("autovacuum_freeze_max_age", "500000000").Table("User").Set("xid_age", 900_000_000)).Should().ReportNothing();
        Lint(User, database => database.Setting("autovacuum_multixact_freeze_max_age", "100000000").Table("User").Set("mxid_age", 300_000_000)).Should().ReportAtTheMarks();
    }

    [Test]
    public void Tells_partitions_at_their_table() =>
        Lint(User, database =>
        {
            database.Table("User").Set("kind", "p");
            foreach (var (name, age) in new[] { ("User_1", 500_000_000), ("User_2", 600_000_000) })
                database.AddTable(name).Set("is_partition", true).Set("parent", database.Table("User").Oid).Set("xid_age", age);
        }).Should().ReportAtTheMarks().Found.Single().Object.Should().Be("public.User_2");

    [Test]
    public void Tells_the_age_of_the_database_where_no_table_explains_it()
    {
        Lint(User, database => database.Set(EvidenceSource.Server, ("xid_age", 1_700_000_000))).Found.Single().Object.Should().Be("database");
        Lint(User, database =>
        {
            database.Set(EvidenceSource.Server, ("xid_age", 1_600_000_000));
            database.Table("User").Set("xid_age", 1_600_000_000);
        }).Should().ReportAtTheMarks();
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_relations()
    {
        Lint(User, database => database.Without(EvidenceSource.Relations)).Should().ReportNothing();

        NotJudged.Should().Equal("transaction-id-age: the role may not read relations");
    }
}
