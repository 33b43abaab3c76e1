using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Configuration;
using PrismaLint.Diagnostics;
using PrismaLint.Loading;

namespace PrismaLint.Tests.Loading;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ConfigurationLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Collects_files_up_to_a_root_and_global_ones_beyond_it()
    {
        _folder.With(".editorconfig", "root = true\n").With(".globalconfig", "is_global = true\n")
            .With("a/.editorconfig", "root = true\n[*]\ndotnet_diagnostic.PL0001.severity = none")
            .With("a/b/.editorconfig", "[*]\ndotnet_diagnostic.PL0002.severity = none").With("a/b/schema.prisma").With("c/schema.prisma");
        var loaded = Load("a/b/schema.prisma");
        loaded.Files.Select(file => file.Source.Path).Where(path => !path.StartsWith("..", StringComparison.Ordinal))
            .Should().BeEquivalentTo(".globalconfig", "a/.editorconfig", "a/b/.editorconfig");
        Severity(loaded, "PL0001", "a/b/schema.prisma").Should().Be(DiagnosticSeverity.None);
        Severity(loaded, "PL0002", "a/b/schema.prisma").Should().Be(DiagnosticSeverity.None);

        var both = Load("a/b/schema.prisma", "c/schema.prisma");
        both.Files.Select(file => file.Source.Path).Should().Contain([".editorconfig", "a/.editorconfig"]);
        Severity(both, "PL0001", "c/schema.prisma").Should().Be(DiagnosticSeverity.Error);
    }

    [Test]
    public void Files_above_the_working_folder_count()
    {
        _folder.With(".editorconfig", "root = true\n[*.prisma]\ndotnet_diagnostic.PL0001.severity = none\nprismalint.nothing = 1").With("a/b/schema.prisma");
        var loaded = ConfigurationLoader.Load(SchemaLoader.Load(["schema.prisma"], _folder.Full("a/b")).Schemas, null, _folder.Full("a/b"));
        Severity(loaded, "PL0001", "schema.prisma").Should().Be(DiagnosticSeverity.None);
        loaded.Diagnostics.Single().Location.Path.Should().Be("../../.editorconfig");
    }

    [Test]
    public void Named_files_win_the_last_one_first()
    {
        _folder.With("schema.prisma").With(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.PL0001.severity = none")
            .With("ci/one.editorconfig", "[*]\ndotnet_diagnostic.PL0001.severity = silent").With("ci/two.editorconfig", "[*]\ndotnet_diagnostic.PL0001.severity = warning");
        var schemas = SchemaLoader.Load(["schema.prisma"], _folder.Path).Schemas;
        Severity(ConfigurationLoader.Load(schemas, ["ci/one.editorconfig", "ci/two.editorconfig"], _folder.Path), "PL0001", "schema.prisma").Should().Be(DiagnosticSeverity.Warning);
        Severity(ConfigurationLoader.Load(schemas, ["ci/two.editorconfig", "ci/one.editorconfig"], _folder.Path), "PL0001", "schema.prisma").Should().Be(DiagnosticSeverity.Silent);
    }

    [Test]
    public void A_named_file_that_is_missing_is_an_error_and_no_exception()
    {
        var loaded = ConfigurationLoader.Load([], ["gone.editorconfig"], _folder.Path);
        var found = loaded.Diagnostics.Single();
        (found.Id, found.Severity, found.Message).Should().Be(("PL0014", DiagnosticSeverity.Error, "`gone.editorconfig` does not exist"));
    }

    private LintConfiguration Load(params string[] schemas) => ConfigurationLoader.Load(SchemaLoader.Load(schemas, _folder.Path).Schemas, null, _folder.Path);

    private static DiagnosticSeverity Severity(LintConfiguration configuration, string id, string path)
    {
        var descriptor = DiagnosticCatalog.All.Single(descriptor => descriptor.Id == id);
        return configuration.GetSeverity(path, descriptor, descriptor.DefaultSeverity);
    }
}
