using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Database.Tests.Planning;

/// <summary>All SQL of a plan runs, and its changes can be taken back: structure and rows are what they were.</summary>
public sealed class PlanStatementTests
{
    private static readonly PlanInputs s_told = PlanInputs.None with { AppRole = "plan_app", Instances = 4, DatabaseCores = 4, DatabaseMemory = 16 };

    private static string Folder => Path.Combine(FromThisFile(), "Schemas");

    private static IEnumerable<string> Schemas => Directory.GetFiles(Folder, "*.prisma").Select(path => Path.GetFileNameWithoutExtension(path)).Order(System.StringComparer.Ordinal);

    [TestCaseSource(nameof(Schemas))]
    public void Every_statement_runs_there_and_back(string name) => Try(name, s_told, withRows: false);

    [TestCaseSource(nameof(Schemas))]
    public void Rows_are_the_same_after_the_way_back(string name) => Try(name, s_told, withRows: true);

    [Test]
    public void Tenants_that_were_told_are_kept_apart_and_let_go_again() =>
        Try("tenants", s_told with { TenantModel = "Organization", TenantColumn = "organizationId" }, withRows: true);

    private static void Try(string name, PlanInputs inputs, bool withRows)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".prisma"));
        using var trial = PlanTrial.Run(text, PlanTrial.Created(text), inputs, withRows);

        string.Join("\n", trial.Failures).Should().BeEmpty();
        trial.StatementCount.Should().BePositive();
        (trial.RowCount > 0).Should().Be(withRows);
    }

    private static string FromThisFile([CallerFilePath] string path = "") => Path.GetDirectoryName(path) ?? "";
}
