using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database.Statements;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Statements;

/// <summary>Finds statements that are slow, or take much of the server's time.</summary>
public sealed class SlowStatementRule() : LiveRule(Definition)
{
    public const string Check = "slow-statement";

    public static readonly RuleDescriptor Definition = new("PL8058", "slow-statement")
    {
        Title = "Statement that takes much time",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Preset = RulePreset.Recommended,
        Rationale = """
            pg_stat_statements adds up what statements of one form cost. Reported are those that take 100 ms and more on the average in
            100 calls and more, and, as a suggestion, those that take 10 % and more of the time of all statements and 1 ms and more each. The message
            names the form in the words of the client; values and texts are not shown. A deviation far above the average means that some values are
            much slower than others.
            """,
        Example = new RuleExample(
            Flagged: """
                model Report {
                  id   Int    @id
                  kind String
                }
                """,
            Clean: """
                model Report {
                  id   Int    @id
                  kind String
                }
                """)
        {
            // It takes a server that loads pg_stat_statements when it starts, and traffic.
            Database = null,
        },
        WhenNotToUse = "Reports and jobs that may take their time: raise `min_mean`.",
    };

    public static readonly RuleOption<int> MinimumMean = RuleOption.Number("min_mean", "Milliseconds on the average from which on a statement is slow.", 100, minimum: 1);

    public static readonly RuleOption<int> MinimumCalls = RuleOption.Number("min_calls", "Calls from which on it is reported.", 100, minimum: 1);

    public static readonly RuleOption<int> MinimumShare = RuleOption.Number("min_share", "Percent of the time of all statements from which on a statement is reported whatever its average.", 10, minimum: 1);

    public override IReadOnlyList<RuleOption> Options => [MinimumMean, MinimumCalls, MinimumShare];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (StatementEvidence.Find(context, Check) is not { } workload)
            yield break;
        foreach (var statement in workload.Statements)
        {
            if (!StatementEvidence.IsKnown(context, statement.Shape.Table) || statement.Shape.Table is not { } table || context.Map.ModelOf(table) is not { } model)
                continue;
            var share = workload.ShareOfTime(statement);
            var isSlow = statement.MeanTime >= context.Get(MinimumMean) && statement.Calls >= context.Get(MinimumCalls);
            // A migration that fills a column takes long once; a loop of fast statements is another rule's business.
            var isCostly = share * 100 >= context.Get(MinimumShare) && statement is { Calls: >= 20, MeanTime: >= 1 } && !statement.Shape.IsLookup;
            if (!isSlow && !isCostly)
                continue;
            var diagnostic = context.Report(
                LiveContext.PlaceOf(model),
                Check,
                $"`{StatementText.Of(context, statement.Shape)}` takes {Figures.Milliseconds(statement.MeanTime)} on the average and {Figures.Milliseconds(statement.MaximumTime)} at most in {Figures.Count(statement.Calls, "call")}"
                    + $"{StatementEvidence.Window(context)}, {Figures.Percent(share)} of the time of all statements; {Figures.Real(statement.RowsPerCall)} rows each{StatementEvidence.Caveat(context)}")
                with { Severity = isSlow ? DiagnosticSeverity.Warning : DiagnosticSeverity.Suggestion };
            foreach (var field in statement.Shape.Filters.Select(filter => context.Map.FieldOf(table, filter.Column.Name)).Distinct().OfType<Semantics.FieldSymbol>().Take(3))
                diagnostic = diagnostic.WithRelated(field.Location, $"it asks for `{field.Name}`");
            yield return diagnostic;
        }
    }
}
