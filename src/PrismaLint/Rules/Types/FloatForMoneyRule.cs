using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Rules.Types;

/// <summary>Finds amounts of money in binary floating point.</summary>
public sealed class FloatForMoneyRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4007", "float-for-money")
    {
        Title = "Money in floating point",
        Message = "`{0}`{1} named for an amount of money and {2} `Float`, which cannot hold most decimal fractions",
        Category = DiagnosticCategory.Types,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            A binary floating point number has no exact 0.10: sums drift by fractions of a cent, two equal amounts compare as
            different, and `GROUP BY` parts them. A `Decimal` with precision and scale, or a whole number of the smallest unit,
            says what was paid.

            A name counts that has one of the `words`, `total` only at its end, and none that means a measure, a count or a share
            (rate, percent, quantity, weight, hours and their like); a default between 0 and 1 is a share as well, and an amount
            beside a unit a quantity. Where most amounts of a schema are floating point, it is one decision, and one finding, at
            the first of them.
            """,
        Example = new RuleExample(
            Flagged: """
                model Product {
                  id    Int   @id
                  price Float
                }
                """,
            Clean: """
                model Product {
                  id    Int     @id
                  price Decimal @db.Decimal(19, 4)
                }
                """),
        WhenNotToUse = """
            The amounts are estimates or fractions of a cent that are only added up for a report (metering). MongoDB is left out,
            since Prisma has no `Decimal` there, and so are schemas without a datasource, and native money types, which are PL4004.
            """,
        Fix = """
            Unsafe: makes the field a `Decimal`, with `@db.Decimal(19, 4)` where the database has native types. The client then gets
            decimal objects in place of numbers, and the migration rewrites the column.
            """,
    };

    public override IReadOnlyList<RuleOption> Options => [MoneyNames.Words];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (!context.Connector.HasDecimal)
            yield break;
        var words = context.Get(MoneyNames.Words);
        var floats = Amounts(context, words, column => column.Scalar == ScalarType.Float && column.NativeType?.Name is not ("Money" or "SmallMoney") && !IsShare(column.Default))
            .ToList();
        if (floats.Count == 0)
            yield break;
        var exact = Amounts(context, words, column => column.Scalar is ScalarType.Decimal or ScalarType.Int or ScalarType.BigInt).Count();
        foreach (var columns in Habit.Group(floats, isHabit: floats.Count > exact))
        {
            yield return Definition
                .At(columns[0].Location, columns[0].DisplayName, columns.Count == 1 ? " is" : $" and {columns.Count - 1} more fields are", columns.Count == 1 ? "is a" : "are")
                .On(columns[0].DisplayName)
                .WithFix(Fix(context, columns));
        }
    }

    private static IEnumerable<FieldSymbol> Amounts(RuleContext context, NameList words, Func<FieldSymbol, bool> hasType) =>
        from model in context.Tables
        from column in model.Fields
        where !column.IsIgnored && hasType(column) && MoneyNames.IsMoney(column.Name, words) && !IsQuantity(column, model)
        select column;

    // An amount beside its unit, or the price of one, is how much there is of something.
    private static bool IsQuantity(FieldSymbol column, ModelSymbol model) =>
        Words.Last(column.Name) == "amount" && model.Fields.Any(other => Words.ContainsAny(other.Name, "unit", "units", "uom"));

    // A fee that is 0.05 by default is five of a hundred.
    private static bool IsShare(DefaultValue? value) =>
        double.TryParse(value?.Literal, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1;

    private static CodeFix Fix(RuleContext context, IReadOnlyList<FieldSymbol> columns)
    {
        var edits = new List<TextEdit>();
        foreach (var column in columns)
        {
            edits.Add(SchemaEdits.Replace(column.Tree.Source, column.Type.Name, nameof(ScalarType.Decimal)));
            if (context.Connector.HasNativeTypes)
                edits.Add(SchemaEdits.SetNativeType(column, DecimalWithoutPrecisionRule.Money, context.Schema.Datasource?.Name ?? "db"));
        }
        return CodeFix.Unsafe(
            columns.Count == 1 ? $"Make `{columns[0].DisplayName}` a `Decimal`" : $"Make {columns.Count} fields `Decimal`", [.. edits]);
    }
}
