using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds moments of creation that each insert has to bring along.</summary>
public sealed class CreatedAtWithoutDefaultRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5009", "created-at-without-default")
    {
        Title = "Moment of creation without a default",
        Message = "`{0}` is required and has no default: each insert must bring the moment of creation along",
        Category = DiagnosticCategory.Modelling,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            With `@default(now())` the moment comes from one clock and cannot be forgotten, whoever writes the row. Without it,
            each place in the code sets it, each from the clock of its machine.
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

    public override IEnumerable<Diagnostic> Analyze(RuleContext context) =>
        from model in context.Tables
        from column in model.Fields
        where column is { Scalar: ScalarType.DateTime, IsRequired: true, Default: null, IsUpdatedAt: false, IsIgnored: false }
            && AuditNames.IsCreation(column.Name)
        select Definition.At(column.Location, column.DisplayName)
            .On(column.DisplayName)
            .WithFix(CodeFix.Safe("Add `@default(now())`", SchemaEdits.AppendAttribute(column, "@default(now())")));
}
