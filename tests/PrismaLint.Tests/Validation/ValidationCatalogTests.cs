using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Testing;
using PrismaLint.Validation;

namespace PrismaLint.Tests.Validation;

public sealed partial class ValidationCatalogTests
{
    // Tested by methods of their own.
    private static readonly string[] s_elsewhere = ["two-relation-modes", "several-ids", "sequence-argument", "relation-in-composite-type"];

    [Test]
    public void Names_are_unique_and_in_kebab_case()
    {
        ValidationCatalog.All.Select(check => check.Detail).Should().OnlyHaveUniqueItems();
        ValidationCatalog.All.Should().OnlyContain(check => KebabCase().IsMatch(check.Detail));
    }

    [Test]
    public void Summaries_are_one_line_without_a_full_stop() => ValidationCatalog.All
        .Should().OnlyContain(check => check.Summary.Length > 10 && !check.Summary.EndsWith('.') && !check.Summary.Contains('\n'));

    [Test]
    public void Families_are_the_eleven() =>
        ValidationCatalog.All.Select(check => check.Family).Distinct().Should().BeSubsetOf(ValidationDescriptors.All);

    [Test]
    public void Every_check_is_tested()
    {
        var tested = typeof(ValidationCatalogTests).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ValidationTests)))
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<TestCaseAttribute>())
            .Select(test => test.Arguments[0] as string)
            .ToHashSet();
        ValidationCatalog.All
            .Where(check => check.Stage != ValidationStage.Syntax)
            .Select(check => check.Detail)
            .Except(s_elsewhere)
            .Where(detail => !tested.Contains(detail))
            .Should().BeEmpty();
    }

    [Test]
    public void Every_syntax_error_is_listed()
    {
        IEnumerable<string> broken =
        [
            "\uFEFFmodel A {\n}\n", "foo\n", "foo {\n}\n", "model {\n}\n", "model A {\n", "model A {\n  ???\n}\n", "enum E {\n  A = 1\n}\n",
            "generator g {\n  a [\n}\n", "model A {\n  b\n}\n", "model A {\n  b: Int\n}\n", "model A {\n  b Int!\n}\n", "model A {\n  b [Int]\n}\n",
            "model A {\n  b Int[]?\n}\n", "type X = Int\n", "model A {\n  b String @map(\"\\q\\u12\")\n}\n",
            "type T {\n  a Int @id\n  @@index([a])\n}\n", "model A\n{\n}\n", "model A { id Int @id }\n",
        ];
        var listed = ValidationCatalog.All.Where(check => check.Stage == ValidationStage.Syntax).Select(check => check.Detail);
        broken.SelectMany(text => SyntaxTree.Parse("s.prisma", text).Diagnostics)
            .Select(found => found.Detail)
            .Distinct()
            .Should().BeSubsetOf(listed);
    }

    [Test]
    public void Marks_the_block_with_the_error_and_no_other()
    {
        var schema = SemanticModel.Create(SyntaxTree.Parse("s.prisma", "model A {\n  id Int @id\n  b Int @foo\n}\nmodel B {\n  id Int @id\n}\n"));
        SchemaValidator.Validate(schema).Should().NotBeEmpty();
        schema.Models.Select(model => model.HasErrors).Should().Equal(true, false);
    }

    [Test]
    public void Every_syntax_error_of_a_contract_is_listed()
    {
        var listed = ValidationCatalog.All.Where(check => check.Stage == ValidationStage.Syntax).Select(check => check.Detail).ToHashSet();
        Syntax.ContractSyntaxTests.Details.Should().BeSubsetOf(listed);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();
}
