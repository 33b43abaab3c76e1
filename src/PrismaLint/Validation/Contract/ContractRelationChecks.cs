using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation.Contract;

/// <summary>The side of a relation that holds the foreign key.</summary>
internal static class ContractRelationChecks
{
    private static readonly ValidationCheck s_nullability = new(
        "contract-relation-nullability",
        ValidationDescriptors.InvalidRelation,
        ValidationStage.Meaning,
        "A relation of a contract is required over an optional field, or optional over required ones");

    private static readonly ValidationCheck s_sides = new(
        "contract-relation-arguments",
        ValidationDescriptors.InvalidRelation,
        ValidationStage.Meaning,
        "A relation of a contract has only one of `fields` and `references`, or has them at a list");

    private static readonly ValidationCheck s_lengths = new(
        "contract-relation-lengths",
        ValidationDescriptors.InvalidRelation,
        ValidationStage.Meaning,
        "A relation of a contract for PostgreSQL has another number of `fields` than of `references`");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_nullability, s_sides, s_lengths];

    public static void Run(ValidationContext context)
    {
        foreach (var model in context.Schema.Models)
        {
            foreach (var member in model.Fields)
            {
                if (member.FindAttribute("relation") is { } relation && member.IsRelation)
                    Check(context, member, relation);
            }
        }
    }

    private static void Check(ValidationContext context, FieldSymbol member, AttributeSymbol relation)
    {
        var fields = relation.FindArgument("fields");
        var references = relation.FindArgument("references");
        if (fields is null && references is null)
            return;
        if (member.IsList)
        {
            context.Report(
                s_sides, member, relation.Location, $"`{member.DisplayName}` is a list: `fields` and `references` stand at the other side of the relation");
            return;
        }
        if (fields is null || references is null)
        {
            context.Report(s_sides, member, relation.Location, $"`{member.DisplayName}` has {(fields is null ? "`references` without `fields`" : "`fields` without `references`")}");
            return;
        }
        if (fields.Value is ArrayExpressionSyntax columns && references.Value is ArrayExpressionSyntax targets && columns.Elements.Count != targets.Elements.Count)
        {
            // MongoDB takes it.
            if (context.Schema.Provider == Provider.PostgreSql)
                context.Report(s_lengths, member, relation.LocationOf(references), $"`{member.DisplayName}` refers with {columns.Elements.Count} fields to {targets.Elements.Count}");
            return;
        }
        if (member.ForeignKey is not { } key)
            return;
        if (member.IsRequired && key.Fields.FirstOrDefault(column => column.IsOptional) is { } optional)
        {
            context.Report(
                s_nullability,
                member,
                member.LocationOf(member.Type),
                $"`{member.DisplayName}` is required, and `{optional.Name}` in its `fields` is optional",
                CodeFix.Unsafe($"Make `{member.Name}` optional", TextEdit.Insert(member.Tree.Source, member.Type.Span.End, "?")));
        }
        else if (member.IsOptional && key.Fields.All(column => !column.IsOptional))
        {
            context.Report(
                s_nullability,
                member,
                member.LocationOf(member.Type),
                $"`{member.DisplayName}` is optional, and all of its `fields` are required",
                CodeFix.Unsafe(
                    $"Make `{member.Name}` required",
                    TextEdit.Delete(member.Tree.Source, TextSpan.FromBounds(member.Type.Span.End - 1, member.Type.Span.End))));
        }
    }
}
