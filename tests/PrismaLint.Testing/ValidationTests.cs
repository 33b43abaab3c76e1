using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Validation;

namespace PrismaLint.Testing;

/// <summary>Base of the tests of Prisma's validations: marked text in, the names of the checks at the marks out.</summary>
public abstract class ValidationTests
{
    /// <summary>Validates a schema; a datasource is added in a file of its own unless the schema has one.</summary>
    protected static LintResult Validate(
        string marked, PrismaVersion version = PrismaVersion.Unknown, Provider provider = Provider.PostgreSql) =>
        new(MarkedText.Parse(marked), text => Run(text, version, provider));

    /// <summary>Each mark has one finding of that check, and nothing else is found.</summary>
    protected static void Refuse(
        string detail, string marked, PrismaVersion version = PrismaVersion.Unknown, Provider provider = Provider.PostgreSql)
    {
        var result = Validate(marked, version, provider);
        result.ReportAtTheMarks();
        result.Found.Select(diagnostic => diagnostic.Detail).Distinct().Should().Equal(detail);
        var check = ValidationCatalog.All.Should().ContainSingle(candidate => candidate.Detail == detail).Subject;
        result.Found.Should().OnlyContain(diagnostic => diagnostic.Descriptor == check.Family && diagnostic.Severity == check.Severity);
    }

    protected static void Accept(string text, PrismaVersion version = PrismaVersion.Unknown, Provider provider = Provider.PostgreSql) =>
        Validate(text, version, provider).ReportNothing();

    /// <summary>A model with an id and these lines.</summary>
    protected static string Model(params string[] lines) => "model A {\n  id Int @id\n  " + string.Join("\n  ", lines) + "\n}\n";

    // What is shown: the lines that Prisma refuses by mere consequence have tests of their own.
    private static List<Diagnostic> Run(string text, PrismaVersion version, Provider provider)
    {
        var trees = new List<SyntaxTree> { SyntaxTree.Parse("schema.prisma", text) };
        if (!text.Contains("datasource ", StringComparison.Ordinal))
            trees.Add(SyntaxTree.Parse("zz-datasource.prisma", Datasource(version, provider)));
        return [.. SchemaValidator.Validate(SemanticModel.Create(trees, version)).Where(found => !found.IsConsequence).OrderBy(found => found.Location.Span)];
    }

    private static string Datasource(PrismaVersion version, Provider provider)
    {
        var url = version == PrismaVersion.V7 ? "" : "  url = env(\"DATABASE_URL\")\n";
        return $"datasource db {{\n  provider = \"{ConnectorFacts.Of(provider).ProviderName}\"\n{url}}}\n";
    }
}
