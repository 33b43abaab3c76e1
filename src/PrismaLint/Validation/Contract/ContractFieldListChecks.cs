using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation.Contract;

/// <summary>Fields named by keys, indexes, relations and discriminators.</summary>
internal static class ContractFieldListChecks
{
    private static readonly ValidationCheck s_unknownField = new(
        "unknown-contract-field",
        ValidationDescriptors.InvalidAttribute,
        ValidationStage.Attributes,
        "An attribute of a contract names a field that the model does not have");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_unknownField];

    public static void Run(ValidationContext context)
    {
        foreach (var model in context.Schema.Models)
        {
            foreach (var attribute in model.Attributes)
            {
                switch (attribute.Name)
                {
                    case "id" or "unique" or "index" or "fullTextIndex" or "textIndex":
                        Check(context, model, attribute, attribute.FindOrDefault("fields"), model);
                        break;
                    case "discriminator":
                        Check(context, model, attribute, attribute.FindOrDefault("field"), model);
                        break;
                }
            }
            foreach (var member in model.Fields)
            {
                if (member.FindAttribute("relation") is not { } relation)
                    continue;
                Check(context, member, relation, relation.Find("fields"), model);
                if (member.TargetModel is { } target)
                    Check(context, member, relation, relation.Find("references"), target);
            }
        }
    }

    private static void Check(ValidationContext context, Symbol symbol, AttributeSymbol attribute, ExpressionSyntax? list, ModelSymbol owner)
    {
        var elements = list switch
        {
            ArrayExpressionSyntax array => array.Elements,
            PathExpressionSyntax path => [path],
            _ => [],
        };
        foreach (var element in elements)
        {
            // With arguments a field stands as a call: `createdAt(sort: Desc)`.
            var name = element switch
            {
                PathExpressionSyntax path => path.Name,
                CallExpressionSyntax call => call.Name,
                _ => default,
            };
            if (name.IsMissing || name.Text is "true" or "false" || owner.FindField(name.Text) is not null || DropsField(owner, name.Text))
                continue;
            string[] candidates = [.. owner.Fields.Select(member => member.Name)];
            var nearest = context.Nearest(name.Text, candidates);
            context.Report(
                s_unknownField,
                symbol,
                symbol.LocationOf(name),
                $"`{owner.Name}` has no field `{name.Text}`{ValidationContext.Hint(nearest)}",
                ValidationContext.Respell(attribute.Tree, name, nearest));
        }
    }

    // A field without a type has been reported, and is there all the same.
    private static bool DropsField(ModelSymbol owner, string name) => owner.HasErrors && owner.Syntax.Fields.Any(member => member.Name.Text == name);
}
