using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using FluentAssertions;
using Microsoft.CodeAnalysis;
using NUnit.Framework;
using PrismaLint.Configuration;
using PrismaLint.Text;
using DiagnosticSeverity = PrismaLint.Diagnostics.DiagnosticSeverity;

namespace PrismaLint.Tests.Configuration;

/// <summary>Random configurations mean the same here and to the C# compiler's own reader.</summary>
public sealed class CompilerOracleTests
{
    private static readonly string[] s_ids = ["PL0001", "PL0003", "PL0012"];
    private static readonly string[] s_folders = ["/work", "/work/db", "/work/db/a1", "/other", "/work/d"];

    private static readonly string[] s_schemas =
    [
        "/work/schema.prisma", "/work/db/schema.prisma", "/work/db/a1/user12.prisma", "/work/db/a1/b.sql", "/other/x-3.prisma", "/work/dbx/{a}.prisma",
        "/work/db/a1/café.prisma", "/work/db/[x].prisma", "/root.prisma", "/work/db/a,b.prisma", "/work/db/schema.prisma.bak",
    ];

    private static readonly string[] s_headers =
    [
        "*", "**", "*.prisma", "*.{prisma,sql}", "*.{sql}", "db/**.prisma", "/db/*.prisma", "/*.prisma", "**/a1/**", "schema.???????", "user{1..20}.prisma",
        "*{1..9}.prisma", "x{-5..-1}.prisma", "x{-9..9}.prisma", "[su]*.prisma", "[!s]*", "[a-z]chema.prisma", "\\{a\\}.prisma", "a,b.prisma", "a\\,b.prisma", "{a,{b,schema}}.prisma",
        "{schema", "schema}", "*.prisma]", "*.cs", "{,schema}.prisma", "db/{a1,b}/*", "[x\\]].prisma", "\\[x\\].prisma", "a1/*", "?.sql", "schema.prisma\\", "**.prisma",
        "{user,b}{1..30,}*", "[^s]*.prisma", "/**", "work/**", "{db}/**", "*é*", "", " *.prisma ", "x-{3..3}.prisma", "user{20..1}.prisma",
    ];

    private static readonly string[] s_severities = ["error", "Warning", "suggestion", "SILENT", "none", "default", "bogus", "unset", "", "refactoring", "hidden"];

    [Test]
    public void Severities_are_those_of_the_compiler([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 25; run++)
        {
            var files = Enumerable.Range(0, random.Next(1, 6)).Select(number => MakeFile(random, number)).DistinctBy(file => file.Path).ToArray();
            var expected = AnalyzerConfigSet.Create(files.Select(file => AnalyzerConfig.Parse(file.Text, file.Path)).ToList());
            var actual = LintConfiguration.Create(files.Select(file => new ConfigurationFile(new SourceText(file.Path, file.Text), file.Path)), "/work");
            foreach (var schema in s_schemas)
            {
                var wanted = expected.GetOptionsForSourcePath(schema);
                foreach (var id in s_ids)
                {
                    var descriptor = DiagnosticCatalog.Find(id);
                    descriptor.Should().NotBeNull();
                    // A default that no configuration writes tells "not configured" and "default" from all others.
                    actual.GetSeverity(schema, descriptor ?? throw new InvalidOperationException(), (DiagnosticSeverity)99)
                        .Should().Be(Expected(id, wanted, expected.GlobalConfigOptions), "that is {0} of {1} with\n{2}", id, schema, Show(files));
                }
                actual.GetOptions(schema).TryGetValue(ConfigurationOptions.RequireReason, out var reason);
                wanted.AnalyzerOptions.TryGetValue("prismalint.require_reason", out var wantedReason);
                (reason as bool?).Should().Be(bool.TryParse(wantedReason, out var flag) ? flag : null, "that is the option for {0} with\n{1}", schema, Show(files));
            }
        }
    }

    private static DiagnosticSeverity Expected(string id, AnalyzerConfigOptionsResult ofPath, AnalyzerConfigOptionsResult global)
    {
        // The compiler asks the file's own options first and the global ones where those are silent.
        if (!ofPath.TreeOptions.TryGetValue(id, out var found) && !global.TreeOptions.TryGetValue(id, out found))
            found = ReportDiagnostic.Default;
        return found switch
        {
            ReportDiagnostic.Error => DiagnosticSeverity.Error,
            ReportDiagnostic.Warn => DiagnosticSeverity.Warning,
            ReportDiagnostic.Info => DiagnosticSeverity.Suggestion,
            ReportDiagnostic.Hidden => DiagnosticSeverity.Silent,
            ReportDiagnostic.Suppress => DiagnosticSeverity.None,
            _ => (DiagnosticSeverity)99,
        };
    }

    private static (string Path, string Text) MakeFile(Random random, int number)
    {
        var isGlobal = random.Next(3) == 0;
        var text = new StringBuilder();
        if (isGlobal)
        {
            text.AppendLine(random.Next(2) == 0 ? "is_global = true" : "IS_GLOBAL: true # yes");
            if (random.Next(2) == 0)
                text.AppendLine(CultureInfo.InvariantCulture, $"global_level = {random.Next(-1, 3)}");
            Settings(random, text);
        }
        else if (random.Next(4) == 0)
        {
            text.AppendLine(Pick(random, "root = true", "root=TRUE ; top", "Root = false", "root"));
        }
        for (var i = random.Next(4); i > 0; i--)
        {
            var header = isGlobal ? Pick(random, s_schemas).Replace("{", "\\{", StringComparison.Ordinal).Replace("}", "\\}", StringComparison.Ordinal) : Pick(random, s_headers);
            text.AppendLine(Pick(random, "[{0}]", "  [{0}]  ", "[{0}] # comment", "[{0}];", "[{0}] rest").Replace("{0}", header, StringComparison.Ordinal));
            Settings(random, text);
        }
        var folder = Pick(random, s_folders);
        var name = isGlobal ? Pick(random, ".globalconfig", $"team{number}.globalconfig") : ".editorconfig";
        return (folder + "/" + name, text.ToString());
    }

    private static void Settings(Random random, StringBuilder text)
    {
        for (var i = random.Next(4); i > 0; i--)
        {
            text.AppendLine(random.Next(4) == 0
                ? "prismalint.require_reason = " + Pick(random, "true", "FALSE", "maybe")
                : Pick(random, "dotnet_diagnostic.{0}.severity = {1}", "DOTNET_DIAGNOSTIC.{0}.Severity:{1} # why", "\tdotnet_diagnostic.{0}.severity={1};", "# dotnet_diagnostic.{0}.severity = {1}", "dotnet_diagnostic.{0}.severity {1}")
                    .Replace("{0}", Pick(random, s_ids), StringComparison.Ordinal).Replace("{1}", Pick(random, s_severities), StringComparison.Ordinal));
        }
    }

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];

    private static string Show(IEnumerable<(string Path, string Text)> files) => string.Join("\n", files.Select(file => $"--- {file.Path}\n{file.Text}"));
}
