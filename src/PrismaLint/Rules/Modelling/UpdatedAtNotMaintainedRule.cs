using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds moments of the last change that nobody keeps up to date.</summary>
public sealed class UpdatedAtNotMaintainedRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5008", "updated-at-not-maintained")
    {
        Title = "Moment of the last change that Prisma does not keep",
        Message = "`{0}`{1} no `{2}`: updates leave the moment as it is",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            Without `@updatedAt` the field changes only where the code sets it, each time. With `@default(now())` alone it holds
            the moment of creation for ever. A default in the database beside `@updatedAt` is good: other writers need it.

            Where no field of the schema has `@updatedAt`, somebody else keeps these moments, or nobody: that is one finding.
            """,
        Example = new RuleExample(
            Flagged: """
                model Post {
                  id        Int      @id
                  updatedAt DateTime @default(now())
                }
                """,
            Clean: """
                model Post {
                  id        Int      @id
                  updatedAt DateTime @default(now()) @updatedAt
                }
                """),
        WhenNotToUse = """
            A trigger keeps the field, or it holds the moment of another system: say so in a documentation comment with the word
            trigger, raw, external, sync or import, and it is not reported.
            """,
        Fix = "Safe: adds `@updatedAt`; the client then sets the field with each write. The database does not change.",
    };

    private static readonly string[] s_keptElsewhere = ["trigger", "raw", "external", "sync", "import"];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var columns = context.Tables.Where(model => !FrameworkModels.Owns(model)).SelectMany(model => model.Fields).Where(IsLeftAlone).ToArray();
        var isHabit = !context.Models.Any(model => model.Fields.Any(column => column.IsUpdatedAt));
        return from columnsOfFinding in Habit.Group(columns, isHabit)
               let first = columnsOfFinding[0]
               select Definition
                   .At(first.Location, first.DisplayName, Habit.Have(columnsOfFinding), context.Schema.IsContract ? "temporal.updatedAt()" : "@updatedAt")
                   .On(first.DisplayName)
                   .WithFix(CodeFix.Safe(
                       Habit.Title("Add `@updatedAt`", columnsOfFinding),
                       [.. columnsOfFinding.Select(column => SchemaEdits.AppendAttribute(column, "@updatedAt"))]));
    }

    private static bool IsLeftAlone(FieldSymbol column) =>
        column is { Scalar: ScalarType.DateTime, IsUpdatedAt: false, IsList: false, IsIgnored: false }
        && column.Default?.Function != "dbgenerated"
        && AuditNames.IsChange(column.Name)
        && !IsKeptElsewhere(column);

    private static bool IsKeptElsewhere(FieldSymbol column) =>
        column.Documentation is { Length: > 0 } text && s_keptElsewhere.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
