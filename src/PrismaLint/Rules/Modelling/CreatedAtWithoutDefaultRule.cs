using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds moments of creation that each insert has to bring along.</summary>
public sealed class CreatedAtWithoutDefaultRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5009", "created-at-without-default")
    {
        Title = "Moment of creation without a default",
        Message = "`{0}`{1} no default: each insert must bring the moment of creation along",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.Full,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            With `@default(now())` the moment comes from one clock and cannot be forgotten, whoever writes the row. Without it,
            each place in the code sets it, each from the clock of its machine.

            Where hardly any such field of the schema has a default, the code sets them all: that is one finding.
            """,
        Example = new RuleExample(
            Flagged: """
                model Post {
                  id        Int      @id
                  createdAt DateTime
                }
                """,
            Clean: """
                model Post {
                  id        Int      @id
                  createdAt DateTime @default(now())
                }
                """),
        WhenNotToUse = "Rows are copies, and the moment is that of the original.",
        Fix = "Safe: adds `@default(now())`. What the code sets stays set.",
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var moments = context.Tables.Where(model => !FrameworkModels.Owns(model)).SelectMany(model => model.Fields)
            .Where(column => column is { Scalar: ScalarType.DateTime, IsRequired: true, IsUpdatedAt: false, IsIgnored: false }
                && AuditNames.IsCreation(column.Name))
            .ToArray();
        var columns = moments.Where(column => column.Default is null).ToArray();
        return from columnsOfFinding in Habit.Group(columns, isHabit: columns.Length * 5 >= moments.Length * 4)
               let first = columnsOfFinding[0]
               select Definition
                   .At(first.Location, first.DisplayName, Habit.Have(columnsOfFinding))
                   .On(first.DisplayName)
                   .WithFix(AddDefault(context, columnsOfFinding));
    }

    // Contracts for MongoDB have no `@default`.
    private static CodeFix? AddDefault(RuleContext context, IReadOnlyList<FieldSymbol> columns) =>
        context.Schema.IsContract && context.Provider != Provider.PostgreSql
            ? null
            : CodeFix.Safe(
                Habit.Title("Add `@default(now())`", columns),
                [.. columns.Select(column => SchemaEdits.AppendAttribute(column, "@default(now())"))]);
}
