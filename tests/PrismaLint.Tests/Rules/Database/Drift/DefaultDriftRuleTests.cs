using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class DefaultDriftRuleTests : LiveRuleTests<DefaultDriftRule>
{
    private const string Unmarked = """
        model T {
          id      Int      @id @default(autoincrement())
          number  Int      @default(0)
          flag    Boolean  @default(true)
          text    String   @default("it's")
          role    Role     @default(B)
          json    Json     @default("{\"b\": 1, \"a\": [2]}")
          list    String[] @default(["x", "y"])
          made    String   @default(uuid())
          at      DateTime @default(now())
          day     DateTime @default("2020-01-01T00:00:00Z")
          updated DateTime @updatedAt
          sum     Int      @default(dbgenerated("1+1"))
          free    Int
        }

        enum Role {
          A
          B @map("b b")
        }
        """;

    [TestCase("number", null, DiagnosticSeverity.Error)]
    [TestCase("number", "1", DiagnosticSeverity.Warning)]
    [TestCase("flag", "false", DiagnosticSeverity.Warning)]
    [TestCase("text", "'its'::text", DiagnosticSeverity.Warning)]
    [TestCase("role", "'A'::\"Role\"", DiagnosticSeverity.Warning)]
    [TestCase("json", "'{\"a\": [2]}'::jsonb", DiagnosticSeverity.Warning)]
    [TestCase("list", "ARRAY['x'::text]", DiagnosticSeverity.Warning)]
    [TestCase("id", null, DiagnosticSeverity.Error)]
    [TestCase("id", "7", DiagnosticSeverity.Error)]
    [TestCase("at", "'2020-01-01 00:00:00'::timestamp without time zone", DiagnosticSeverity.Warning)]
    [TestCase("at", "(now() AT TIME ZONE 'utc'::text)", DiagnosticSeverity.Suggestion)]
    [TestCase("day", "'2020-01-02 00:00:00'::timestamp without time zone", DiagnosticSeverity.Warning)]
    [TestCase("made", "gen_random_uuid()", DiagnosticSeverity.Suggestion)]
    [TestCase("updated", "CURRENT_TIMESTAMP", DiagnosticSeverity.Suggestion)]
    [TestCase("free", "5", DiagnosticSeverity.Suggestion)]
    [TestCase("sum", "(1 + 2)", DiagnosticSeverity.Suggestion)]
    [TestCase("sum", null, DiagnosticSeverity.Error)]
    public void Rates_a_default_by_what_happens(string column, string? sql, DiagnosticSeverity severity)
    {
        var found = Lint(Unmarked, database => database.Table("T").SetColumn(column, "def", sql)).Found;

        var one = found.Should().ContainSingle().Which;
        one.Severity.Should().Be(severity);
        one.Object.Should().Be("T." + column);
    }

    [TestCase("number", "'0'::integer")]
    [TestCase("flag", "true")]
    [TestCase("json", "'{\"a\": [2], \"b\": 1}'::jsonb")]
    [TestCase("list", "'{x,y}'::text[]")]
    [TestCase("at", "now()")]
    [TestCase("at", "transaction_timestamp()")]
    [TestCase("at", "CURRENT_TIMESTAMP(3)")]
    [TestCase("at", "LOCALTIMESTAMP")]
    [TestCase("day", "'2020-01-01 00:00:00'::timestamp without time zone")]
    [TestCase("sum", "(1 + 1)")]
    [TestCase("id", "nextval('other_seq'::regclass)")]
    [TestCase("free", "NULL::integer")]
    public void Takes_spellings_for_equal(string column, string sql) =>
        Lint(Unmarked, database => database.Table("T").SetColumn(column, "def", sql)).Should().ReportNothing();

    [TestCase("a")]
    [TestCase("d")]
    public void Takes_an_identity_for_a_serial(string identity) =>
        Lint(Unmarked, database => database.Table("T").SetColumn("id", "def", null).SetColumn("id", "ident", identity)).Should().ReportNothing();

    [Test]
    public void Points_at_the_default() =>
        Lint("""
            model T {
              id Int @id
              n  Int [|@default(0)|]
            }
            """, database => database.Table("T").SetColumn("n", "def", null))
        .Should().Report("`public.T.n` has no default in the database: a row that leaves it out is refused, and not `0`");

    [Test]
    public void Leaves_computed_columns_to_their_rule() =>
        Lint(Unmarked, database => database.Table("T").SetColumn("free", "gen", "s").SetColumn("free", "def", "(number * 2)")).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_columns()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Columns)).Should().ReportNothing();

        NotJudged.Should().Equal("default-drift: the role may not read columns");
    }
}
