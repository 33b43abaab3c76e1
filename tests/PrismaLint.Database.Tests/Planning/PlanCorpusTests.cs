using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using Npgsql;
using NUnit.Framework;
using PrismaLint.Database.Tests.Prisma;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Database.Tests.Planning;

/// <summary>
/// All SQL of the plans of the PostgreSQL schemas below the folder that the variable <c>PRISMALINT_PLAN_SCHEMAS</c> names; with
/// <c>PRISMALINT_PLAN_FILTER</c> of those alone whose path holds the text.
/// </summary>
public sealed partial class PlanCorpusTests
{
    [Test]
    public void Every_statement_of_the_corpus_runs_there_and_back()
    {
        if (Environment.GetEnvironmentVariable("PRISMALINT_PLAN_SCHEMAS") is not { Length: > 0 } folder)
            Assert.Ignore("PRISMALINT_PLAN_SCHEMAS names no folder");
        var filter = Environment.GetEnvironmentVariable("PRISMALINT_PLAN_FILTER") ?? "";
        var failures = new List<string>();
        int count = 0, statements = 0;
        foreach (var file in Directory.EnumerateFiles(Environment.GetEnvironmentVariable("PRISMALINT_PLAN_SCHEMAS") ?? "", "*.prisma", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(file => file.Contains(filter, StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            if (!PostgreSql().IsMatch(text) || !text.Contains("model ", StringComparison.Ordinal))
                continue;
            foreach (var withRows in new[] { false, true })
            {
                try
                {
                    var created = PrismaTools.Migrations(new Dictionary<string, string> { ["schema.prisma"] = text })["schema.prisma"];
                    using var trial = PlanTrial.Run(SchemaSource.FromText("schema.prisma", text), created, PlanInputs.None with { AppRole = "plan_app" }, withRows);
                    failures.AddRange(trial.Failures.Select(failure => $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}{(withRows ? " with rows" : "")}: {failure}"));
                    statements += trial.StatementCount;
                    count++;
                    TestContext.Progress.WriteLine($"{file}{(withRows ? $", {trial.RowCount} rows" : "")}: {trial.StatementCount} statements, {trial.Failures.Count} failures");
                }
                catch (Exception error) when (error is InvalidOperationException or PostgresException)
                {
                    // Prisma or PostgreSQL refuses the schema, or an extension is not here.
                    TestContext.Progress.WriteLine($"{file}: left out, {error.Message.Split('\n')[0]}");
                    break;
                }
            }
        }
        TestContext.Progress.WriteLine($"{count} runs, {statements} statements, {failures.Count} failures");
        failures.Should().BeEmpty();
        count.Should().BePositive();
    }

    [GeneratedRegex("provider\\s*=\\s*\"postgres(ql)?\"")]
    private static partial Regex PostgreSql();
}
