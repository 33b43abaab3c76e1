using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Rules.Database.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Security;

public sealed class OutdatedExtensionRuleTests : LiveRuleTests<OutdatedExtensionRule>
{
    internal const string Schema = """
        generator client {
          provider        = "prisma-client-js"
          previewFeatures = ["postgresqlExtensions"]
        }

        datasource db {
          provider   = "postgresql"
          extensions = [pgcrypto, [|uuidOssp(map: "uuid-ossp")|]]
        }

        model Note {
          id Int @id
        }
        """;

    internal static readonly string Unmarked = MarkedText.Parse(Schema).Text;

    [Test]
    public void Reports_an_old_extension_where_it_is_declared() =>
        Lint(Schema, Installed("uuid-ossp", "1.0", "1.1"))
        .Should().Report("the extension `uuid-ossp` is at 1.0, and the server has 1.1. `ALTER EXTENSION \"uuid-ossp\" UPDATE`")
        .And.Found.Single().Should().BeEquivalentTo(new { Severity = DiagnosticSeverity.Suggestion, Object = "uuid-ossp", IsOperational = false });

    [Test]
    public void Finds_an_extension_by_its_own_name() =>
        Lint(Schema.Replace("[pgcrypto, [|uuidOssp(map: \"uuid-ossp\")|]]", "[[|pgcrypto|]]", StringComparison.Ordinal), Installed("pgcrypto", "1.2", "1.3")).Should().ReportAtTheMarks();

    [Test]
    public void Reports_one_that_is_not_declared_at_the_list_or_the_datasource()
    {
        Lint(Schema.Replace("extensions = [pgcrypto, [|uuidOssp(map: \"uuid-ossp\")|]]", "[|extensions = [pgcrypto]|]", StringComparison.Ordinal), Installed("citext", "1.5", "1.6")).Should().ReportAtTheMarks();
        Lint("""
            datasource [|db|] {
              provider = "postgresql"
            }

            model Note {
              id Int @id
            }
            """, Installed("citext", "1.5", "1.6")).Should().ReportAtTheMarks();
    }

    [TestCase("1.6", "1.6")]
    [TestCase("1.10", "1.9")]
    [TestCase("3.4.2", "3.4")]
    [TestCase("1.6", null)]
    [TestCase("unpackaged", "1.6")]
    public void Leaves_one_alone_that_is_as_new_newer_or_beyond_comparison(string installed, string? available) =>
        Lint(Unmarked, Installed("citext", installed, available)).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_extensions()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Extensions)).Should().ReportNothing();

        NotJudged.Should().Equal("outdated-extension: the role may not read extensions");
    }

    internal static Action<SnapshotBuilder> Installed(string name, string version, string? available, string schema = "public") => database =>
        database.Row(EvidenceSource.Extensions, ("name", name), ("version", version), ("schema", schema), ("default_version", available));
}

public sealed class ExtensionInPublicRuleTests : LiveRuleTests<ExtensionInPublicRule>
{
    [Test]
    public void Reports_an_extension_among_the_applications_tables() =>
        Lint(OutdatedExtensionRuleTests.Schema, OutdatedExtensionRuleTests.Installed("uuid-ossp", "1.1", "1.1"))
        .Should().Report("the objects of the extension `uuid-ossp` lie in `public`. `ALTER EXTENSION \"uuid-ossp\" SET SCHEMA extensions`");

    [Test]
    public void Leaves_one_in_a_schema_of_its_own_alone() =>
        Lint(OutdatedExtensionRuleTests.Unmarked, OutdatedExtensionRuleTests.Installed("uuid-ossp", "1.1", "1.1", "extensions")).Should().ReportNothing();

    [Test]
    public void Is_off_unless_asked_for() => ExtensionInPublicRule.Definition.Preset.Should().Be(RulePreset.All);

    [Test]
    public void Says_that_nothing_is_known_without_the_extensions()
    {
        Lint(OutdatedExtensionRuleTests.Unmarked, database => database.Without(EvidenceSource.Extensions)).Should().ReportNothing();

        NotJudged.Should().Equal("extension-in-public: the role may not read extensions");
    }
}
