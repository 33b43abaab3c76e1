using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds tables with very many columns.</summary>
public sealed class WideTableLiveRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8026", "wide-table-live")
    {
        Title = "Table with very many columns",
        Category = DiagnosticCategory.Database,
        Preset = RulePreset.Recommended,
        Rationale = """
            A row is read and copied as a whole: each update writes all of it anew, and each query that lists no columns fetches all of
            them. The database may have columns that the schema does not know. A suggestion from `max_columns` on, a warning beyond
            `too_many_columns`.
            """,
        Example = new RuleExample(
            Flagged: """
                model Patient {
                  id   Int    @id
                  name String
                }
                """,
            Clean: """
                model Patient {
                  id   Int    @id
                  name String
                }
                """)
        {
            Database = """
                CREATE TABLE "Patient" (id integer PRIMARY KEY, name text NOT NULL, street text, city text);
                """,
            Repair = """
                ALTER TABLE "Patient" DROP COLUMN street;
                """,
            Options = new Dictionary<string, string> { ["PL8026.max_columns"] = "3" },
        },
        WhenNotToUse = "The table is given: an import, a report. Views are not reported. Where PL5015 says the same of the model, this finding takes its place.",
    };

    public static readonly RuleOption<int> MaxColumns = RuleOption.Number("max_columns", "How many columns a table may have.", 40, 1);

    public static readonly RuleOption<int> TooManyColumns = RuleOption.Number("too_many_columns", "More columns than this are a warning.", 100, 1);

    public override IReadOnlyList<RuleOption> Options => [MaxColumns, TooManyColumns];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Columns, Definition.Name))
            yield break;
        foreach (var table in context.UserTables.Where(table => table.Columns.Count > context.Get(MaxColumns)))
        {
            var unknown = context.Map.ModelOf(table) is null ? 0 : table.Columns.Count(column => context.Map.FieldOf(column) is null);
            yield return context.Report(
                context.PlaceOf(table),
                "wide-table",
                $"`{table.QualifiedName}` has {Figures.Count(table.Columns.Count, "column")}, more than {Figures.Count(context.Get(MaxColumns))}" + (unknown > 0 ? $"; the schema does not know {Figures.Count(unknown)} of them" : ""))
                with
                {
                    Severity = table.Columns.Count > context.Get(TooManyColumns) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Suggestion,
                    Supersedes = ["PL5015"],
                };
        }
    }
}
