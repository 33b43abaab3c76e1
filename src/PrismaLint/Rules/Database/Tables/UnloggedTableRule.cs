using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds tables of models whose rows do not survive a crash.</summary>
public sealed class UnloggedTableRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8027", "unlogged-table")
    {
        Title = "Table that a crash empties",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            An unlogged table is written without the log: after a crash or an immediate shutdown the server empties it, and a replica never
            has its rows (manual, CREATE TABLE, "UNLOGGED"). That is right for a cache, and fatal for what an application believes to be
            stored. Prisma's diff does not see the difference.
            """,
        Example = new RuleExample(
            Flagged: """
                model Order {
                  id Int @id
                }
                """,
            Clean: """
                model Order {
                  id Int @id
                }
                """)
        {
            Database = """
                CREATE UNLOGGED TABLE "Order" (id integer PRIMARY KEY);
                """,
            Repair = """
                ALTER TABLE "Order" SET LOGGED;
                """,
        },
        WhenNotToUse = "The model is a cache. Tables that no model and no join table stands for are somebody else's affair and not reported.",
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Relations, Definition.Name))
            return [];
        return from table in TableFacts.Stored(context)
               where table.IsUnlogged
               group table by TableFacts.Root(table) into tables
               where context.Map.ModelOf(tables.Key) is not null || context.Map.RelationOf(tables.Key) is not null
               let first = tables.First()
               select context.Report(
                   context.PlaceOf(tables.Key),
                   Definition.Name,
                   $"`{first.QualifiedName}` is unlogged: a crash empties it, and no replica has it: `ALTER TABLE {SqlNames.Quote(first)} SET LOGGED`");
    }
}
