using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Validation;

namespace PrismaLint.Tests.Rules;

/// <summary>A rule that says that it judges models one by one must find the same whether it sees them together or in parts.</summary>
public sealed partial class PartsTests
{
    private static readonly Lazy<RuleContext> s_whole = new(() =>
    {
        var schema = SemanticModel.Create(SyntaxTree.Parse("schema.prisma", ManyModels()));
        SchemaValidator.Validate(schema).Where(found => found.Severity == PrismaLint.Diagnostics.DiagnosticSeverity.Error)
            .Select(found => found.Message).Should().BeEmpty();
        return new RuleContext(schema);
    });

    private static IEnumerable<Rule> LocalRules => RuleCatalog.All.Where(rule => rule.JudgesModelsOneByOne);

    [TestCaseSource(nameof(LocalRules))]
    public void Finds_the_same_in_parts(Rule rule)
    {
        string[] Found(IEnumerable<RuleContext> contexts) =>
            [.. contexts.SelectMany(rule.Analyze).Select(found => $"{found.Location} {found.Message}").Order(StringComparer.Ordinal)];

        Found(s_whole.Value.InParts(7)).Should().Equal(Found([s_whole.Value]));
    }

    [Test]
    public void The_schema_gives_the_rules_something_to_find()
    {
        var withFindings = LocalRules.Count(rule => rule.Analyze(s_whole.Value).Any());
        withFindings.Should().BeGreaterThan(8);
        s_whole.Value.Models.Count.Should().BeGreaterThan(150);
        s_whole.Value.InParts(7).Sum(part => part.Models.Count).Should().Be(s_whole.Value.Models.Count);
    }

    // The sample ten times over, with the models renamed.
    private static string ManyModels()
    {
        var sample = File.ReadAllText(Path.Combine(ArchitectureTests.Repository(), "samples", "Storefront", "prisma", "schema.prisma"));
        var firstModel = sample.IndexOf("/// A merchant", StringComparison.Ordinal);
        firstModel.Should().BePositive();
        var models = sample[firstModel..];
        var names = ModelNames().Matches(models).Select(match => match.Groups[1].Value).ToArray();
        var word = new Regex($@"(?<![\w""@])({string.Join('|', names)})(?!\w)");
        return sample[..firstModel] + string.Concat("ABCDEFGHIJ".Select(letter =>
            TableNames().Replace(word.Replace(models, "$1" + letter), "@@map(\"$1" + letter + "\")")));
    }

    [GeneratedRegex(@"^model (\w+)", RegexOptions.Multiline)]
    private static partial Regex ModelNames();

    [GeneratedRegex("""@@map\("(\w+)"\)""")]
    private static partial Regex TableNames();
}
