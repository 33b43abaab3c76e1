using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;

namespace PrismaLint.MSBuild.Tests.EndToEnd;

/// <summary>Packs the package once and builds projects that use it, each check with as few builds as will do.</summary>
[Category("EndToEnd")]
[NonParallelizable]
public sealed class PackageTests : IDisposable
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    // A package of the same version is not unpacked again, and its assembly stays loaded in nodes.
    private static readonly string Version = "0.0.1-test." + Guid.NewGuid().ToString("N");

    private readonly TemporaryFolder _root = new();

    [OneTimeSetUp]
    public void Pack()
    {
        var result = DotNet.Run(
            FindRepository(), packages: null,
            "pack", "src/PrismaLint.MSBuild", "--configuration", Configuration, "--output", _root["feed"], "--no-restore",
            "-p:PackageVersion=" + Version, "-tl:off", "--verbosity", "quiet");
        result.ExitCode.Should().Be(0, result.Output);

        // Whatever is above the folder for temporary files must not count.
        _root
            .Write(".editorconfig", "root = true\n")
            .Write("Directory.Build.props", "<Project />")
            .Write("Directory.Build.targets", "<Project />")
            .Write("Directory.Packages.props", "<Project />")
            .Write("nuget.config", $"""
                <configuration>
                  <packageSources>
                    <clear />
                    <add key="feed" value="{_root["feed"]}" />
                    <add key="machine" value="{MachinePackages}" />
                  </packageSources>
                  <packageSourceMapping>
                    <packageSource key="feed"><package pattern="PrismaLint*" /></packageSource>
                    <packageSource key="machine"><package pattern="*" /></packageSource>
                  </packageSourceMapping>
                </configuration>
                """);
    }

    public void Dispose() => _root.Dispose();

    [Test]
    public void The_package_holds_the_task_and_asks_for_nothing()
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(_root["feed"], "*.nupkg").Single());

        package.Entries.Select(entry => entry.FullName).Should().Contain(
        [
            "build/PrismaLint.MSBuild.props",
            "build/PrismaLint.MSBuild.targets",
            "buildMultiTargeting/PrismaLint.MSBuild.props",
            "buildMultiTargeting/PrismaLint.MSBuild.targets",
            "tasks/netstandard2.0/PrismaLint.MSBuild.dll",
            "tasks/netstandard2.0/PrismaLint.dll",
            "tasks/netstandard2.0/Superpower.dll",
            "tasks/net472/PrismaLint.MSBuild.dll",
            "tasks/net472/PrismaLint.dll",
            "tasks/net472/Superpower.dll",
            "tasks/net472/System.Memory.dll",
            "README.md",
            "THIRD-PARTY-NOTICES.txt",
        ]);
        package.Entries.Should().NotContain(entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal));
        package.Entries.Should().NotContain(entry => entry.Name.StartsWith("Microsoft.Build", StringComparison.Ordinal));
        using var reader = new StreamReader(package.GetEntry("PrismaLint.MSBuild.nuspec")?.Open() ?? Stream.Null);
        reader.ReadToEnd().Should().Contain("<developmentDependency>true</developmentDependency>").And.NotContain("<dependency ");
    }

    [Test]
    public void A_project_with_one_framework_gets_the_same_warnings_from_each_build()
    {
        var project = CreateProject("single", "<TargetFramework>net10.0</TargetFramework>");
        var cache = _root["single/obj/single.csproj.prismalint.cache"];

        var first = Build("single");
        first.ExitCode.Should().Be(0, first.Output);
        first.Findings("PL3001").Should().ContainSingle().Which.Should()
            .StartWith($"{_root["single/prisma/schema.prisma"]}(14,3): warning PL3001: ").And.EndWith($" [{project}]");
        Directory.GetFiles(_root["single/bin"], "*", SearchOption.AllDirectories).Select(Path.GetFileName)
            .Should().NotContain(name => name != null && (name.Contains("Prisma", StringComparison.OrdinalIgnoreCase) || name.Contains("Superpower", StringComparison.Ordinal)))
            .And.Contain("single.dll");

        var written = File.GetLastWriteTimeUtc(cache);
        Build("single", "--no-restore").Findings("PL3001").Should().Equal(first.Findings("PL3001"));
        File.GetLastWriteTimeUtc(cache).Should().Be(written);

        var raised = Build("single", "--no-restore", "-warnaserror:PL3001");
        raised.ExitCode.Should().NotBe(0);
        raised.Findings("PL3001").Should().ContainSingle().Which.Should().Contain(": error PL3001: ");

        var designTime = DotNet.Run(_root["single"], _root["packages"], "msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-tl:off", "-v:n");
        designTime.ExitCode.Should().Be(0, designTime.Output);
        designTime.Output.Should().NotContain("PL3001");

        _root.Write("single/.editorconfig", "[*.prisma]\ndotnet_diagnostic.PL3001.severity = error\n");
        Build("single", "--no-restore").Findings("PL3001").Should().ContainSingle().Which.Should().Contain(": error PL3001: ");

        _root.Write("single/known.json", """{ "version": 1, "entries": [ { "rule": "PL3001", "file": "prisma/schema.prisma", "object": "Post.authorId" } ] }""");
        var known = Build("single", "--no-restore", "-p:PrismaLintBaseline=known.json");
        known.ExitCode.Should().Be(0, known.Output);
        known.Output.Should().NotContain("PL3001").And.NotContain("PL0012");

        _root.Write("single/db.json", Samples.Snapshot(isValid: false)).Write("single/prisma/schema.prisma", Samples.Indexed);
        Build("single", "--no-restore", "-p:PrismaLintSnapshot=db.json").Findings("PL8005").Should().ContainSingle().Which.Should()
            .StartWith($"{_root["single/prisma/schema.prisma"]}(17,3): error PL8005: ");

        _root.Write("single/prisma/migrations/1_a/migration.sql", "CREATE TABLE \"User\" (\"id\" UUID PRIMARY KEY);\n")
            .Write("single/prisma/migrations/2_b/migration.sql", "ALTER TABLE \"User\" ADD COLUMN \"age\" INTEGER NOT NULL;\n");
        Build("single", "--no-restore").Findings("PL9003").Should().ContainSingle().Which.Should().StartWith($"{_root["single/prisma/migrations/2_b/migration.sql"]}(1,31): warning PL9003: ");
        Build("single", "--no-restore", "-p:PrismaLintMigrations=off").Findings("PL9003").Should().BeEmpty();

        File.Exists(cache).Should().BeTrue();
        DotNet.Run(_root["single"], _root["packages"], "clean", "-tl:off").ExitCode.Should().Be(0);
        File.Exists(cache).Should().BeFalse();
    }

    [Test]
    public void A_project_with_several_frameworks_is_checked_once_and_its_severity_properties_count()
    {
        CreateProject("multi", "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>");

        var first = Build("multi");
        first.ExitCode.Should().Be(0, first.Output);
        first.Count("PL3001").Should().Be(1, first.Output);

        Build("multi", "--no-restore", "-graph").Count("PL3001").Should().Be(1);

        var one = Build("multi", "--no-restore", "-f", "net10.0", "-p:TreatWarningsAsErrors=true");
        one.ExitCode.Should().NotBe(0);
        one.Findings("PL3001").Should().ContainSingle().Which.Should().Contain(": error PL3001: ");

        var hidden = Build("multi", "--no-restore", "-p:NoWarn=PL3001");
        hidden.ExitCode.Should().Be(0, hidden.Output);
        hidden.Output.Should().NotContain("PL3001");
    }

    // Its layout is that of a feed, and it has the framework packages: this repository was restored into it.
    private static string MachinePackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } path
            ? path
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private string CreateProject(string name, string frameworks)
    {
        _root
            .Write($"{name}/{name}.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>{frameworks}</PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="PrismaLint.MSBuild" Version="{Version}" PrivateAssets="all" />
                  </ItemGroup>
                </Project>
                """)
            .Write($"{name}/Class.cs", "public class Class { }")
            .Write($"{name}/prisma/schema.prisma", Samples.Unindexed)
            .Write($"{name}/node_modules/x/schema.prisma", Samples.Unindexed);
        return _root[$"{name}/{name}.csproj"];
    }

    private DotNetResult Build(string name, params string[] arguments) =>
        DotNet.Run(_root[name], _root["packages"], ["build", "-tl:off", .. arguments]);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PrismaLint.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository");
    }
}
