using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Configuration;
using PrismaLint.Loading;

namespace PrismaLint.Tests.Loading;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PrismaLintFinderTests : IDisposable
{
    private const string Rules = """{ "rules": { "model-name-pascal-case": "error" } }""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestCase(".prismalintrc")]
    [TestCase(".prismalintrc.json")]
    [TestCase(".prismalintrc.yaml")]
    [TestCase(".prismalintrc.yml")]
    [TestCase(".config/prismalintrc")]
    [TestCase(".config/prismalintrc.json")]
    [TestCase(".config/prismalintrc.yaml")]
    [TestCase(".config/prismalintrc.yml")]
    public void Finds_a_file_in_the_schemas_folder_and_above(string name)
    {
        _folder.With("a/" + name, Rules).With("a/schema.prisma").With("a/b/c/schema.prisma").With("d/schema.prisma");
        Found("a/schema.prisma").Should().Equal("a/" + name);
        Found("a/b/c/schema.prisma").Should().Equal("a/" + name);
        Found("d/schema.prisma").Should().BeEmpty();
        Load("a/b/c/schema.prisma").HasPrismaLintRules("a/b/c/schema.prisma").Should().BeTrue();
    }

    [Test]
    public void Takes_the_first_place_that_holds_something()
    {
        _folder.With("schema.prisma").With("package.json", """{ "name": "x" }""").With(".prismalintrc", " \n").With(".prismalintrc.yaml", Rules).With(".prismalintrc.js", "module.exports = {}");
        Found("schema.prisma").Should().Equal(".prismalintrc.yaml");
        _folder.With("package.json", $$"""{ "name": "x", "prismalint": {{Rules}} }""");
        Found("schema.prisma").Should().Equal("package.json");
    }

    [TestCase(".prismalintrc.js")]
    [TestCase(".prismalintrc.cjs")]
    [TestCase("prismalint.config.mjs")]
    [TestCase(".config/prismalintrc.ts")]
    public void Names_a_program_and_looks_no_further(string name)
    {
        _folder.With("a/schema.prisma").With("a/" + name, "throw 1").With(".prismalintrc.json", Rules);
        var loaded = Load("a/schema.prisma");
        loaded.Files.Select(file => file.Source.Path).Should().Equal("a/" + name);
        loaded.Diagnostics.Single().Message.Should().StartWith("This configuration of prisma-lint is a program, which is not run");
    }

    [Test]
    public void A_named_file_takes_the_place_of_those_found()
    {
        _folder.With("schema.prisma").With(".prismalintrc.json", Rules).With("ci/rules.json", """{ "rules": {} }""").With("ci/rules.js", "throw 1");
        Load(["ci/rules.json"], "schema.prisma").Files.Select(file => file.Source.Path).Should().Equal("ci/rules.json");
        Load(["ci/rules.js"], "schema.prisma").Diagnostics.Single().Id.Should().Be("PL0012");
        Load(["ci/gone.json"], "schema.prisma").Diagnostics.Single().Id.Should().Be("PL0014");
    }

    private string[] Found(string schema) => [.. Load(schema).Files.Select(file => file.Source.Path).Where(path => !path.EndsWith("config", StringComparison.Ordinal))];

    private LintConfiguration Load(string schema) => Load([], schema);

    private LintConfiguration Load(string[] files, string schema) =>
        ConfigurationLoader.Load(SchemaLoader.Load([schema], _folder.Path).Schemas, files, _folder.Path);
}
