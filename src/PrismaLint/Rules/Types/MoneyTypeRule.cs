using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Types;

/// <summary>Finds the databases' own money types.</summary>
public sealed class MoneyTypeRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4004", "money-type")
    {
        Title = "Native money type",
        Message = "`{0}` is `@{1}`, a money type without a currency that rounds on its own",
        Category = DiagnosticCategory.Types,
        Rationale = """
            PostgreSQL's `money` reads and writes by the server's `lc_monetary`: a dump restored on a server with another setting
            holds other amounts. SQL Server's `money` and `smallmoney` round within a calculation to four digits, and Prisma
            reads them as `Float`. Neither knows its currency. A decimal with precision and scale says what it holds.
            """,
        Example = new RuleExample(
            Flagged: """
                model Invoice {
                  id    Int     @id
                  total Decimal @db.Money
                }
                """,
            Clean: """
                model Invoice {
                  id       Int     @id
                  total    Decimal @db.Decimal(19, 4)
                  currency String
                }
                """),
        WhenNotToUse = "The table belongs to another program.",
        Fix = "Unsafe: replaces the type with `Decimal(19, 4)`; where the field is a `Float` it becomes a `Decimal` in the client.",
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var model in context.Tables)
        {
            foreach (var column in model.Fields)
            {
                if (column.NativeType is not { Name: "Money" or "SmallMoney" } native)
                    continue;
                var prefix = native.Attribute.Name.Substring(0, native.Attribute.Name.Length - native.Name.Length);
                var source = column.Tree.Source;
                var type = SchemaEdits.Replace(source, native.Attribute.Syntax, $"@{prefix}Decimal(19, 4)");
                yield return Definition.At(native.Attribute.Location, column.DisplayName, native.Attribute.Name)
                    .On(column.DisplayName)
                    .WithFix(column.Scalar == ScalarType.Decimal
                        ? CodeFix.Unsafe("Replace the type with `Decimal(19, 4)`", type)
                        : CodeFix.Unsafe("Replace the type with `Decimal(19, 4)`", SchemaEdits.Replace(source, column.Type.Name, "Decimal"), type));
            }
        }
    }
}
