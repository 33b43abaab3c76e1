using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Types;

/// <summary>Finds yes-or-no questions that are answered with text or a number.</summary>
public sealed class BooleanStoredAsTextOrNumberRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4016", "boolean-stored-as-text-or-number")
    {
        Title = "Yes or no kept as text or a number",
        Message = "`{0}` is named for yes or no and is `{1}`",
        Category = DiagnosticCategory.Types,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            A text takes "Y", "yes", "true" and "maybe", a number takes 7. Each reader has a guess of his own, and the type in the
            client says nothing. A `Boolean` has two values, and with `?` a third on purpose.

            A name counts that begins with is, has, can or should and goes on with a capital or an underscore (`isActive`,
            `has_children`); `isoCode` does not.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id       Int    @id
                  isActive String
                }
                """,
            Clean: """
                model User {
                  id       Int     @id
                  isActive Boolean
                }
                """),
        WhenNotToUse = "The table belongs to another program that writes such values.",
        Fix = "Unsafe: makes the field a `Boolean`. The migration has to convert the values. Not offered where the field has a native type or a default.",
    };

    private static readonly string[] s_starts = ["is", "has", "can", "should"];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context) =>
        from model in context.Tables
        where !FrameworkModels.Owns(model)
        from column in model.Fields
        where column is { Scalar: ScalarType.String or ScalarType.Int or ScalarType.BigInt, IsList: false, IsIgnored: false }
            && IsQuestion(column.Name)
            // Bits are as near to a Boolean as the provider lets them be.
            && column.NativeType?.Name is not ("Bit" or "VarBit")
            && column.ForeignKeysOver.FirstOrDefault() is null
        select Definition.At(column.Location, column.DisplayName, column.Type.Name.Text).On(column.DisplayName).WithFix(Fix(column));

    private static CodeFix? Fix(FieldSymbol column) => column.NativeType is null && column.Default is null
        ? CodeFix.Unsafe("Make the field a `Boolean`", SchemaEdits.Replace(column.Tree.Source, column.Type.Name, "Boolean"))
        : null;

    private static bool IsQuestion(string name)
    {
        foreach (var start in s_starts)
        {
            if (name.Length > start.Length + 1
                && name.StartsWith(start, StringComparison.Ordinal)
                && (name[start.Length] == '_' || char.IsUpper(name[start.Length])))
            {
                return true;
            }
        }
        return false;
    }
}
