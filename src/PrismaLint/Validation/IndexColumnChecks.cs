using System.Collections.Generic;
using PrismaLint.Syntax;

namespace PrismaLint.Validation;

/// <summary>The arguments of a column in a key or index: <c>sort</c>, <c>length</c>, <c>ops</c>. Others Prisma passes over.</summary>
internal static class IndexColumnChecks
{
    private static readonly ValidationCheck s_sort = Check("unknown-sort", "The sort order of an index column is neither Asc nor Desc");
    private static readonly ValidationCheck s_operatorClass = Check("unknown-operator-class", "No operator class has that name");
    private static readonly ValidationCheck s_operatorClassForm = Check("operator-class-form", "An operator class is neither a name nor raw(\"…\")");
    private static readonly ValidationCheck s_rawArgument = Check("raw-operator-class-argument", "raw of an operator class takes one string");

    /// <summary>What <c>sort</c> can be.</summary>
    public static string[] SortOrders { get; } = ["Asc", "Desc"];

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_sort, s_operatorClass, s_operatorClassForm, s_rawArgument];

    /// <summary>Checks the arguments of one column.</summary>
    public static void Run(ArgumentReader reader, CallExpressionSyntax column)
    {
        bool sort = false, length = false, operatorClass = false;
        foreach (var argument in column.Arguments)
        {
            if (argument.Value is not { } value)
                continue;
            // Of several equal arguments Prisma reads the first.
            switch (argument.Name.Text)
            {
                case "sort" when !sort:
                    sort = true;
                    CheckSort(reader, column, value);
                    break;
                case "length" when !length:
                    length = true;
                    Values.Integer(reader, "length", value);
                    break;
                case "ops" when !operatorClass:
                    operatorClass = true;
                    CheckOperatorClass(reader, value);
                    break;
            }
        }
    }

    private static void CheckSort(ArgumentReader reader, CallExpressionSyntax column, ExpressionSyntax value)
    {
        if (Values.Constant(reader, "sort", value, SortOrders) is not { } order || order.Name.Text is "Asc" or "Desc")
            return;
        reader.Context.Report(
            s_sort,
            reader.Symbol,
            reader.Symbol.LocationOf(order),
            $"`sort` of `{column.Name.Text}` is `Asc` or `Desc`, found `{order.Name.Text}`",
            ValidationContext.Respell(reader.Attribute.Tree, order.Name, reader.Context.Nearest(order.Name.Text, SortOrders)));
    }

    private static void CheckOperatorClass(ArgumentReader reader, ExpressionSyntax value)
    {
        switch (value)
        {
            case PathExpressionSyntax name:
                if (OperatorClassNames.Contains(name.Name.Text))
                    return;
                var nearest = reader.Context.Nearest(name.Name.Text, OperatorClassNames.All);
                reader.Context.Report(
                    s_operatorClass,
                    reader.Symbol,
                    reader.Symbol.LocationOf(name),
                    $"No operator class is named `{name.Name.Text}`{ValidationContext.Hint(nearest)}",
                    ValidationContext.Respell(reader.Attribute.Tree, name.Name, nearest));
                return;
            case CallExpressionSyntax { Name.Text: "raw" } raw:
                if (raw.Arguments.Count == 1 && raw.Arguments[0].Value is LiteralExpressionSyntax { IsString: true })
                    return;
                reader.Report(s_rawArgument, raw, $"`ops` takes `raw(\"…\")` with one string, found `{ExpressionWords.TextOf(reader.Attribute.Tree, raw)}`");
                return;
            default:
                reader.Report(
                    s_operatorClassForm,
                    value,
                    $"`ops` is an operator class or `raw(\"…\")`, found {ExpressionWords.Describe(reader.Attribute.Tree, value)}");
                return;
        }
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidIndex, ValidationStage.Attributes, summary);
}
