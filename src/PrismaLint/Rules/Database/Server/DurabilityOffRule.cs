using System.Collections.Generic;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Server;

/// <summary>Finds servers that may lose their data with the power.</summary>
public sealed class DurabilityOffRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8053", "durability-off")
    {
        Title = "Server that loses data with the power",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            `fsync = off` lets the operating system write when it likes, and `full_page_writes = off` lets a page be half old and half new: after a crash of the machine the
            database may be broken beyond repair, and nobody notices at once (PostgreSQL manual, "Write Ahead Log"). Both are for data that can be made anew.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id Int @id
                }
                """,
            Clean: """
                model User {
                  id Int @id
                }
                """)
        {
            // It depends on how the server was started.
            Database = null,
        },
        WhenNotToUse = """
            On servers for tests, and `full_page_writes` on file systems that never write half a page (ZFS).
            """,
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Settings, Definition.Name))
            yield break;
        foreach (var (setting, check) in new[] { ("fsync", "fsync"), ("full_page_writes", "full-page-writes") })
        {
            if (context.Snapshot.FindSetting(setting) == "off")
            {
                yield return context.Report(context.PlaceOfDatabase(setting), check, $"`{setting}` is off: a crash of the machine may break the database beyond repair. `ALTER SYSTEM SET {setting} = on`")
                    with { Severity = DiagnosticSeverity.Error, IsOperational = true };
            }
        }
    }
}
