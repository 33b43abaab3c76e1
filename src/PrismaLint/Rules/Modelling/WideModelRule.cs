using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds models with very many columns.</summary>
public sealed class WideModelRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5015", "wide-model")
    {
        Title = "Model with very many columns",
        Message = "`{0}` has {1} columns, more than {2}",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.Full,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            A row is read and written as a whole: each query that does not list its columns fetches all of them, each update
            copies the row (PostgreSQL), and whoever changes one group of columns waits for whoever changes another. Beyond some
            fifty columns a model usually is several: what is always read, what is filled in later, what repeats.

            Parts that are rarely read move to a model of their own with the same key (one-to-one), groups that repeat to rows of
            a child, settings that vary to one `Json` column.
            """,
        Example = new RuleExample(
            Flagged: """
                model Patient {
                  id      Int     @id
                  name    String
                  street  String?
                  city    String?
                  insurer String?
                  policy  String?
                }
                """,
            Clean: """
                model Patient {
                  id        Int        @id
                  name      String
                  address   Address?
                  insurance Insurance?
                }

                model Address {
                  patientId Int     @id
                  patient   Patient @relation(fields: [patientId], references: [id])
                  street    String?
                  city      String?
                }

                model Insurance {
                  patientId Int     @id
                  patient   Patient @relation(fields: [patientId], references: [id])
                  insurer   String?
                  policy    String?
                }
                """)
        {
            Options = new Dictionary<string, string> { ["max_columns"] = "5" },
        },
        WhenNotToUse = "The table is given: a legacy database, an import, a report. Relations are no columns and are not counted.",
    };

    public static readonly RuleOption<int> MaxColumns = RuleOption.Number("max_columns", "How many columns a model may have.", 50, 1);

    public static readonly RuleOption<NameList> IgnoredModels = RuleOption.Names("ignored_models", "Models that may be wide.");

    public override IReadOnlyList<RuleOption> Options => [MaxColumns, IgnoredModels];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var (most, ignored) = (context.Get(MaxColumns), context.Get(IgnoredModels));
        return from model in context.Tables
               where model.Fields.Count > most && !ignored.Contains(model.Name)
               let count = model.Columns.Count()
               where count > most
               select Definition.At(model.Location, model.Name, count, most).On(model.DisplayName);
    }
}
