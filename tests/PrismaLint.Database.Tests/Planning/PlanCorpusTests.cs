using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using Npgsql;
using NUnit.Framework;
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
        var folder = Environment.GetEnvironmentVariable("PRISMALINT_PLAN_SCHEMAS");
        if (string.IsNullOrEmpty(folder))
            Assert.Ignore("PRISMALINT_PLAN_SCHEMAS names no folder");
        var filter = Environment.GetEnvironmentVariable("PRISMALINT_PLAN_FILTER") ?? "";
        var failures = new List<string>();
        int count = 0, statements = 0;
        foreach (var (name, text) in Schemas(folder ?? "").Where(schema => schema.Name.Contains(filter, StringComparison.Ordinal)))
        {
            try
            {
                // What reads is tried before the rows come.
                using var trial = PlanTrial.Run(text, PlanTrial.Created(text), PlanInputs.None with { AppRole = "plan_app" }, withRows: true);
                failures.AddRange(trial.Failures.Select(failure => $"{name}: {failure}"));
                statements += trial.StatementCount;
                count++;
                TestContext.Progress.WriteLine($"{name}: {trial.RowCount} rows, {trial.StatementCount} statements, {trial.Failures.Count} failures");
            }
            catch (Exception error) when (error is InvalidOperationException or PostgresException)
            {
                // Prisma or PostgreSQL refuses the schema, or an extension is not here.
                TestContext.Progress.WriteLine($"{name}: left out, {Array.Find(error.Message.Split('\n'), line => line.StartsWith("Error", StringComparison.Ordinal) || error is PostgresException) ?? error.Message}");
            }
        }
        TestContext.Progress.WriteLine($"{count} schemas, {statements} statements, {failures.Count} failures");
        string.Join("\n", failures.Take(40)).Should().BeEmpty();
        count.Should().BePositive();
    }

    // The files beside one with a datasource, and without one of their own, belong to it.
    private static IEnumerable<(string Name, string Text)> Schemas(string root)
    {
        foreach (var folder in Directory.EnumerateFiles(root, "*.prisma", SearchOption.AllDirectories).GroupBy(file => Path.GetDirectoryName(file) ?? "").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var files = folder.Order(StringComparer.Ordinal).Select(file => (Path: file, Text: File.ReadAllText(file))).ToArray();
            var roots = files.Where(file => PostgreSql().IsMatch(file.Text)).ToArray();
            var parts = files.Where(file => !file.Text.Contains("datasource ", StringComparison.Ordinal)).ToArray();
            foreach (var file in roots)
            {
                var text = roots.Length == 1 ? string.Join("\n", parts.Select(part => part.Text).Prepend(file.Text)) : file.Text;
                if (text.Contains("model ", StringComparison.Ordinal))
                    yield return (Path.GetRelativePath(root, file.Path), text);
            }
        }
    }

    [GeneratedRegex("provider\\s*=\\s*\"postgres(ql)?\"")]
    private static partial Regex PostgreSql();
}
