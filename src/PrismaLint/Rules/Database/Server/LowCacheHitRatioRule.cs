using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Server;

/// <summary>Finds databases that read much from disk.</summary>
public sealed class LowCacheHitRatioRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8061", "low-cache-hit-ratio")
    {
        Title = "Much is read from disk",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            Pages that are not among the shared buffers come from the operating system's cache or from disk. A database that answers requests finds 99 % and more of them there;
            one that finds fewer has too little memory, or statements that read whole tables. Judged are the tables and their indexes, each over at least one million requests and
            one day: after a start everything comes from disk.
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
            // It takes a million requests.
            Database = null,
        },
    };

    public static readonly RuleOption<int> MinimumPercent = RuleOption.Number("min_percent", "Percent of the pages that must be found.", 99);

    public static readonly RuleOption<int> MinimumRequests = RuleOption.Number("min_requests", "Pages that must have been asked for before anything is said.", 1_000_000);

    public override IReadOnlyList<RuleOption> Options => [MinimumPercent, MinimumRequests];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.TableStatistics, "cache-hit") || !context.CoversDays(1, "cache-hit"))
            yield break;
        TableStatistics[] tables = [.. context.Snapshot.Tables.Select(table => table.Statistics).OfType<TableStatistics>()];
        foreach (var diagnostic in new[] { Judge("cache-hit", "tables", tables.Sum(table => table.HeapBlocksHit), tables.Sum(table => table.HeapBlocksRead)), Judge("index-hit", "indexes", tables.Sum(table => table.IndexBlocksHit), tables.Sum(table => table.IndexBlocksRead)) })
        {
            if (diagnostic is not null)
                yield return diagnostic;
        }

        Diagnostic? Judge(string check, string what, long hits, long reads)
        {
            var requests = hits + reads;
            var ratio = requests == 0 ? 1 : (double)hits / requests;
            if (requests < context.Get(MinimumRequests))
            {
                context.Note(check, $"{Figures.Count(requests, "page")} of {what} {Figures.Verb(requests, "was", "were")} asked for, and it needs {Figures.Count(context.Get(MinimumRequests))}", "wait");
                return null;
            }
            return ratio * 100 >= context.Get(MinimumPercent)
                ? null
                : context.Report(
                    context.PlaceOfDatabase("shared_buffers"),
                    check,
                    $"{Figures.Percent(ratio)} of {Figures.Count(requests, "page")} of {what} were found among the shared buffers, less than {context.Get(MinimumPercent)} %: "
                        + "look at the statements that read most, then at `shared_buffers`") with { Severity = DiagnosticSeverity.Suggestion, IsOperational = true };
        }
    }
}
