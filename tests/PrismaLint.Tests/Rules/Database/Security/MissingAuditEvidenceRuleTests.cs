using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Security;

public sealed class MissingAuditEvidenceRuleTests : LiveRuleTests<MissingAuditEvidenceRule>
{
    private const string Schema = """
        datasource [|db|] {
          provider = "postgresql"
        }

        model Patient {
          id        Int    @id
          diagnosis String
        }

        /// Addresses. @pii
        model Contact {
          id Int @id
        }

        model User {
          id       Int    @id
          password String
        }
        """;

    private static readonly string s_unmarked = MarkedText.Parse(Schema).Text;

    [Test]
    public void Suggests_a_trail_once_and_names_the_models()
    {
        var found = Lint(Schema, database => database.Setting("log_connections", "off"))
            .Should().Report("`Patient`, `Contact` hold sensitive data, and nothing in the database shows who changes it: no pgaudit, no audit table or trigger, and `log_connections` is off")
            .And.Found.Single();

        found.Should().BeEquivalentTo(new { Detail = "audit-evidence", Severity = DiagnosticSeverity.Suggestion, IsOperational = true });
        found.Related.Should().HaveCount(2);
    }

    [Test]
    public void Is_content_with_a_trail()
    {
        Judge(database => database.Row(EvidenceSource.Extensions, ("name", "pgaudit"), ("version", "1.7")));
        Judge(database => database.Setting("shared_preload_libraries", "pg_stat_statements,pgaudit"));
        Judge(database => database.Setting("log_statement", "mod"));
        Judge(database => database.AddTable("audit_log"));
        Judge(database => database.AddTable("PatientHistory"));
        Judge(database => database.AddTable("logged_actions", "audit"));
        Judge(database => database.AddTable("activity_logs"));
        Judge(database => database.Table("Patient").Add(EvidenceSource.Triggers, ("name", "audit_patient"), ("enabled", "O")));

        void Judge(Action<SnapshotBuilder> change) => Lint(s_unmarked, change).Should().ReportNothing();
    }

    [Test]
    public void Is_not_content_with_what_only_sounds_so()
    {
        Lint(Schema, database => database.AddTable("login")).Should().ReportAtTheMarks();
        Lint(Schema, database => database.Table("Patient").Add(EvidenceSource.Triggers, ("name", "audit_patient"), ("enabled", "D"))).Should().ReportAtTheMarks();
    }

    [Test]
    public void Leaves_a_schema_without_sensitive_data_alone() =>
        Lint("""
            model User {
              id       Int    @id
              password String
            }
            """, _ => { }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_triggers()
    {
        Lint(s_unmarked, database => database.Without(EvidenceSource.Triggers)).Should().ReportNothing();

        NotJudged.Should().Equal("audit-evidence: the role may not read triggers");
    }
}
