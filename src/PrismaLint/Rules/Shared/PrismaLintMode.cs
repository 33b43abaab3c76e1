using System.Linq;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Rules.Shared;

/// <summary>The switch of the rules that have a counterpart in prisma-lint: to judge what it judges, as it does, on the same lines.</summary>
internal static class PrismaLintMode
{
    private const string On = "prisma-lint";

    /// <param name="rule">The name of the counterpart.</param>
    public static RuleOption<string> Option(string rule) => RuleOption.Choice(
        "compatibility",
        $"`prisma-lint` judges as its rule `{rule}` does: what is written in every block of that kind, ignored and refused ones included, without exceptions.",
        "none",
        "none",
        On);

    public static bool IsOn(string value) => value == On;

    /// <summary>
    /// An attribute declares an index that begins with the field and looks up single values. It goes by the text: in a model that Prisma
    /// refuses, the symbols of indexes lack what does not exist.
    /// </summary>
    public static bool IsIndexed(FieldSymbol column) =>
        column.FindAttribute("id") is not null || column.FindAttribute("unique") is not null
        || (column.Model is { } model && model.Attributes.Any(attribute => attribute.Name is "index" or "unique" or "id" && BeginsWith(attribute, column.Name) && FindsValues(attribute, column, model)));

    private static bool BeginsWith(AttributeSymbol attribute, string name)
    {
        var columns = attribute.FindOrDefault("fields");
        return (columns is ArrayExpressionSyntax { Elements: { Count: > 0 } elements } ? elements[0] : columns) switch
        {
            PathExpressionSyntax path => path.Name.Text == name,
            CallExpressionSyntax call => call.Name.Text == name,
            _ => false,
        };
    }

    private static bool FindsValues(AttributeSymbol attribute, FieldSymbol column, ModelSymbol model) =>
        model.IndexesLedBy(column).FirstOrDefault(index => index.Attribute.Syntax == attribute.Syntax) is not { } index
        || IndexCoverage.Covers(index.Shape, [column.Name]);
}
