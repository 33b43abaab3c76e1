using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds moments of creation that each update overwrites.</summary>
public sealed class CreatedAtWithUpdatedAtRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5007", "created-at-with-updated-at")
    {
        Title = "Moment of creation that updates overwrite",
        Message = "`{0}` carries `@updatedAt`: each update overwrites the moment of creation",
        Category = DiagnosticCategory.Modelling,
        Rationale = """
            `@updatedAt` sets a field whenever the client writes the row. On a field named for the creation of the row it was
            most likely copied from the line below; the moment of creation is lost with the first update.
            """,
        Example = new RuleExample(
            Flagged: """
                model Post {
                  id        Int      @id
                  createdAt DateTime @updatedAt
                  updatedAt DateTime @updatedAt
                }
                """,
            Clean: """
                model Post {
                  id        Int      @id
                  createdAt DateTime @default(now())
                  updatedAt DateTime @updatedAt
                }
                """),
        Fix = "Safe: replaces `@updatedAt` with `@default(now())`, or removes it where there is a default; the client's types stay.",
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context) =>
        from model in context.Tables
        from column in model.Fields
        where column.IsUpdatedAt && AuditNames.IsCreation(column.Name)
        let attribute = column.FindAttribute("updatedAt")
        where attribute is not null
        select Definition.At(attribute.Location, column.DisplayName).On(column.DisplayName).WithFix(Fix(column, attribute));

    private static CodeFix Fix(FieldSymbol column, AttributeSymbol attribute) => column.Default is null
        ? CodeFix.Safe("Replace `@updatedAt` with `@default(now())`", SchemaEdits.Replace(column.Tree.Source, attribute.Syntax, "@default(now())"))
        : CodeFix.Safe("Remove `@updatedAt`", SchemaEdits.RemoveAttribute(attribute));
}
