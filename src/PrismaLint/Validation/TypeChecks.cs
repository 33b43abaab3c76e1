using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Validation;

/// <summary>Types of fields, and enums without values.</summary>
internal static class TypeChecks
{
    private static readonly ValidationCheck s_unknownType = new(
        "undeclared-type", ValidationDescriptors.UnknownType, ValidationStage.Types, "A field's type is no scalar and nothing declares it");

    private static readonly ValidationCheck s_emptyEnum = new(
        "empty-enum", ValidationDescriptors.SyntaxError, ValidationStage.Types, "An enum has no values");

    private static readonly ValidationCheck s_relationInCompositeType = new(
        "relation-in-composite-type",
        ValidationDescriptors.InvalidRelation,
        ValidationStage.Types,
        "A field of a composite type refers to a model or view");

    private static readonly string[] s_scalars =
        ["String", "Boolean", "Int", "BigInt", "Float", "Decimal", "DateTime", "Json", "Bytes"];

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_unknownType, s_emptyEnum, s_relationInCompositeType];

    public static void Run(ValidationContext context)
    {
        IReadOnlyCollection<string>? typeNames = null;
        foreach (var model in context.Schema.Models)
        {
            foreach (var member in model.Fields)
                CheckType(member);
        }

        foreach (var type in context.Schema.CompositeTypes)
        {
            foreach (var member in type.Fields)
            {
                CheckType(member);
                if (member.Kind == FieldKind.Relation)
                {
                    context.Report(
                        s_relationInCompositeType,
                        member,
                        member.LocationOf(member.Type.Name),
                        $"`{member.DisplayName}` refers to the model `{member.Type.Name.Text}`, and composite types hold no relations");
                }
            }
        }

        foreach (var symbol in context.Schema.Enums)
        {
            if (symbol.Values.Count == 0)
                context.Report(s_emptyEnum, symbol, symbol.Location, $"The enum `{symbol.Name}` has no values");
        }

        void CheckType(FieldSymbol member)
        {
            if (member.Kind != FieldKind.Unknown)
                return;
            typeNames ??= [.. s_scalars, .. context.Schema.TypesByName.Keys.OrderBy(name => name, System.StringComparer.Ordinal)];
            var name = member.Type.Name;
            var nearest = context.Nearest(name.Text, typeNames);
            context.Report(
                s_unknownType,
                member,
                member.LocationOf(name),
                $"No model, enum or type is named `{name.Text}`{ValidationContext.Hint(nearest)}",
                ValidationContext.Respell(member.Tree, name, nearest));
        }
    }
}
