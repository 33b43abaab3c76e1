using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Tests.Planning.Changes;

public sealed class StorageChangesTests
{
    private const string Link = """
        model Link {
          id     Int @id
          clicks Int @default(0)
        }
        """;

    [Test]
    public void Unknown_rows_make_a_condition()
    {
        var change = Change(new PlanCase(Link));

        change.Condition.Should().Be("it has more than 100,000 rows, or a fifth of them is dead when vacuum comes");
        change.Reason.Should().Be("Of `Link`: `clicks` counts");
        var step = change.Steps.Single();
        step.Sql.Should().EndWith("""ALTER TABLE "Link" SET (fillfactor = 85, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0.02);""");
        step.Rollback.Should().EndWith("""ALTER TABLE "Link" RESET (fillfactor, autovacuum_vacuum_threshold, autovacuum_vacuum_scale_factor);""");
        step.Verification.Should().Be("""SELECT reloptions @> ARRAY['fillfactor=85', 'autovacuum_vacuum_threshold=1000', 'autovacuum_vacuum_scale_factor=0.02'] FROM pg_class WHERE oid = '"Link"'::regclass;""");
    }

    [Test]
    public void Many_rows_make_the_factor_smaller_and_no_condition()
    {
        var change = Change(new PlanCase(Link) { Inputs = Rows("Link", 5_000_000) });

        change.Condition.Should().BeNull();
        change.Steps.Single().Sql.Should().Contain("autovacuum_vacuum_scale_factor = 0.01)");
    }

    [Test]
    public void Few_rows_need_nothing() => Changes(new PlanCase(Link) { Inputs = Rows("Link", 5000) }).Should().BeEmpty();

    [Test]
    public void An_indexed_column_leaves_no_use_for_room_on_the_page()
    {
        Change(new PlanCase("""
            model Link {
              id     Int @id
              clicks Int @default(0)

              @@index([clicks])
            }
            """)).Steps.Single().Sql.Should().NotContain("fillfactor");
    }

    [Test]
    public void A_status_alone_is_no_reason_where_rows_are_unknown()
    {
        Changes(new PlanCase("""
            model Order {
              id     Int    @id
              status String
            }
            """)).Should().BeEmpty();
    }

    [Test]
    public void A_log_counts_new_rows()
    {
        var change = Change(new PlanCase("""
            model AuditLog {
              id        Int      @id
              createdAt DateTime @default(now())
            }
            """) { Inputs = Rows("AuditLog", 50_000_000) });

        change.Steps.Single().Sql.Should().Contain("autovacuum_vacuum_insert_scale_factor = 0.01)");
    }

    [Test]
    public void What_is_set_already_stays()
    {
        Changes(new PlanCase(Link) { Database = database => database.Table("Link").Set("options", new[] { "fillfactor=70", "autovacuum_vacuum_scale_factor=0.1" }) }).Should().BeEmpty();
    }

    private static PlanChange Change(PlanCase plan) => Changes(plan).Single();

    private static IEnumerable<PlanChange> Changes(PlanCase plan) => plan.Context().Changes.Where(change => change.Kind == PlanChangeKind.Storage);

    private static PlanInputs Rows(string model, double rows) => PlanInputs.None with { Volumes = new Dictionary<string, ModelVolume> { [model] = new(rows, null) } };
}
