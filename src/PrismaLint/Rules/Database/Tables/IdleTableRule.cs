using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds tables that nobody reads or writes.</summary>
public sealed class IdleTableRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8030", "idle-table")
    {
        Title = "Table that nobody uses",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            Neither a scan nor a write since the statistics began, over 30 days at least: a feature that went, a table that somebody forgot.
            It costs little, but it is in every dump, and who reads the schema takes it for alive.
            """,
        Example = new RuleExample(
            Flagged: """
                model Used {
                  id Int @id
                }

                model Coupon {
                  id Int @id
                }
                """,
            Clean: """
                model Used {
                  id Int @id
                }
                """)
        {
            Database = """
                CREATE TABLE "Used" (id integer PRIMARY KEY);
                CREATE TABLE "Coupon" (id integer PRIMARY KEY);
                INSERT INTO "Used" VALUES (1);
                """,
            Repair = """
                DROP TABLE "Coupon";
                """,
            Options = new Dictionary<string, string> { ["min_days"] = "0" },
        },
        WhenNotToUse = "Counters are per node: a replica may read it. Where most tables are idle the whole database is, which is said once.",
    };

    private const double Days = 30;

    // More idle tables than this, and more than half: nobody uses the database.
    private const int Many = 5;

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.TableStatistics, Definition.Name) || !context.CoversDays(Days, Definition.Name))
            yield break;
        DatabaseTable[] all = [.. context.UserTables.Where(table => TableFacts.IsIdle(table) is not null)];
        var idle = Array.FindAll(all, table => TableFacts.IsIdle(table) == true);
        var since = context.Snapshot.StatisticsDays is { } days and >= 1 ? $" in {Figures.Count(Math.Floor(days), "day")}" : "";
        var node = context.Snapshot.Server.IsStandby ? " on this standby" : "";
        if (idle.Length > Many && idle.Length * 2 > all.Length)
        {
            yield return context.Report(
                context.PlaceOfDatabase("database"), Definition.Name, $"{Figures.Count(idle.Length)} of {Figures.Count(all.Length, "table")} were neither read nor written{since}{node}: this may not be the database that is in use");
            yield break;
        }
        foreach (var table in idle)
            yield return context.Report(context.PlaceOf(table), Definition.Name, $"`{table.QualifiedName}` was neither read nor written{since}{node}" + (table.Rows is > 0 and var rows ? $" and holds {Figures.Count(rows, "row")}" : ""));
    }
}
