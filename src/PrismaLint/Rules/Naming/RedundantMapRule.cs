using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds <c>@map</c> and <c>@@map</c> that give the name that is there anyway.</summary>
public sealed class RedundantMapRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL1010", "redundant-map")
    {
        Title = "Map to the name it maps",
        Message = "`{0}` maps `{1}` to its own name",
        Category = DiagnosticCategory.Naming,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            Without the attribute the name in the database is the same. Whoever reads it looks for a difference that is
            not there.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id   Int    @id
                  name String @map("name")
                }
                """,
            Clean: """
                model User {
                  id   Int    @id
                  name String
                }
                """),
        WhenNotToUse = "Every name of the database is written out by convention, so that renaming a field never renames its column.",
        Fix = "Removes the attribute. Safe: the name in the database stays what it is.",
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var model in context.Models)
        {
            if (model.MapAttribute is { } map && model.TableName == model.Name)
                yield return OfBlock(model, map);
            foreach (var column in model.Fields)
            {
                if (column.MapAttribute is { } own && column.ColumnName == column.Name)
                    yield return OfMember(column, own);
            }
        }
        foreach (var column in context.CompositeTypes.SelectMany(type => type.Fields))
        {
            if (column.MapAttribute is { } own && column.ColumnName == column.Name)
                yield return OfMember(column, own);
        }
        foreach (var symbol in context.Enums)
        {
            if (symbol.MapAttribute is { } map && symbol.DatabaseName == symbol.Name)
                yield return OfBlock(symbol, map);
            foreach (var value in symbol.Values)
            {
                if (value.MapAttribute is { } own && value.DatabaseName == value.Name)
                    yield return OfMember(value, own);
            }
        }
    }

    private static Diagnostic OfMember(Symbol member, AttributeSymbol map) => Report(member, map)
        .WithFix(CodeFix.Safe("Remove `@map`", SchemaEdits.RemoveAttribute(map)));

    private static Diagnostic OfBlock(BlockSymbol block, AttributeSymbol map)
    {
        var line = block.Syntax.BlockAttributes.FirstOrDefault(member => member.Attribute == map.Syntax);
        return Report(block, map).WithFix(line is null ? null : CodeFix.Safe("Remove `@@map`", SchemaEdits.RemoveMember(block.Tree, line)));
    }

    private static Diagnostic Report(Symbol symbol, AttributeSymbol map) =>
        Definition.At(map.Location, map.ToString(), symbol.DisplayName).On(symbol.DisplayName);
}
