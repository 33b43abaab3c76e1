using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Rules.Shared;

/// <summary>The text of an index that a fix adds.</summary>
internal static class NewIndex
{
    /// <summary><c>@@index([a, b])</c>, with a <c>map</c> where the name that Prisma would give it is taken.</summary>
    public static string Index(RuleContext context, ModelSymbol model, IReadOnlyList<FieldSymbol> columns) => Write(context, model, columns, isUnique: false);

    /// <summary>The same as <c>@@unique</c>.</summary>
    public static string Unique(RuleContext context, ModelSymbol model, IReadOnlyList<FieldSymbol> columns) => Write(context, model, columns, isUnique: true);

    private static string Write(RuleContext context, ModelSymbol model, IReadOnlyList<FieldSymbol> columns, bool isUnique)
    {
        var number = 1;
        while (context.Schema.HasIndexNamed(model.SchemaName, NameOf(number)))
            number++;
        var map = number == 1 ? "" : $", map: {SyntaxFacts.EncodeString(NameOf(number))}";
        return $"@@{(isUnique ? "unique" : "index")}([{string.Join(", ", columns.Select(column => column.Name))}]{map})";

        string NameOf(int attempt)
        {
            var names = columns.Select(column => column.ColumnName);
            return isUnique
                ? ConstraintNames.Unique(model.TableName, names, context.Connector, attempt)
                : ConstraintNames.Index(model.TableName, names, context.Connector, attempt);
        }
    }
}
